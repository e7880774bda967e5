import CatalogueSearch
import CatalogueModel
import CatalogueStore
import Foundation
import Hummingbird
import Publishing
import RecordFormats
import Vocabularies

/// `/deposit/upload`: a spreadsheet is read, reported on row by row, and taken only when the person says so.
struct UploadPages: Sendable {
    let catalogue: CatalogueReader
    let pages: PageRenderer
    let readers: DepositReaders
    let clock: @Sendable () -> Date
    private let shelf = UploadShelf()

    init(
        catalogue: CatalogueReader, pages: PageRenderer, readers: DepositReaders, clock: @escaping @Sendable () -> Date
    ) {
        self.catalogue = catalogue
        self.pages = pages
        self.readers = readers
        self.clock = clock
    }

    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/deposit/upload", use: form)
        router.post("/deposit/upload", use: preview)
        router.post("/deposit/upload/confirm", use: confirm)
    }

    @Sendable private func form(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        return try await page(principal, context, request, fault: nil)
    }

    @Sendable private func preview(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let posted = try await request.postedForm(in: context, limits: .upload)
        guard let file = posted.file("file"), !file.bytes.isEmpty else {
            return try await page(principal, context, request, fault: .noFile)
        }
        let asked = posted["institution"].flatMap { $0.isEmpty ? nil : $0 }
        if let asked { _ = try context.publisher(for: asked) }
        let upload = UploadShelf.Upload(
            name: String(file.name.suffix(100)), bytes: file.bytes, mapping: posted.file("mapping")?.bytes,
            institution: principal.institution ?? asked,
            existing: posted["existing"].flatMap(DepositBatch.Existing.init) ?? .skip,
            isAllOrNothing: posted["on_problem"] == "refuse")
        do {
            let report = try await report(upload, by: principal, isDryRun: true)
            guard !report.results.isEmpty else {
                return try await page(principal, context, request, fault: .noRows)
            }
            let hasGood = report.results.contains { $0.outcome == .created || $0.outcome == .changed }
            let isRefused = upload.isAllOrNothing && report.results.contains { $0.outcome == .refused }
            let id = hasGood && !isRefused ? shelf.keep(upload, of: principal.keyID, at: clock()) : nil
            return try show(report, upload, id: id, context, request)
        } catch let error as RecordFormatError {
            return try await page(principal, context, request, fault: LocalisedText(error))
        } catch let error as RecordMappingError {
            return try await page(
                principal, context, request,
                fault: LocalisedText(
                    vietnamese: error.description(in: .vietnamese), english: error.description(in: .english)))
        }
    }

    @Sendable private func confirm(_ request: Request, context: ServiceContext) async throws -> Response {
        let principal = try context.publisher()
        let posted = try await request.postedForm(in: context)
        guard let upload = shelf.take(posted["upload"] ?? "", of: principal.keyID, at: clock()) else {
            return try await page(principal, context, request, fault: .tooLate)
        }
        let report = try await report(upload, by: principal, isDryRun: false)
        return try show(report, upload, id: nil, isDone: true, context, request)
    }
}

extension UploadPages {
    private struct Report: Sendable {
        let results: [DepositBatch.Result]
        let encoding: LocalisedText?
    }

    /// Reads the table and takes its rows, for good or for show.
    private func report(
        _ upload: UploadShelf.Upload, by principal: Principal, isDryRun: Bool
    ) async throws -> Report {
        let readers = readers
        let (rows, encoding) = try await catalogue.read { searcher in
            let mapping = try upload.mapping.map { bytes in
                try RecordMapping(yaml: String(decoding: bytes, as: UTF8.self), file: "mapping.yaml")
            }
            let text = try SpreadsheetText(file: upload.bytes, name: upload.name)
            let rows = try readers.reader(searcher).rows(
                of: text.bytes, as: .table(mapping), name: upload.name, institution: upload.institution)
            return (rows, text.encoding)
        }
        let batch = DepositBatch(
            existing: upload.existing, isAllOrNothing: upload.isAllOrNothing, origin: .spreadsheet)
        let now = clock()
        do {
            let results = try await catalogue.write { store in
                try store.deposits(by: principal, at: now, isDryRun: isDryRun) { desk in
                    try batch.take(rows, at: &desk)
                }
            }
            return Report(results: results, encoding: encoding)
        } catch let refused as DepositBatch.Refused {
            return Report(results: refused.results, encoding: encoding)
        }
    }

    private func show(
        _ report: Report, _ upload: UploadShelf.Upload, id: String?, isDone: Bool = false, _ context: ServiceContext,
        _ request: Request
    ) throws -> Response {
        let view = UploadReportView(
            report.results, name: upload.name, encoding: report.encoding, isAllOrNothing: upload.isAllOrNothing,
            upload: id, isDone: isDone, language: request.language)
        return try pages.seen(by: context).page("upload-report", view.values, for: request)
    }

    private func page(
        _ principal: Principal, _ context: ServiceContext, _ request: Request, fault: LocalisedText?
    ) async throws -> Response {
        let pages = pages.seen(by: context)
        let language = request.language
        return try await catalogue.read { searcher in
            var values: [String: Any] = [
                "pageTitle": PageText.text("uploadTitle", in: language) + " – "
                    + PageText.text("siteName", in: language),
                "noIndex": true, "choosesInstitution": principal.institution == nil,
                "columns": DepositFields.all.map { FieldWords.label(of: $0.field, in: language) },
            ]
            values["fault"] = fault?[language]
            if principal.institution == nil {
                values["institutions"] = try searcher.reference().registers.institutions.values
                    .compactMap(\.last).sorted { $0.id < $1.id }.map { ["id": $0.id, "name": $0.name] }
            }
            return try pages.page("upload", values, for: request, status: fault == nil ? .ok : .unprocessableContent)
        }
    }
}

extension LocalisedText {
    fileprivate init(_ error: RecordFormatError) {
        self.init(
            vietnamese: "\(error.message.vietnamese.withoutFullStop). \(error.remedy.vietnamese)",
            english: "\(error.message.english.withoutFullStop). \(error.remedy.english)")
    }

    fileprivate static let noRows = Self(
        vietnamese: "Tệp chỉ có dòng tiêu đề, chưa có dòng học liệu nào. Hãy điền mỗi học liệu một dòng.",
        english: "The file has a header and no rows. Fill in one resource a row.")
    fileprivate static let noFile = Self(
        vietnamese: "Hãy chọn một tệp bảng tính.", english: "Choose a spreadsheet file.")
    fileprivate static let tooLate = Self(
        vietnamese: "Tệp đã tải lên không còn được giữ (quá một giờ, hoặc đã ghi rồi). Hãy tải lại.",
        english: "The uploaded file is no longer kept (an hour has passed, or it was taken already). Upload it again.")
}
