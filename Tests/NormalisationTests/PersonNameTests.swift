import CatalogueModel
import Foundation
import Normalisation
import Testing

@Suite("Names of creators")
struct PersonNameTests {
    private func creators(_ names: [String]) throws -> [String] {
        try normalised([.creator: names]).resource.creators
    }

    @Test(
        "people are in the order people write them",
        arguments: [
            ("Smith, John", "John Smith"), ("Nguyễn, Văn A", "Nguyễn Văn A"), ("Nguyen, Van A", "Nguyen Van A"),
            ("Nguyễn Văn A", "Nguyễn Văn A"), ("Smith, John, 1950-", "John Smith"),
            ("Smith, John, 1950-2010.", "John Smith"), ("Nguyễn, Du, 1765-1820", "Nguyễn Du"),
            ("Smith, John, author", "John Smith"), ("Smith, John (Editor)", "John Smith"),
            ("Trần, Thị B (chủ biên)", "Trần Thị B"), ("van Gogh, Vincent, 1853-1890", "Vincent van Gogh"),
            ("King, Martin Luther, Jr.", "Martin Luther King Jr."), ("Smith, PhD", "Smith, PhD"),
            ("Smith, J. R. R.", "J. R. R. Smith"), ("Le, Minh", "Le Minh"), ("Lê, Minh Hoàng", "Lê Minh Hoàng"),
            ("Le, John", "John Le"), ("García Márquez, Gabriel", "Gabriel García Márquez"), ("Doe, Jane.", "Jane Doe"),
            ("O'Brien, Tim", "Tim O'Brien"), ("Plato", "Plato"), ("Nguyễn, Du, sinh 1765", "Nguyễn Du"),
            ("Smith, John, http://id.loc.gov/vocabulary/relators/aut", "John Smith"),
        ])
    func people(written: String, expected: String) throws {
        #expect(try creators([written]) == [expected])
        #expect(try creators([expected]) == [expected])
    }

    @Test(
        "bodies are as they are",
        arguments: [
            "University of California, Berkeley", "Trường Đại học A, Khoa Công nghệ", "Google, Inc.",
            "Smith, Jones & Co.",
            "Ministry of Education, Culture and Sports", "Smith, John and Doe, Jane", "Bộ Giáo dục, Đào tạo",
            "OpenStax",
            "Hội Khuyến học, Cần Thơ", "Nhóm 3, lớp 10", "one, two, three, four", "24-7 Press, Inc",
        ])
    func bodies(written: String) throws {
        #expect(try creators([written]) == [written])
    }

    @Test("several people in one value are parted, and one under two spellings is one")
    func several() throws {
        #expect(try creators(["Smith, John; Doe, Jane"]) == ["John Smith", "Jane Doe"])
        #expect(try creators(["Smith, John, 1950-", "John Smith", "JOHN SMITH"]) == ["John Smith"])
    }

    @Test("every word of a name is kept")
    func words() throws {
        let families = ["Smith", "Nguyễn", "van der Berg", "Lê", "Müller-Lüdenscheidt", "Tran", "Ng"]
        let givens = ["John", "Văn A", "J. R.", "Thị Bích Ngọc", "Éloïse", "Minh", "Mary Ann"]
        for family in families {
            for given in givens {
                let shown = try creators(["\(family), \(given)"])
                #expect(shown.count == 1)
                #expect(
                    Set((shown.first ?? "").split(separator: " ")) == Set("\(family) \(given)".split(separator: " ")))
            }
        }
    }
}
