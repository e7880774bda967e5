import CatalogueModel
import Foundation

/// Small readings of values that several forms share.
enum RecordTexts {
    /// Our field for a subject: an address or a code of ISCED-F is `about`, everything else a keyword.
    ///
    /// - Parameter scheme: the scheme the source names, nil where it names none.
    static func addSubject(_ text: String, scheme: String? = nil, to content: inout XMLRecordContent) {
        let text = text.trimmed
        if let code = iscedCode(text, isISCED: scheme?.lowercased().contains("isced") == true) {
            content.add(code, to: .about)
        } else if RecordIdentifiers.isAddress(text) {
            content.add(text, to: .about)
        } else if !text.lowercased().hasPrefix("info:eu-repo/") {
            content.add(text, to: .keywords)
        }
    }

    /// `054` of `ISCED-F 2013: 054 …` and, where the source says that it is ISCED, of `054 …`.
    private static func iscedCode(_ text: String, isISCED: Bool) -> String? {
        let lower = text.prefix(60).lowercased()
        guard isISCED || lower.hasPrefix("isced") else { return nil }
        var rest = lower[...]
        for prefix in ["isced", "-f", "f", " 2013", "2013"] where rest.hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
        }
        let code = rest.drop { $0 == " " || $0 == ":" || $0 == "-" }.prefix { $0.isASCII && $0.isNumber }
        return 2...4 ~= code.utf8.count ? String(code) : nil
    }

    /// Licences: addresses first, then texts; statements of access alone are left out.
    static func addLicences(_ texts: [String], to content: inout XMLRecordContent) {
        let texts = texts.map(\.trimmed).filter { !isAccessStatement($0) }
        content.add(texts.filter(RecordIdentifiers.isAddress), to: .license)
        content.add(texts.filter { !RecordIdentifiers.isAddress($0) }, to: .license)
    }

    private static func isAccessStatement(_ text: String) -> Bool {
        let lower = text.lowercased()
        return lower.hasPrefix("info:eu-repo/semantics/") || lower.contains("purl.org/coar/access_right/")
            || ["open access", "openaccess", "open", "restricted access", "metadata only access", "embargoed access"]
                .contains(lower)
    }

    /// A length of time in ISO 8601 where `text` states one (`PT1H`, `01:02:03`, `12:30`, `90 phút`); nil for pages and
    /// bytes.
    static func duration(_ text: String) -> String? {
        let text = text.trimmed
        guard let first = text.utf8.first, ASCII.isDigit(first) || first | 0x20 == 0x70 else { return nil }
        if let duration = ISODuration(text.uppercased()) { return duration.description }
        if let clock = text.wholeMatch(of: #/(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.\d+)?/#) {
            let parts = [clock.1.flatMap { Int($0) } ?? 0, Int(clock.2) ?? 0, Int(clock.3) ?? 0]
            return ISODuration(seconds: parts[0] * 3600 + parts[1] * 60 + parts[2])?.description
        }
        let unit = #/^\d+([.,]\d+)?\s*(phút|giờ|tiếng|giây|min|minutes?|mins|hours?|hrs?|h|sec|seconds?|s)\b.*/#
        return text.lowercased().firstMatch(of: unit) == nil ? nil : text
    }

    /// Seconds, or what `duration(_:)` reads.
    static func durationOrSeconds(_ text: String) -> String? {
        guard let seconds = Double(text.trimmed), seconds.isFinite, abs(seconds) < 1e9 else { return duration(text) }
        return ISODuration(seconds: Int(seconds.rounded()))?.description
    }

    /// Whether a role makes somebody a creator (MARC relator terms, DataCite contributor types).
    static func creates(role: String) -> Bool {
        creatingRoles.contains(role.lowercased().trimmed)
    }

    private static let creatingRoles: Set<String> = [
        "aut", "author", "cre", "creator", "edt", "editor", "ill", "illustrator", "trl", "translator", "cmp",
        "composer",
        "pht", "photographer", "drt", "director", "art", "artist", "com", "compiler", "lyr", "lyricist", "prg",
        "programmer", "tác giả", "biên soạn", "chủ biên", "dịch giả", "biên tập",
    ]
}
