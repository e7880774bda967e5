import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Searcher")
struct SearcherTests {
    @Test(
        "a title finds its resource, however it is accented",
        arguments: [
            "Học tập suốt đời", "Éducation à distance", "Διά βίου μάθηση", "Учёба для всех", "Kỹ thuật hàn điện",
            "Trồng lúa ở Đồng bằng sông Cửu Long", "C4 và mp3: bài 12",
        ])
    func titleFindsItself(title: String) throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("example:a", title: title), Fixture.resource("example:b", title: "Khác hẳn"))
        for spelling in [title, title.uppercased(), title.decomposedStringWithCanonicalMapping] {
            #expect(try ids(spelling, in: store) == ["example:a"], "\(spelling)")
        }
    }

    @Test(
        "an unmarked query finds marked text, a marked one nothing with other marks",
        arguments: [
            ("nau an", "Nấu ăn", true), ("dai hoc", "Đại học", true), ("đai hoc", "Đại học", true),
            ("học tâp", "học tập", true), ("bảo tàng", "báo tăng", false), ("đạ", "dạ", false),
            ("hòa bình", "hoà bình", true), ("kĩ thuật", "kỹ thuật", true), ("học tập", "hoc tap suot doi", true),
        ])
    func marks(query: String, title: String, isFound: Bool) throws {
        let store = try CatalogueStore.containing(Fixture.resource("example:a", title: title))
        #expect(try ids(query, in: store) == (isFound ? ["example:a"] : []))
    }

    @Test(
        "found by creator, keyword, description and publisher",
        arguments: ["Nguyễn Thị Thử", "thả vườn", "gà mái", "truong thu"])
    func fields(query: String) throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("example:a", title: "Nuôi gia cầm") { resource in
                resource.creators = ["Nguyễn Thị Thử"]
                resource.keywords = ["gà thả vườn"]
                resource.description = "Cách chọn gà mái đẻ."
            })
        #expect(try ids(query, in: store) == ["example:a"])
    }

    @Test(
        "a concept's name finds what is tagged with it",
        arguments: ["nấu ăn", "am thuc", "Personal services", "dịch vụ"])
    func concepts(query: String) throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("example:a", title: "Món Huế") { $0.subjects = ["101"] },
            Fixture.resource("example:b", title: "Lịch sử Huế"))
        #expect(try ids(query, in: store) == ["example:a"])
    }

    @Test("a word in the title outranks one in the description, an exact match a folded one")
    func order() throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("example:body", title: "Sách khác") { $0.description = "Nói thêm về cá tra ở đây." },
            Fixture.resource("example:folded", title: "Cà trá xanh"),
            Fixture.resource("example:title", title: "Cá tra xanh"))
        let hits = try Searcher(store).search(SearchRequest("cá tra")).hits.map(\.resource.id.rawValue)
        #expect(hits.prefix(2) == ["example:title", "example:body"])
        #expect(Set(try ids("ca tra", in: store)) == ["example:title", "example:body", "example:folded"])
    }

    @Test("nothing to look for finds nothing; nothing at all finds everything")
    func empty() throws {
        let store = try CatalogueStore.containing(Fixture.resource("example:a"), Fixture.resource("example:b"))
        #expect(try ids("?!… \"*", in: store).isEmpty)
        #expect(try ids("", in: store).count == 2)
        #expect(try ids("   ", in: store).count == 2)
    }

    @Test(
        "user text is never syntax and never an error",
        arguments: [
            "\"", "AND", "OR NOT", "NEAR(a b)", "title:x", "a* b*", "(((", "-x", "{a b}: c", "^x", "a\u{0}b",
            "\u{FFFD}",
            "'; DROP TABLE meta; --", "%_\\", String(repeating: "học ", count: 3000),
            String(repeating: "x", count: 10_000),
            (0..<500).map { "từ\($0)" }.joined(separator: " "), "🙂🙂", "\u{200F}\u{202E}",
        ])
    func hostile(text: String) throws {
        let store = try CatalogueStore.containing(Fixture.resource("example:a", title: "OR và AND"))
        _ = try Searcher(store).search(SearchRequest(text))
    }

    @Test("pages cut one ordering into pieces, in every order", arguments: SearchRequest.Order.allCases)
    func paging(order: SearchRequest.Order) throws {
        let store = try CatalogueStore.containing(
            (0..<57).map { number in
                Fixture.resource("example:\(number)", title: "Bài học \(number % 7)") {
                    $0.datePublished = PartialDate("20\(10 + number % 5)")
                }
            })
        let searcher = Searcher(store)
        let whole = try searcher.search(SearchRequest("bai hoc", order: order, pageSize: 100)).hits.map(\.resource.id)
        let pieces = try (1...6).flatMap {
            try searcher.search(SearchRequest("bai hoc", order: order, page: $0, pageSize: 10)).hits.map(\.resource.id)
        }
        #expect(whole.count == 57)
        #expect(pieces == whole)
    }

    @Test("titles sort in Vietnamese order")
    func titleOrder() throws {
        let titles = ["ba", "bà", "bả", "bã", "bá", "bạ", "Da", "Đa", "ê", "ơ", "ư", "y"]
        let store = try CatalogueStore.containing(
            titles.shuffled().enumerated().map { Fixture.resource("example:\($0.offset)", title: $0.element) })
        let page = try Searcher(store).search(SearchRequest("", order: .title))
        #expect(page.hits.map(\.resource.title) == titles)
    }

    @Test("a page that cannot be had is refused", arguments: [(-1, 20), (0, 20), (1, 0), (1, 101), (1_000_000, 20)])
    func badPages(page: Int, size: Int) {
        #expect(throws: SearchRequestError.self) { try SearchRequest("", page: page, pageSize: size) }
    }

    @Test("a number of facet values that cannot be had is refused", arguments: [-1, 1001])
    func badFacetSize(size: Int) {
        #expect(throws: SearchRequestError.facetValues(size)) { try SearchRequest("", facetValues: size) }
    }

    /// What is found by the query as asked, without relaxing it.
    private func ids(_ query: String, in store: CatalogueStore) throws -> [String] {
        let page = try Searcher(store).search(SearchRequest(query))
        return page.looseness == .asAsked ? page.hits.map(\.resource.id.rawValue) : []
    }
}
