import HTTPTypes
import Hummingbird
import NIOCore
import Vocabularies

/// A form as a browser posts it: `application/x-www-form-urlencoded`, or `multipart/form-data` (RFC 7578) with files.
struct PostedForm: Sendable {
    /// A file field somebody chose a file for.
    struct File: Sendable {
        /// Name of the field.
        let field: String
        /// As the browser gives it; never used as a path.
        let name: String
        let bytes: [UInt8]
    }

    struct Limits: Sendable {
        /// Of the body as a whole.
        let bytes: Int
        /// Of fields, files included.
        let fields: Int

        /// A form that people fill in.
        static let page = Limits(bytes: 512 << 10, fields: 2_000)
        /// A form with a spreadsheet.
        static let upload = Limits(bytes: 32 << 20, fields: 200)
    }

    /// In the order sent; a name may come more than once.
    let items: [(name: String, value: String)]
    let files: [File]

    init(items: [(name: String, value: String)], files: [File] = []) {
        self.items = items
        self.files = files
    }

    /// The first value of `name`.
    subscript(name: String) -> String? { items.first { $0.name == name }?.value }

    /// All values of `name` that are not empty.
    func all(_ name: String) -> [String] { items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    func file(_ field: String) -> File? { files.first { $0.field == field } }
}

extension Request {
    /// The form of this request, once it is sure that a page of ours made it for this visitor.
    ///
    /// - Throws: `Problem`: 403 for a form made elsewhere, 413 for one too large, 415 for what is no form, 400 for one that
    ///   is damaged.
    func postedForm(in context: ServiceContext, limits: PostedForm.Limits = .page) async throws -> PostedForm {
        let form = try await unguardedForm(limits: limits)
        try FormGuard.check(form, of: self, by: context.visitor)
        return form
    }

    private func unguardedForm(limits: PostedForm.Limits) async throws -> PostedForm {
        let type = headers[.contentType] ?? ""
        let isMultipart = type.lowercased().hasPrefix("multipart/form-data")
        guard isMultipart || type.lowercased().hasPrefix("application/x-www-form-urlencoded") else {
            throw Problem.unsupportedMediaType(
                LocalisedText(vietnamese: "Ở đây chỉ nhận biểu mẫu.", english: "This address takes forms only."))
        }
        let body = try await boundedBody(limits.bytes)
        let form: PostedForm
        if isMultipart {
            form = try MultipartForm(contentType: type, fields: limits.fields).form(body)
        } else {
            guard body.count(where: { $0 == UInt8(ascii: "&") }) < limits.fields else { throw Problem.damagedForm }
            form = PostedForm(items: FormQuery(String(decoding: body, as: UTF8.self)).items)
        }
        return form
    }

    /// The body, where it is no longer than `limit` bytes; a body that says it is longer is not read at all.
    ///
    /// - Throws: `Problem`, 413.
    func boundedBody(_ limit: Int) async throws -> [UInt8] {
        if let length = headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Problem.tooLarge(limit) }
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard bytes.count + buffer.readableBytes <= limit else { throw Problem.tooLarge(limit) }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }
}

extension Problem {
    static let damagedForm = badRequest(
        LocalisedText(
            vietnamese: "Biểu mẫu bị hỏng trên đường gửi hoặc có quá nhiều trường. Hãy gửi lại.",
            english: "The form was damaged on its way, or has too many fields. Send it again."))
}
