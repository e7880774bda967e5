import CatalogueModel
import Foundation

/// Sorts the identifiers of one record: where the resource is, and its identifiers in systems of the world.
struct RecordIdentifiers {
    /// Addresses, in the order they were found.
    private(set) var addresses: [String] = []
    /// `doi:`, `hdl:`, `isbn:`, `issn:` or `urn:` before the number.
    private(set) var others: [String] = []
    /// What is neither.
    private(set) var local: [String] = []

    /// - Parameter kind: what the source says it is (`doi`, `ISBN`, `uri` …), nil where it does not say.
    mutating func add(_ text: String, kind: String? = nil) {
        let text = text.trimmed
        guard !text.isEmpty else { return }
        if let identifier = Self.worldIdentifier(text, kind: kind?.lowercased()) {
            if !others.contains(identifier) { others.append(identifier) }
            if !Self.isAddress(text) {
                if let address = Self.resolver(of: identifier) { addAddress(address) }
                return
            }
        }
        if Self.isAddress(text) {
            addAddress(text)
        } else if !local.contains(text) {
            local.append(text)
        }
    }

    /// An address that is not an identifier.
    mutating func addAddress(_ text: String?) {
        guard let text = text?.trimmed, Self.isAddress(text), !addresses.contains(text) else { return }
        addresses.append(text)
    }

    /// The best address of the resource: a page about it rather than a file, a handle that is registered rather than
    /// one that is not; nil where there is none.
    var url: String? {
        let ranked = addresses.enumerated().min { a, b in
            (Self.rank(a.element), a.offset) < (Self.rank(b.element), b.offset)
        }
        return ranked?.element
    }

    /// Puts address and identifiers into `content`; without an identifier of its own the record gets the first one.
    func fill(_ content: inout XMLRecordContent) {
        if content[.url].isEmpty { content.add(url, to: .url) }
        content.add(others, to: .otherIdentifier)
        if content[.identifier].isEmpty {
            let short = local.first { ResourceID($0) != nil }
            content.add(short ?? others.first ?? url, to: .identifier)
        }
    }
}

// MARK: Telling them apart

extension RecordIdentifiers {
    static func isAddress(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return (start.hasPrefix("http://") || start.hasPrefix("https://")) && text.utf8.count > 8
            && !text.contains(where: \.isWhitespace)
    }

    private static func rank(_ address: String) -> Int {
        let lower = address.lowercased()
        // DSpace writes this prefix until somebody registers a real one: the handle system does not know it.
        if lower.contains("hdl.handle.net/123456789/") { return 2 }
        let files = ["/bitstream", "/retrieve/", "/download/", ".pdf", ".doc", ".docx", ".jpg", ".png", ".mp4", ".zip"]
        return files.contains { $0.hasPrefix("/") ? lower.contains($0) : lower.hasSuffix($0) } ? 1 : 0
    }

    private static func worldIdentifier(_ text: String, kind: String?) -> String? {
        let lower = text.lowercased()
        if let doi = after(
            ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/"], lower, text)
        {
            return "doi:" + doi
        }
        if let doi = after(["doi:", "info:doi/"], lower, text) { return "doi:" + doi }
        if lower.hasPrefix("10."), lower.wholeMatch(of: #/10\.\d{4,9}/\S+/#) != nil { return "doi:" + text }
        if let handle = after(["https://hdl.handle.net/", "http://hdl.handle.net/", "hdl:", "info:hdl/"], lower, text) {
            return handle.hasPrefix("123456789/") ? nil : "hdl:" + handle
        }
        if lower.hasPrefix("urn:") && !lower.hasPrefix("urn:isbn:") && !lower.hasPrefix("urn:issn:") { return text }
        return number(lower, kind: kind)
    }

    /// ISBN and ISSN, announced by a word or by the source.
    private static func number(_ lower: String, kind: String?) -> String? {
        for name in ["isbn", "issn"] {
            let announced = after(["urn:\(name):", "\(name):", "\(name)-13:", "\(name)-10:", "\(name)"], lower, lower)
            guard let text = announced ?? (kind?.contains(name) == true ? lower : nil) else { continue }
            let digits = text.prefix { $0.isNumber || $0 == "-" || $0 == "x" || $0 == " " }.filter { $0 != " " }
            if digits.filter(\.isNumber).count >= 7 { return "\(name):" + digits.uppercased() }
        }
        return nil
    }

    private static func after(_ prefixes: [String], _ lower: String, _ text: String) -> String? {
        for prefix in prefixes where lower.hasPrefix(prefix) {
            let rest = String(text.dropFirst(prefix.count)).trimmed
            return rest.isEmpty || rest.contains(where: \.isNewline) ? nil : rest
        }
        return nil
    }

    private static func resolver(of identifier: String) -> String? {
        let value = identifier.drop { $0 != ":" }.dropFirst()
        guard !value.contains(where: \.isWhitespace) else { return nil }
        if identifier.hasPrefix("doi:") { return "https://doi.org/" + value }
        return identifier.hasPrefix("hdl:") ? "https://hdl.handle.net/" + value : nil
    }
}
