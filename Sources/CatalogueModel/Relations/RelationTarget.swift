/// What a relation leads to.
package enum RelationTarget: Hashable, Sendable, CustomStringConvertible {
    case resource(ResourceID)
    /// An `http` or `https` address outside the catalogue.
    case address(String)

    /// Reads an address or an identifier; nil for what is neither. What begins as an address is one.
    package init?(_ text: String) {
        let start = text.prefix(8).lowercased()
        if start.hasPrefix("https://") || start.hasPrefix("http://") {
            let host = text.drop { $0 != "/" }.dropFirst(2).first
            guard text.utf8.count <= Self.addressLimit, !text.contains(where: \.isWhitespace),
                host.map({ $0.isLetter || $0.isNumber || $0 == "[" }) == true
            else { return nil }
            self = .address(text)
        } else if let id = ResourceID(text) {
            self = .resource(id)
        } else {
            return nil
        }
    }

    /// Bytes of the longest address.
    package static let addressLimit = 2_000

    package var description: String {
        switch self {
        case .resource(let id): id.rawValue
        case .address(let address): address
        }
    }
}
