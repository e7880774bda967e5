import CatalogueModel
import Normalisation
import TestSupport
import Testing

@Suite("Telling duplicates: two records")
struct DuplicateScorerTests {
    static let same: [DuplicateCase] = [
        DuplicateCase(
            "one DOI, titles spelt differently",
            DuplicateRecord("Trồng lúa nước").identified("doi:10.1000/182"),
            DuplicateRecord("Trong lua nuoc (PDF)").identified("doi:10.1000/182")),
        DuplicateCase(
            "a DOI as address on one side, as identifier on the other",
            DuplicateRecord("Trồng lúa nước", url: "https://dx.doi.org/10.1000/ABC"),
            DuplicateRecord("Trồng lúa nước").identified("doi:10.1000/abc")),
        DuplicateCase(
            "one ISBN, one with a subtitle",
            DuplicateRecord("Giải tích", by: "Trần An").identified("isbn:9780306406157"),
            DuplicateRecord("Giải tích: lý thuyết và bài tập", by: "An Trần").identified("isbn:9780306406157")),
        DuplicateCase(
            "one address in two spellings",
            DuplicateRecord("Nấu ăn ngon", url: "http://www.example.org/nau-an/"),
            DuplicateRecord("Nấu ăn ngon", url: "https://example.org/nau-an?utm_source=x#top")),
        DuplicateCase(
            "one video, short and long address",
            DuplicateRecord("Hàn hồ quang", url: "https://youtu.be/abcdefgh"),
            DuplicateRecord("Hàn hồ quang", url: "https://www.youtube.com/watch?v=abcdefgh&feature=share")),
        DuplicateCase(
            "a page and its snapshot in an archive",
            DuplicateRecord("Chăn nuôi gia cầm", url: "https://example.org/ga"),
            DuplicateRecord(
                "Chăn nuôi gia cầm", url: "https://web.archive.org/web/20201231000000/https://example.org/ga")),
        DuplicateCase(
            "one title and creator, marks left out by one",
            DuplicateRecord("Cơ sở dữ liệu phân tán", by: "Nguyễn Văn Đức", in: "vi"),
            DuplicateRecord("Co so du lieu phan tan", by: "Nguyen Van Duc", in: "vi")),
        DuplicateCase(
            "one title, the creator's names in another order",
            DuplicateRecord("Thinking about Compilers", by: "Okafor, Jane"),
            DuplicateRecord("Thinking About Compilers", by: "Jane Okafor")),
        DuplicateCase(
            "given names as initials",
            DuplicateRecord("Numerical Weather Models", by: "J. Okafor"),
            DuplicateRecord("Numerical weather models", by: "Jane Okafor")),
        DuplicateCase(
            "a subtitle on one side",
            DuplicateRecord("Parsing Streams", by: "Jane Okafor", in: "en"),
            DuplicateRecord("Parsing Streams: A Gentle Book", by: "Jane Okafor", in: "en")),
        DuplicateCase(
            "a slip in a long telling title",
            DuplicateRecord("Electromagnetic induction laboratory", by: "Jane Okafor"),
            DuplicateRecord("Electromagnetic inductions laboratory", by: "Jane Okafor")),
        DuplicateCase(
            "a long telling title and no creator on one side",
            DuplicateRecord("Composting household waste in tropical climates", in: "en"),
            DuplicateRecord("Composting Household Waste in Tropical Climates", by: "Jane Okafor", in: "en")),
        DuplicateCase(
            "one edition of one number",
            DuplicateRecord("Linear Models, 2nd edition", by: "Jane Okafor"),
            DuplicateRecord("Linear Models, Second Edition", by: "Jane Okafor")),
    ]

    static let different: [DuplicateCase] = [
        DuplicateCase(
            "a translation under the same title",
            DuplicateRecord("Parsing Streams", by: "Jane Okafor", in: "en"),
            DuplicateRecord("Parsing Streams", by: "Jane Okafor", in: "vi")),
        DuplicateCase(
            "two editions",
            DuplicateRecord("Linear Models, 2nd edition", by: "Jane Okafor"),
            DuplicateRecord("Linear Models, 3rd edition", by: "Jane Okafor")),
        DuplicateCase(
            "two editions under one identifier",
            DuplicateRecord("Linear Models, 2nd edition", by: "Jane Okafor").identified("doi:10.1000/182"),
            DuplicateRecord("Linear Models, 3rd edition", by: "Jane Okafor").identified("doi:10.1000/182")),
        DuplicateCase(
            "two volumes, Roman numbers",
            DuplicateRecord("Giải tích hàm nhiều biến, tập I", by: "Trần An"),
            DuplicateRecord("Giải tích hàm nhiều biến, tập II", by: "Trần An")),
        DuplicateCase(
            "two volumes, Arabic numbers",
            DuplicateRecord("Organic Chemistry Volume 1", by: "Jane Okafor"),
            DuplicateRecord("Organic Chemistry Volume 2", by: "Jane Okafor")),
        DuplicateCase(
            "two levels",
            DuplicateRecord("Lập trình Kotlin cơ bản", by: "Trần An"),
            DuplicateRecord("Lập trình Kotlin nâng cao", by: "Trần An")),
        DuplicateCase(
            "two lessons at one address",
            DuplicateRecord("Bài 1: Gieo hạt", url: "https://example.org/khoa-hoc"),
            DuplicateRecord("Bài 2: Bón phân", url: "https://example.org/khoa-hoc")),
        DuplicateCase("a title anybody may give", DuplicateRecord("Untitled"), DuplicateRecord("Untitled")),
        DuplicateCase("general words only", DuplicateRecord("Bài giảng"), DuplicateRecord("Bài giảng")),
        DuplicateCase(
            "a title of its field by other people",
            DuplicateRecord("Operating Systems", by: "Jane Okafor"),
            DuplicateRecord("Operating Systems", by: "Trần An")),
        DuplicateCase(
            "a short title, nobody named", DuplicateRecord("Python", in: "en"), DuplicateRecord("Python", in: "en")),
        DuplicateCase(
            "marks that tell two words apart",
            DuplicateRecord("Kỹ năng bán hàng", by: "Trần An", in: "vi"),
            DuplicateRecord("Kỹ năng bạn hàng", by: "Trần An", in: "vi")),
        DuplicateCase(
            "one person's two books",
            DuplicateRecord("Parsing Streams", by: "Jane Okafor"),
            DuplicateRecord("Parsing Trees", by: "Jane Okafor")),
        DuplicateCase(
            "two works of one title by one artist in one collection, years apart",
            DuplicateRecord("Landscape", by: "Jane Okafor", url: "https://m.example/1", on: "1901"),
            DuplicateRecord("Landscape", by: "Jane Okafor", url: "https://m.example/2", on: "1920")),
        DuplicateCase(
            "a version of its own in the subtitle",
            DuplicateRecord("Thinking about Compilers", by: "Jane Okafor", in: "en"),
            DuplicateRecord("Thinking about Compilers: Kotlin Version", by: "Jane Okafor", in: "en")),
        DuplicateCase(
            "a course to a book",
            DuplicateRecord("Graph Theory", by: "Jane Okafor").typed("textbook"),
            DuplicateRecord("Graph Theory Exercises", by: "Jane Okafor").typed("course")),
        DuplicateCase(
            "two books with different ISBNs and years",
            DuplicateRecord("Graph Theory", by: "Jane Okafor", on: "1990").identified("isbn:9780306406157"),
            DuplicateRecord("Graph Theory", by: "Jane Okafor", on: "2005").identified("isbn:9781861972712")),
    ]

    @Test("records of one resource are told to be the same", arguments: same)
    func one(pair: DuplicateCase) {
        let (first, second) = pair.traits
        let score = DuplicateScorer.score(first, second)
        #expect(score.isSame, "\(score.probability) \(score.parts)")
        #expect(!Set(DuplicateKeys.keys(of: first)).isDisjoint(with: DuplicateKeys.keys(of: second)), "they never meet")
    }

    @Test("records of two resources are told apart", arguments: different)
    func two(pair: DuplicateCase) {
        let (first, second) = pair.traits
        let score = DuplicateScorer.score(first, second)
        #expect(!score.isSame, "\(score.probability) \(score.parts)")
    }

    @Test("a score is the same from both sides, and every record is like itself", arguments: 0..<20 as Range<UInt64>)
    func symmetric(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let traits = (0..<24).map { _ in DuplicateTraits(RandomRecord.next(&random).resource(at: "a.example")) }
        for first in traits {
            #expect(DuplicateScorer.score(first, first).isSame)
            for second in traits {
                let score = DuplicateScorer.score(first, second)
                #expect(score == DuplicateScorer.score(second, first))
                #expect((0...1).contains(score.probability))
            }
        }
    }

    @Test(
        "records meet under a key where they share an identifier, an address or a title",
        arguments: 0..<10 as Range<UInt64>)
    func meeting(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let records = (0..<30).map { _ in RandomRecord.next(&random).resource(at: "a.example") }
        for first in records {
            let keys = Set(DuplicateKeys.keys(of: DuplicateTraits(first)))
            for second in records {
                let isMet =
                    first.title == second.title || first.url == second.url
                    // An ISSN names a series.
                    || first.identifiers.contains { !$0.hasPrefix("issn") && second.identifiers.contains($0) }
                guard isMet else { continue }
                #expect(!keys.isDisjoint(with: DuplicateKeys.keys(of: DuplicateTraits(second))))
            }
        }
    }
}
