import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Abbreviations and old spellings, by the shipped glossary and the real index")
struct AbbreviationTests {
    @Test(
        "an abbreviation finds what it stands for",
        arguments: [
            ("TTHTCĐ", "Trung tâm học tập cộng đồng xã"), ("tthtcd", "Trung tâm học tập cộng đồng xã"),
            ("CNTT", "Công nghệ thông tin cơ bản"), ("cntt", "Công nghệ thông tin cơ bản"),
            ("GDTX", "Giáo dục thường xuyên"), ("GD&ĐT", "Sở Giáo dục và Đào tạo"), ("GDĐT", "Sở Giáo dục và Đào tạo"),
            ("GD-ĐT", "Sở Giáo dục và Đào tạo"), ("OER", "Tài nguyên giáo dục mở"), ("TNGDM", "Tài nguyên giáo dục mở"),
            ("ĐBSCL", "Đồng bằng sông Cửu Long"), ("TP Cần Thơ", "Bản đồ thành phố Cần Thơ"),
            ("TP.Cần Thơ", "Bản đồ thành phố Cần Thơ"), ("Cantho", "Bản đồ thành phố Cần Thơ"),
            ("welding", "Nghề hàn"), ("giải tích", "Calculus for beginners"),
        ])
    func abbreviation(query: String, title: String) throws {
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: CorpusFolder(Project.corpus).referenceData())
        _ = try store.add([
            Fixture.resource("example:meant", title: title), Fixture.resource("example:other", title: "Chuyện khác"),
        ])
        let hits = try Searcher(store).search(SearchRequest(query)).hits
        #expect(hits.first?.resource.id.rawValue == "example:meant", "\(hits.map(\.resource.title))")
    }
}
