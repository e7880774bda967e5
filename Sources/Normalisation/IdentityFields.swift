import CatalogueModel
import Vocabularies

/// The fields by which a resource is known and found: identifier, address, identifiers in systems of the world.
extension RecordReading {
    /// The identifier; one without a prefix gets the publisher's, so that two institutions may both number from 1.
    ///
    /// - Parameter isEncoded: what will not do as an identifier is encoded and not refused: a person who writes records
    ///   can mend it, a repository cannot.
    mutating func identifier(publisher: Publisher?, isEncoded: Bool) -> ResourceID? {
        guard let text = values(.identifier).first else {
            report(.missing, .identifier)
            return nil
        }
        let prefix = text.contains(":") ? "" : publisher.map { $0.id + ":" } ?? ""
        guard let id = isEncoded ? ResourceIdentifier.make(text, prefix: prefix) : ResourceID(prefix + text) else {
            report(.notAnIdentifier(text), .identifier)
            return nil
        }
        return id
    }

    /// The address of the resource: the first that is one; where none is given, that of a DOI or handle.
    mutating func address(orFrom identifiers: [WorldIdentifier]) -> String? {
        let texts = values(.url)
        if let text = texts.first(where: { WebAddress.fault(in: $0) == nil }) { return text }
        if let resolved = identifiers.lazy.compactMap(\.address).first {
            note(.urlIsFromIdentifier)
            return resolved
        }
        if let text = texts.first, let fault = WebAddress.fault(in: text) {
            report(.notAnAddress(text, fault, isRefused: true), .url)
        } else {
            report(.missing, .url)
        }
        return nil
    }

    /// What stands in `otherIdentifier`, in one spelling each.
    mutating func identifiers() -> [WorldIdentifier] {
        guard !record[.otherIdentifier].isEmpty else { return [] }
        var identifiers: [WorldIdentifier] = []
        for text in values(.otherIdentifier) {
            switch WorldIdentifier.read(text) {
            case .success(let identifier): identifiers.append(identifier)
            case .failure(.wrongCheckDigit): report(.wrongCheckDigit(text), .otherIdentifier)
            case .failure(.unregistered): report(.unregisteredHandle(text), .otherIdentifier)
            case .failure(.unknown): report(.unknownIdentifier(text), .otherIdentifier)
            }
        }
        return identifiers
    }

    /// `identifiers`, and the DOIs and book numbers that stand in `texts`.
    func identifiers(_ identifiers: [WorldIdentifier], alsoIn texts: [String]) -> [String] {
        let all = identifiers + texts.compactMap(WorldIdentifier.found)
        return all.isEmpty ? [] : all.map(\.rawValue).withoutDuplicates { $0 }
    }
}
