/// What a repository says of itself (OAI-PMH 2.0 §4.2 Identify); texts as it writes them.
package struct OAIRepository: Hashable, Sendable {
    package enum DeletedRecords: String, Sendable {
        case no
        case transient
        case persistent
    }

    package enum Granularity: String, Sendable {
        case day = "YYYY-MM-DD"
        case second = "YYYY-MM-DDThh:mm:ssZ"
    }

    package let name: String
    package let baseURL: String
    package let protocolVersion: String
    package let adminEmails: [String]
    package let earliestDatestamp: String
    /// `no` where it does not say.
    package let deletedRecords: DeletedRecords
    /// Days where it does not say: every repository understands them.
    package let granularity: Granularity
    package let compressions: [String]
    package let descriptions: [XMLElement]
}

extension OAIRepository {
    init(_ identify: XMLElement) {
        func text(_ name: String) -> String { identify.first(name)?.text ?? "" }
        name = text("repositoryName")
        baseURL = text("baseURL")
        protocolVersion = text("protocolVersion")
        adminEmails = identify.children("adminEmail").map(\.text).filter { !$0.isEmpty }
        earliestDatestamp = text("earliestDatestamp")
        deletedRecords = DeletedRecords(rawValue: text("deletedRecord").lowercased()) ?? .no
        // The form counts: `YYYY-MM-DDThh:mm:ssZ` comes in any case.
        granularity = text("granularity").lowercased().contains("hh") ? .second : .day
        compressions = identify.children("compression").map(\.text)
        descriptions = identify.children("description").flatMap(\.children)
    }
}
