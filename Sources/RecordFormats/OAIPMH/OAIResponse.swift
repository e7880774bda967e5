import CatalogueModel
import Vocabularies

/// The parts of a response (OAI-PMH 2.0 schema) and what they say.
enum OAIResponse {
    static let namespace = "http://www.openarchives.org/OAI/2.0/"

    static func isRoot(_ name: XMLName) -> Bool { name.local == "OAI-PMH" }

    static func isPart(_ name: XMLName, depth: Int, parent: XMLName?) -> Bool {
        guard depth > 0, depth <= 2, let parent, parent.namespace == name.namespace else { return false }
        switch (parent.local, name.local) {
        case ("OAI-PMH", "responseDate"), ("OAI-PMH", "request"), ("OAI-PMH", "error"), ("OAI-PMH", "Identify"),
            ("ListMetadataFormats", "metadataFormat"), ("ListSets", "set"), ("ListIdentifiers", "header"),
            ("ListRecords", "record"), ("GetRecord", "record"), ("OAI-PMH", "record"):
            return true
        case (_, "resumptionToken"): return true
        default: return false
        }
    }

    /// - Throws: `RecordFormatError` where the root is another document's.
    static func check(_ root: XMLElement, file: String) throws {
        guard !isRoot(root.name) else { return }
        throw RecordFormatError(
            location: SourceLocation(file: file, line: root.line),
            message: LocalisedText(
                vietnamese: "Đây là XML nhưng không phải trả lời OAI-PMH: phần tử gốc là \(root.name)",
                english: "This is XML, but no OAI-PMH response: its root is \(root.name)"),
            remedy: LocalisedText(
                vietnamese: "Hãy kiểm tra địa chỉ gốc (baseURL) của kho",
                english: "Check the base URL of the repository"), kind: .otherXML)
    }

    static func event(_ reading: XMLReading) -> OAIEvent {
        switch reading {
        case .refused(let problem): .refused(problem)
        case .unit(let unit): event(unit)
        }
    }

    private static func event(_ unit: XMLUnit) -> OAIEvent {
        let element = unit.element
        switch element.name.local {
        case "responseDate": return .responseDate(element.text)
        case "request": return .request(OAIRequest(element))
        case "error": return .error(OAIError(element))
        case "Identify": return .identify(OAIRepository(element))
        case "metadataFormat": return .metadataFormat(OAIMetadataFormat(element))
        case "set": return .set(OAISet(element))
        case "resumptionToken": return .token(ResumptionToken(element))
        case "header":
            let header = OAIHeader(element)
            return header.map { .header($0) } ?? .refused(RecordFault.oaiHeaderMissing.problem(at: unit.location))
        default: return record(unit)
        }
    }

    private static func record(_ unit: XMLUnit) -> OAIEvent {
        do throws(RecordFault) {
            return .record(try OAIRecord(unit))
        } catch {
            return .refused(error.problem(at: unit.location))
        }
    }
}
