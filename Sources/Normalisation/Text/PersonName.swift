import Foundation
import TextAnalysis

/// Puts a creator's name into the order people write it in, without what catalogues add to it.
///
///     PersonName.display("Smith, John, 1950-")            // "John Smith"
///     PersonName.display("Nguyễn, Văn A (chủ biên)")      // "Nguyễn Văn A"
///     PersonName.display("University of Oregon, Eugene")  // as it is
enum PersonName {
    /// Names of several people in one value are parted at semicolons.
    static func displayed(_ text: String) -> [String] {
        guard text.utf8.contains(where: { $0 == 0x3B }) else { return [display(text)].filter { !$0.isEmpty } }
        return text.split(separator: ";").map { display(cleanText(String($0))) }.filter { !$0.isEmpty }
    }

    static func display(_ text: String) -> String {
        // Most names have none of the marks below.
        guard text.utf8.contains(where: { ",([".utf8.contains($0) || 0x30...0x39 ~= $0 }) else { return text }
        guard !isBody(text) else { return text }
        var parts = text.split(separator: ",").map { stripped($0) }.filter { !$0.isEmpty }
        while parts.count > 1, let last = parts.last, isDates(last) || isRelator(last) { parts.removeLast() }
        guard let family = parts.first else { return text }
        switch parts.count {
        case 1: return family
        case 2 where isSuffix(parts[1]): return family + ", " + parts[1]
        case 2: return ordered(family: family, given: parts[1]) ?? text
        case 3 where isSuffix(parts[2]):
            return ordered(family: family, given: parts[1]).map { $0 + " " + parts[2] } ?? text
        default: return text
        }
    }

    /// Nil where the parts are no two parts of a person's name.
    private static func ordered(family: String, given: String) -> String? {
        let (familyWords, givenWords) = (family.split(separator: " "), given.split(separator: " "))
        guard familyWords.count <= 3, givenWords.count <= 4, let initial = given.first,
            initial.isUppercase || !initial.isASCII,
            familyWords.contains(where: { $0.first?.isUppercase == true || $0.first?.isASCII == false })
        else { return nil }
        return isVietnamese(familyWords, givenWords) ? "\(family) \(given)" : "\(given) \(family)"
    }

    /// Family name first, as in Việt Nam: one of its family names, and a given name of its syllables.
    private static func isVietnamese(_ family: [Substring], _ given: [Substring]) -> Bool {
        guard let first = family.first, families.contains(PlainWords(String(first)).map(\.text).joined()) else {
            return false
        }
        return (family.dropFirst() + given).allSatisfy { word in
            // `Nguyễn, Văn B`: a letter for a name.
            if word.count == 1 { return true }
            let tokens = TextAnalyser().tokens(of: String(word))
            return !tokens.isEmpty && tokens.allSatisfy { $0.marking != .unmarked || $0.isSyllable }
        }
    }

    /// Without what stands in brackets at the end where it is a role or a date.
    private static func stripped(_ part: Substring) -> String {
        var text = cleanText(String(part))
        while let last = text.last, last == ")" || last == "]",
            let open = text.lastIndex(where: { $0 == "(" || $0 == "[" })
        {
            let inside = String(text[text.index(after: open)...].dropLast())
            guard isDates(inside) || isRelator(inside) else { break }
            text = cleanText(String(text[..<open]))
        }
        // `Smith, John.`: a cataloguer's full stop, unless it closes an initial or an abbreviation.
        if text.last == ".", let word = text.split(separator: " ").last, word.count > 4, !word.dropLast().contains(".")
        {
            text.removeLast()
        }
        return text
    }

    /// `1950-`, `1950-2010`, `d. 1920`, `active 12th century`, `sinh 1950`.
    private static func isDates(_ text: String) -> Bool {
        let words = PlainWords(text).map(\.text)
        guard words.contains(where: { $0.first?.isNumber == true }) else { return false }
        let known: Set<String> = [
            "b", "d", "ca", "c", "fl", "active", "century", "approximately", "born", "died", "or", "sinh", "mat", "nam",
            "bc", "bce", "th", "st", "nd", "rd",
        ]
        return words.allSatisfy {
            known.contains($0) || $0.prefix { $0.isNumber }.count >= 2
                || $0.utf8.count <= 2 && $0.first?.isNumber == true
        }
    }

    private static func isRelator(_ text: String) -> Bool {
        if text.hasPrefix("http") { return text.contains("/relators/") }
        let words = PlainWords(text).map(\.text)
        return relators.contains(words.joined(separator: " "))
    }

    private static func isSuffix(_ text: String) -> Bool {
        [
            "jr", "sr", "ii", "iii", "iv", "phd", "ph d", "md", "m d", "ths", "ts", "gs", "pgs", "esq", "dds", "msc",
            "ma",
        ]
        .contains(PlainWords(text).map(\.text).joined(separator: " "))
    }

    private static func isBody(_ text: String) -> Bool {
        PlainWords(text).contains { bodies.contains($0.text) }
            || vietnameseBodies.contains { text.lowercased().hasPrefix($0) }
    }

    private static let relators: Set<String> = [
        "author", "editor", "ed", "eds", "editors", "compiler", "comp", "translator", "trans", "tr", "illustrator",
        "ill",
        "contributor", "creator", "publisher", "narrator", "director", "photographer", "composer", "aut", "edt", "trl",
        "joint author",
        "author of introduction", "degree supervisor", "thesis advisor", "advisor", "supervisor", "instructor",
        "lecturer",
        "tac gia", "chu bien", "bien soan", "bien tap", "dich", "nguoi dich", "dich gia", "hieu dinh", "suu tam",
        "minh hoa", "dong tac gia", "cb", "b s",
        "auteur", "editeur", "traducteur",
    ]
    private static let bodies: Set<String> = [
        "university", "universite", "universitat", "universidad", "college", "institute", "institut", "school",
        "academy", "department",
        "faculty", "ministry", "library", "museum", "society", "association", "foundation", "center", "centre", "inc",
        "ltd",
        "llc", "corp", "corporation", "company", "co", "gmbh", "press", "organization", "organisation", "committee",
        "council",
        "commission", "agency", "office", "bureau", "bank", "group", "team", "project", "programme", "program",
        "laboratory",
        "hospital", "church", "united", "national", "international", "government", "division", "service", "services",
        "and", "of",
    ]
    private static let vietnameseBodies = [
        "đại học", "trường", "học viện", "viện", "bộ ", "sở ", "khoa ", "nhà xuất bản", "nxb", "thư viện", "bảo tàng",
        "hội ", "trung tâm",
        "ủy ban", "uỷ ban", "công ty", "tổng cục", "cục ", "ban ", "phòng ", "câu lạc bộ", "nhóm ", "quỹ ", "liên hiệp",
    ]
    /// Vietnamese family names, without marks.
    private static let families: Set<String> = Set(
        """
        nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh truong dinh lam phung mai
        to ha luu luong thai chau ta phuong cao thach son kim danh chu quach lai diep dam nghiem kieu mac tang la trieu ton khuc
        van vi giang hua lu quan luc an ninh tong nong be ma hau thi y thieu au dau doi
        """
        .split(whereSeparator: \.isWhitespace).map(String.init))
}
