/// Records drawn from a few titles, names and addresses, so that many of them are duplicates or nearly so.
enum RandomRecord {
    private static let titles = [
        "Giải tích", "Giải tích tập 1", "Giải tích tập II", "Giai tich", "Untitled", "Parsing Streams",
        "Parsing Streams: A Gentle Book", "Parsing Stream", "Trồng lúa nước vùng ngập mặn",
        "Trong lua nuoc vung ngap man",
        "Operating Systems", "Operating Systems, 2nd edition", "Lập trình cơ bản", "Lập trình nâng cao", "…", "数据结构",
    ]
    private static let names = ["Nguyễn An", "An Nguyen", "Jane Okafor", "J. Okafor", "Okafor, Jane", "Lê Bình", "?"]
    private static let identifiers = ["doi:10.1000/182", "isbn:9780306406157", "issn:0317-8471"]
    private static let addresses = [
        "https://example.org/a", "http://www.example.org/a/", "https://example.org/b", "https://other.example/a",
        "https://youtu.be/abc", "https://www.youtube.com/watch?v=abc", "https://github.com/x/y",
    ]

    static func next(_ random: inout some RandomNumberGenerator) -> DuplicateRecord {
        var record = DuplicateRecord(titles.randomElement(using: &random) ?? "")
        record.url = addresses.randomElement(using: &random) ?? ""
        record.creators = some(of: names, &random)
        record.languages = some(of: ["vi", "en", "en-GB"], &random)
        record.types = some(of: ["textbook", "course"], &random)
        record.identifiers = Bool.random(using: &random) ? [] : some(of: identifiers, &random)
        record.date = [nil, "1999", "2000", "2010-05"].randomElement(using: &random) ?? nil
        return record
    }

    private static func some(of values: [String], _ random: inout some RandomNumberGenerator) -> [String] {
        Array(values.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random)))
    }
}
