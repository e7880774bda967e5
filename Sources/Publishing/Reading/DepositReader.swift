package import CatalogueModel
package import CatalogueStore
import Normalisation
package import RecordFormats
import TextAnalysis
import Vocabularies

/// Reads records as institutions send them, by the readers and rules that everything else goes through.
package struct DepositReader: Sendable {
    package enum Form: Sendable {
        /// schema.org keys; one object, a list, or one a line.
        case json
        /// - mapping: brings other columns into ours; nil for headings that are known.
        case table(RecordMapping?)
    }

    /// Records taken at once.
    package static let mostRecords = 10_000

    private let normaliser: RecordNormaliser
    private let registers: Registers

    /// - Complexity: builds look-up tables; keep one for as long as the vocabularies stand.
    package init(_ reference: ReferenceData) {
        normaliser = RecordNormaliser(vocabularies: reference.vocabularies)
        registers = reference.registers
    }

    /// - Parameters:
    ///   - name: of the file, in messages.
    ///   - institution: whose records they are; nil where each names its own, as a curator's may.
    /// - Throws: `RecordFormatError` where the whole cannot be read, a column is missing, or there are too many records.
    package func rows(
        of bytes: [UInt8], as form: Form, name: String, institution: String?
    ) throws -> [DepositRow] {
        var chunk: [UInt8]? = bytes
        let chunks = {
            defer { chunk = nil }
            return chunk
        }
        var reader =
            switch form {
            case .json: RecordReader(format: .jsonLines, file: name, chunks: chunks)
            case .table(let mapping):
                RecordReader(
                    format: .csv, mapping: mapping, file: name, neededColumns: [.name, .url], chunks: chunks)
            }
        var rows: [DepositRow] = []
        while let outcome = try reader.next() {
            guard rows.count < Self.mostRecords else { throw Self.tooMany(name) }
            switch outcome {
            case .refused(let problem):
                rows.append(
                    DepositRow(line: problem.location.line, title: nil, content: .refused, problems: [problem]))
            case .record(let record, let warnings):
                let isTable = if case .table = form { true } else { false }
                rows.append(row(of: record, warnings, isTable: isTable, institution: institution))
            }
        }
        return rows
    }

    /// One record that was filled in by hand.
    package func row(of values: [SourceField: [String]], institution: String?) -> DepositRow {
        row(
            of: SourceRecord(location: SourceLocation(file: "form", line: 1), values: values), [], isTable: false,
            institution: institution)
    }

    private func row(
        of stated: SourceRecord, _ warnings: [RecordProblem], isTable: Bool, institution: String?
    ) -> DepositRow {
        var record = stated
        var problems = warnings
        if isTable {
            problems += FormulaNotice.problems(in: record)
            record.values = record.values.mapValues { $0.map(FormulaCell.text) }
        }
        let title = record[.name].first
        let columns = isTable ? Self.columns(of: stated) : nil
        func row(_ content: DepositRow.Content) -> DepositRow {
            DepositRow(
                line: record.location.line, title: title, content: content, problems: problems, columns: columns)
        }
        if let institution, let other = stranger(in: record, than: institution) {
            return row(.foreign(institution: other))
        }
        guard let owner = institution ?? record[.publisher].first?.lowercased() else {
            problems.append(.noInstitution(record.location))
            return row(.refused)
        }
        guard let institution = registers.institution(owner) else {
            problems.append(.unknownInstitution(owner, record.location))
            return row(.refused)
        }
        let needsIdentifier = record[.identifier].isEmpty
        if needsIdentifier { record.values[.identifier] = ["\(owner):\(DepositIdentifier.slug(of: title ?? ""))"] }
        record.values[.publisher] = [owner]
        record.values[.publisherName] = [institution.name]
        do throws(RecordRejection) {
            let defaults = SourceDefaults(publisherID: owner, publisherName: institution.name)
            let normalised = try normaliser.normalise(record, defaults: defaults)
            problems += normalised.warnings
            problems += normalised.unknownSubjects.map { .unknownSubject($0, in: record) }
            return row(.resource(normalised.resource, needsIdentifier: needsIdentifier))
        } catch {
            problems += error.problems
            return row(.refused)
        }
    }

    /// The publisher a record names, where it is not the institution by identifier or name.
    private func stranger(in record: SourceRecord, than institution: String) -> String? {
        guard let named = (record[.publisher] + record[.publisherName]).first else { return nil }
        let analyser = TextAnalyser()
        let row = registers.institution(institution)
        let own = [institution, row?.name, row?.nameInVietnamese, row?.nameInEnglish].compactMap(\.self)
            .map(analyser.folded)
        let given = (record[.publisher] + record[.publisherName]).map(analyser.folded)
        return given.contains(where: own.contains) ? nil : named
    }

    /// The fields a table states, empty or not, with their headings.
    private static func columns(of record: SourceRecord) -> [SourceField: String] {
        Dictionary(record.values.keys.map { ($0, $0.rawValue) }, uniquingKeysWith: { first, _ in first })
            .merging(record.namesInSource) { $1 }
    }

    private static func tooMany(_ name: String) -> RecordFormatError {
        RecordFormatError(
            location: SourceLocation(file: name, line: 1),
            message: LocalisedText(
                vietnamese: "Có hơn \(mostRecords) bản ghi", english: "There are more than \(mostRecords) records"),
            remedy: LocalisedText(vietnamese: "Hãy chia thành nhiều tệp", english: "Send them in several files"))
    }
}

extension RecordProblem {
    fileprivate static func unknownSubject(_ text: String, in record: SourceRecord) -> Self {
        let shown = text.count > 80 ? text.prefix(80) + "…" : text
        return Self(
            location: record.location, severity: .warning,
            field: record.namesInSource[.about] ?? SourceField.about.rawValue, reason: .unknownCode,
            message: LocalisedText(
                vietnamese: "“\(shown)” không phải là tên lĩnh vực trong danh mục; được giữ làm từ khóa",
                english: "“\(shown)” is no name of a subject; it was kept as a keyword"),
            remedy: LocalisedText(
                vietnamese: "Hãy dùng tên hoặc mã của danh mục lĩnh vực; biểu mẫu gửi học liệu gợi ý khi gõ",
                english: "Use a name or code of the list of subjects; the deposit form suggests them as you type"))
    }

    fileprivate static func noInstitution(_ location: SourceLocation) -> Self {
        Self(
            location: location, severity: .refused, field: SourceField.publisher.rawValue, reason: .missingField,
            message: LocalisedText(
                vietnamese: "Chưa ghi học liệu này của đơn vị nào", english: "The institution is not stated"),
            remedy: LocalisedText(
                vietnamese: "Hãy ghi mã đơn vị trong danh bạ, ví dụ can-tho-university",
                english: "Give its identifier in the register, for example can-tho-university"))
    }

    fileprivate static func unknownInstitution(_ id: String, _ location: SourceLocation) -> Self {
        Self(
            location: location, severity: .refused, field: SourceField.publisher.rawValue, reason: .unknownCode,
            message: LocalisedText(
                vietnamese: "Danh bạ không có đơn vị “\(id.prefix(60))”",
                english: "The register has no institution “\(id.prefix(60))”"),
            remedy: LocalisedText(
                vietnamese: "Hãy ghi mã đơn vị trong danh bạ, ví dụ can-tho-university",
                english: "Give its identifier in the register, for example can-tho-university"))
    }
}
