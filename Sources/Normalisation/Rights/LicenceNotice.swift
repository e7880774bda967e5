/// What a rights notice says in words other than Creative Commons': a software licence, the public domain, rights kept,
/// who may read.
struct LicenceNotice {
    private(set) var codes: [(code: String, evidence: LicenceFinding.Evidence)] = []

    /// - Parameter isDenied: the text denies a licence, so that nothing open may be taken from it.
    init(_ words: PlainWords, text: String, isDenied: Bool) {
        if LicencePhrases.noKnownCopyright.contains(where: { words.first($0) != nil }) {
            codes.append(("RS-NKC", .name))
        } else if LicencePhrases.reservations.contains(where: { words.first($0) != nil }) {
            codes.append(("RS-InC", .reservation))
        }
        for (phrase, code) in LicencePhrases.restrictions where words.first(phrase) != nil {
            codes.append((code, .reservation))
            break
        }
        guard !isDenied else { return }
        for (phrase, code) in LicencePhrases.licences where words.first(phrase) != nil { codes.append((code, .name)) }
        if let code = Self.publicDomain(words) { codes.append((code, .name)) }
        if codes.isEmpty, LicencePhrases.access.contains(where: { words.first($0) != nil }) {
            codes.append(("COAR-open-access", .access))
        }
        if codes.isEmpty, Self.isCopyrightNotice(words, text: text) { codes.append(("RS-InC", .reservation)) }
    }

    /// Whether a denial stands within four words before a licence, or before the words that name the public domain.
    static func isDenied(_ words: PlainWords) -> Bool {
        let denied = words.indices.filter { LicencePhrases.denials.contains(words[$0].text) }
        return denied.contains { denial in
            // `không phái sinh`, `not for commercial` are conditions and no denials.
            if let module = CreativeCommonsModules.module(in: words, at: denial), module.length > 1 { return false }
            return words[(denial + 1)..<min(words.count, denial + 7)].contains { Self.licenceWords.contains($0.text) }
        }
    }

    private static let licenceWords: Set<String> = [
        "cc", "cc0", "creative", "attribution", "ghi", "licensed", "license", "licence", "public", "publicdomain",
        "cong",
        "domaine", "open", "openaccess", "mit", "gpl", "apache", "by",
    ]

    /// In the public domain, where the notice is about the resource and names no country.
    private static func publicDomain(_ words: PlainWords) -> String? {
        for phrase in LicencePhrases.publicDomain {
            guard let start = words.first(phrase) else { continue }
            let end = start + phrase.count
            let after = words[end..<min(words.count, end + 6)].map(\.text)
            if after.first == "in" || after.first == "tai" || after.first == "o" || after.first == "en" {
                let isAmerican =
                    after.contains("us") || after.contains("usa")
                    || after.starts(with: ["in", "the", "united", "states"])
                return isAmerican ? "RS-NoC-US" : nil
            }
            let before = start > 0 ? words[start - 1].text : ""
            let isStated = words.count <= 8 || ["the", "thuoc", "is", "le"].contains(before)
            let isDoubted = words[max(0, start - 6)..<start].contains {
                ["may", "might", "possibly", "probably"].contains($0.text)
            }
            return isStated && !isDoubted ? "CC-PDM-1.0" : nil
        }
        return nil
    }

    /// `© 2020 Nhà xuất bản A`, `Copyright 1998 by B`.
    private static func isCopyrightNotice(_ words: PlainWords, text: String) -> Bool {
        if text.unicodeScalars.contains("©") { return true }
        guard let start = words.first(["copyright"]), start + 1 < words.count else { return false }
        let next = words[start + 1].text
        return next == "c" || next == "by" || (next.utf8.count == 4 && Int(next) != nil)
    }
}
