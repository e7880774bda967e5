import Vocabularies

/// Finds addresses of licences in running text and in the attributes of HTML.
struct LicenceAddresses: Sendable {
    private static let hosts = [
        "creativecommons.org", "rightsstatements.org", "opensource.org", "gnu.org", "spdx.org", "apache.org",
        "europeana.eu", "purl.org", "nationalarchives.gov.uk", "etalab.gouv.fr", "opendatacommons.org", "mozilla.org",
        "unlicense.org",
    ]

    let register: LicenceRegister

    /// The licences whose addresses stand in `text`, and the text without any address of a known host.
    func find(in text: String) -> (licences: [Licence], rest: String) {
        guard text.utf8.contains(0x2E), text.utf8.contains(0x2F) else { return ([], text) }
        var licences: [Licence] = []
        var rest = ""
        for piece in text.split(omittingEmptySubsequences: true, whereSeparator: Self.isSeparator) {
            if let address = Self.address(in: piece) {
                if let licence = licence(at: address) { licences.append(licence) }
            } else {
                rest += piece
            }
            rest += " "
        }
        return (licences, rest)
    }

    private static func isSeparator(_ character: Character) -> Bool {
        character.isWhitespace || "\"'<>()[]{},;|“”‘’".contains(character)
    }

    /// From the known host on, in small letters, without what a sentence puts behind it.
    private static func address(in piece: Substring) -> Substring? {
        guard piece.utf8.contains(0x2F), piece.utf8.contains(0x2E) else { return nil }
        let lower = piece.lowercased()
        for host in hosts {
            guard let range = lower.firstRange(of: host + "/") else { continue }
            if range.lowerBound > lower.startIndex {
                let before = lower[lower.index(before: range.lowerBound)]
                guard !before.isLetter, !before.isNumber, before != "-" else { continue }
            }
            var address = lower[range.lowerBound...].prefix { $0 != "?" && $0 != "#" }
            while let last = address.last, ".:!/*".contains(last) { address.removeLast() }
            return address
        }
        return nil
    }

    private func licence(at address: Substring) -> Licence? {
        let parts = address.split(separator: "/").map(String.init)
        switch parts.first {
        case "creativecommons.org": return creativeCommons(Array(parts.dropFirst()))
        case "rightsstatements.org"
        where parts.count > 2 && (parts[1] == "page" || parts[1] == "vocab" || parts[1] == "data"):
            return register.licence(named: "http://rightsstatements.org/vocab/\(parts[2])/1.0/")
        case "europeana.eu" where parts.count > 2 && parts[1] == "rights":
            return register.licence(named: "http://www.europeana.eu/rights/\(parts[2])/")
        default:
            return register.licence(named: "https://" + address) ?? named(parts)
        }
    }

    /// `licenses/by/4.0/deed.vi`, `licenses/by/3.0/vn`, `licenses/by`, `publicdomain/zero/1.0`, `publicdomain/mark/1.0`.
    private func creativeCommons(_ parts: [String]) -> Licence? {
        guard parts.count > 1, parts.dropFirst(2).allSatisfy(Self.isVersionPortOrPage) else { return nil }
        switch (parts[0], parts[1]) {
        case ("publicdomain", "zero"), ("licenses", "cc0"), ("licenses", "zero"):
            return register.licence(named: "CC0-1.0")
        case ("publicdomain", "mark"), ("licenses", "publicdomain"): return register.licence(named: "CC-PDM-1.0")
        case ("licenses", let modules):
            // "sa/1.0" and the like asked for no attribution: none of ours.
            let named = CreativeCommonsModules(named: modules)
            guard named.contains(.by), let code = named.code else { return nil }
            if parts.count > 3, parts[3] == "igo", let igo = register.licence(named: "\(code)-\(parts[2])-IGO") {
                return igo
            }
            return (parts.count > 2 ? register.licence(named: "\(code)-\(parts[2])") : nil)
                ?? register.licence(named: code)
        default: return nil
        }
    }

    /// `4.0`, `vn`, `igo`, `scotland`, `deed.vi`, `legalcode.txt`.
    private static func isVersionPortOrPage(_ part: String) -> Bool {
        part.hasPrefix("deed") || part.hasPrefix("legalcode") || part.wholeMatch(of: /[0-9]\.[0-9]/) != nil
            || part.utf8.count <= 8 && part.utf8.allSatisfy { 0x61...0x7A ~= $0 }
    }

    /// The last part of the path where hosts list licences by SPDX identifier: `licenses/MIT`, `licenses/gpl-3.0.en.html`.
    private func named(_ parts: [String]) -> Licence? {
        guard parts.count > 1, parts[1].hasPrefix("licens") || parts[1] == "copyleft", var name = parts.last else {
            return nil
        }
        for ending in [".html", ".txt", ".php", ".json", ".en", "-license", "-only", "-or-later", "+"]
        where name.hasSuffix(ending) { name.removeLast(ending.count) }
        if name.hasPrefix("fdl-") { name = "g" + name }
        return register.licence(named: name)
    }
}
