/// What a harvester asks for, with the arguments each verb takes (OAI-PMH 2.0 §4).
enum OAIVerb: String, CaseIterable, Codable {
    case identify = "Identify"
    case listMetadataFormats = "ListMetadataFormats"
    case listSets = "ListSets"
    case getRecord = "GetRecord"
    case listIdentifiers = "ListIdentifiers"
    case listRecords = "ListRecords"

    var required: Set<String> {
        switch self {
        case .identify, .listMetadataFormats, .listSets: []
        case .getRecord: ["identifier", "metadataPrefix"]
        case .listIdentifiers, .listRecords: ["metadataPrefix"]
        }
    }

    var optional: Set<String> {
        switch self {
        case .identify, .getRecord: []
        case .listMetadataFormats: ["identifier"]
        case .listSets: []
        case .listIdentifiers, .listRecords: ["from", "until", "set"]
        }
    }

    /// Whether a list may be cut, and go on by a token alone.
    var isList: Bool { self == .listSets || self == .listIdentifiers || self == .listRecords }
}
