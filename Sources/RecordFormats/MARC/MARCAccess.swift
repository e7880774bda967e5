import CatalogueModel

// MARK: Address, licence, relations

extension MARCCrosswalk {
    mutating func takeAccess() {
        takeRights()
        var addresses: [(rank: Int, address: String)] = []
        for field in record.fields("856") {
            values.add(field["r"], to: .license)
            for address in field["u"] where Self.isWebAddress(address) {
                if Self.isLicence(address, in: field) {
                    values.add(address, to: .license)
                } else if let rank = Self.rank(of: field) {
                    addresses.append((rank, address))
                }
            }
        }
        let best = addresses.map(\.rank).min()
        values.add(addresses.filter { $0.rank == best }.map(\.address), to: .url)
        if values[.url].isEmpty { values.add(persistentAddress, to: .url) }
    }

    /// 540 before 506, addresses before words: the first that is a known licence counts.
    private mutating func takeRights() {
        for tag in ["540", "506"] {
            for field in record.fields(tag) { values.add(field["u"], to: .license) }
            for field in record.fields("540") where tag == "540" { values.add(field["f"], to: .license) }
            for field in record.fields(tag) {
                values.add(field["a"].map(ISBDPunctuation.withoutFullStop), to: .license)
            }
        }
    }

    private static func isWebAddress(_ text: String) -> Bool {
        let start = text.prefix(8).lowercased()
        return start.hasPrefix("http://") || start.hasPrefix("https://")
    }

    private static func isLicence(_ address: String, in field: MARCField) -> Bool {
        let address = address.lowercased()
        if address.contains("creativecommons.org/") || address.contains("rightsstatements.org/") { return true }
        let words = field.values(of: ["3", "y", "z"]).joined(separator: " ").lowercased()
        return ["licence", "license", "rights", "giấy phép", "bản quyền"].contains(where: words.contains)
            || address.hasSuffix("/license") || address.hasSuffix("/licence")
    }

    /// How near the address is to the resource itself, nil where it is another thing (second indicator 2; contents,
    /// covers and blurbs).
    private static func rank(of field: MARCField) -> Int? {
        let part = field.values(of: ["3", "y"]).joined(separator: " ").lowercased()
        let isAside = ["table of contents", "contributor", "publisher description", "cover", "mục lục", "bìa"].contains(
            where: part.contains)
        if isAside { return nil }
        switch field.indicator2 {
        case "0": return 0
        case "1": return 1
        case "2": return nil
        default: return 2
        }
    }

    /// A DOI or handle of 024 is an address, too.
    private var persistentAddress: String? {
        for field in record.fields("024") where field.indicator1 == "7" {
            guard let value = field.first("a") else { continue }
            switch field.first("2")?.lowercased() {
            case "doi" where value.hasPrefix("10."): return "https://doi.org/" + value
            case "hdl" where !value.contains(":"): return "https://hdl.handle.net/" + value
            case "uri" where Self.isWebAddress(value): return value
            default: continue
            }
        }
        return nil
    }

    private static let relations: [String: SourceField] = [
        "765": .translationOfWork, "773": .isPartOf, "775": .isVersionOf, "786": .isBasedOn,
    ]

    /// Works it comes from or is in, where the linking field has an address: 765 is the original of a translation.
    mutating func takeRelations() {
        for field in record.fields("765", "773", "775", "786") {
            guard let target = Self.relations[field.tag] else { continue }
            let addresses = field.values(of: ["u", "o", "0", "1", "r"]).filter(Self.isWebAddress)
            values.add(addresses.first, to: target)
        }
    }
}
