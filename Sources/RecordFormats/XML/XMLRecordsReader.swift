import CatalogueModel
import Vocabularies

/// Reads the records of an XML file, whichever of the known forms they have: each is told by its element.
struct XMLRecordsReader: FormatReader {
    private let file: String
    private let hasMapping: Bool
    private var reader: XMLUnitReader
    private var feed = FeedFacts()
    private var hasFoundAny = false
    private var error: OAIError?
    /// Records of a unit that holds several, which come next.
    private var waiting: [ReadOutcome] = []

    /// - Parameter mapping: is refused: the forms in XML bring their own.
    init(file: String, mapping: RecordMapping?) {
        self.file = file
        hasMapping = mapping != nil
        reader = XMLUnitReader(file: file, isUnit: Self.isUnit)
    }

    mutating func next(from stream: inout ByteStream) throws -> ReadOutcome? {
        if hasMapping { throw mappingRefused }
        if !waiting.isEmpty { return waiting.removeFirst() }
        while let reading = try reader.next(from: &stream) {
            switch reading {
            case .refused(let problem): return .refused(problem)
            case .unit(let unit):
                if let outcome = take(unit) {
                    hasFoundAny = true
                    return outcome
                }
            }
        }
        try checkThatAnyWasFound()
        return nil
    }

    /// Nil for what is no record but says something of the records.
    private mutating func take(_ unit: XMLUnit) -> ReadOutcome? {
        let element = unit.element
        if FeedFacts.isFact(element.name, in: unit.parent) {
            feed.take(element)
            return nil
        }
        if element.name.local == "error" {
            error = error ?? OAIError(element)
            return nil
        }
        if Self.isOAIRecord(element.name), let record = try? OAIRecord(unit) { return record.sourceRecord() }
        let context = XMLRecordContext(language: unit.language, feed: feed)
        let several = EDMReader.contents(of: element, in: context)
        if let first = several.first {
            waiting = several.dropFirst().map { $0.outcome(at: unit.location, warnings: unit.warnings) }
            return first.outcome(at: unit.location, warnings: unit.warnings)
        }
        guard let content = XMLRecordForms.content(of: element, in: context) else {
            let fault = Self.isOAIRecord(element.name) ? RecordFault.oaiHeaderMissing : .unknownForm(element.name)
            return .refused(fault.problem(at: unit.location))
        }
        return content.outcome(at: unit.location, warnings: unit.warnings)
    }
}

// MARK: Units

extension XMLRecordsReader {
    private static let rss1 = "http://purl.org/rss/1.0/"

    private static func isOAIRecord(_ name: XMLName) -> Bool {
        name == XMLName("record", in: OAIResponse.namespace) || name == XMLName("record")
    }

    private static func isUnit(_ element: XMLOpenElement, depth: Int, parent: XMLName?, isAfterDamage: Bool) -> Bool {
        let name = element.name
        // What stands in a damaged item is not said of the feed.
        if !isAfterDamage, FeedFacts.isFact(name, in: parent) { return true }
        if let parent, parent.namespace == OAIResponse.namespace || OAIResponse.isRoot(parent) {
            return name.namespace == parent.namespace && ["record", "error"].contains(name.local)
        }
        if isOAIRecord(name) {
            // Without a namespace, it may be MARC as well as OAI-PMH.
            return name.namespace == OAIResponse.namespace || depth == 0
                || ["ListRecords", "GetRecord", "collection"].contains(parent?.local)
        }
        // The RDF of an RSS 1.0 feed is no record: its items are.
        if depth == 0, name.local == "RDF", element.namespaces.values.contains(rss1) { return false }
        return XMLRecordForms.isRecord(name)
    }
}

// MARK: Files without records

extension XMLRecordsReader {
    private func checkThatAnyWasFound() throws {
        guard !hasFoundAny, let root = reader.root else { return }
        if let error {
            throw fileError(
                "Kho OAI-PMH trả lời lỗi: \(error)", "The OAI-PMH repository answered with an error: \(error)",
                "Hãy gửi lại yêu cầu với đối số đúng", "Send the request again with arguments it accepts")
        }
        // A feed may have no entries yet.
        if ["rss", "feed"].contains(root.name.local) { return }
        throw fileError(
            "Không có bản ghi nào thuộc dạng đã biết; phần tử gốc là \(root.name)",
            "None of its elements is a record of a known form; the root is \(root.name)",
            "Các dạng đọc được: OAI-PMH, \(XMLRecordForms.names)",
            "Known forms: OAI-PMH, \(XMLRecordForms.names)")
    }

    private var mappingRefused: RecordFormatError {
        fileError(
            "Tệp ánh xạ không dùng cho XML", "A mapping file cannot be used with XML",
            "Hãy nạp tệp XML không kèm --mapping", "Take the XML file in without --mapping")
    }

    private func fileError(
        _ vietnamese: String, _ english: String, _ remedyVietnamese: String, _ remedyEnglish: String
    ) -> RecordFormatError {
        RecordFormatError(
            location: SourceLocation(file: file, line: reader.root?.line ?? 1),
            message: LocalisedText(vietnamese: vietnamese, english: english),
            remedy: LocalisedText(vietnamese: remedyVietnamese, english: remedyEnglish), kind: .otherXML)
    }
}
