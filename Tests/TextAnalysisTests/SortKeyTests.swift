import TestSupport
import TextAnalysis
import Testing

@Suite("Sort keys")
struct SortKeyTests {
    private static let inOrder = [
        "2 bài", "10 bài", "a", "à", "ả", "ã", "á", "ạ", "ă", "â", "Bình Thủy", "Cái Răng", "chợ", "cô", "Cờ Đỏ", "da",
        "dạ", "dạy nghề",
        "đa", "Đại học", "e", "ê", "hoa học", "hóa học", "hoc lieu", "học liệu", "i", "kĩ", "kỹ", "Ninh Kiều", "o", "ô",
        "Ô Môn", "ơ",
        "Phong Điền", "Thốt Nốt", "Thới Lai", "thủ công", "thư viện", "trung tâm", "Trung tâm", "u", "ư", "Vĩnh Thạnh",
        "y",
    ]

    @Test("put words in the order of Vietnamese dictionaries, from any shuffle", arguments: 0..<10 as Range<UInt64>)
    func dictionaryOrder(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let sorted = Self.inOrder.shuffled(using: &random).sorted {
            sortKey(of: $0).lexicographicallyPrecedes(sortKey(of: $1))
        }
        #expect(sorted == Self.inOrder)
    }

    @Test(
        "do not depend on composition or tone placement",
        arguments: [("hoà", "hòa"), ("ho\u{323}c", "học"), ("a\u{306}", "ă")])
    func composition(a: String, b: String) {
        #expect(sortKey(of: a) == sortKey(of: b))
    }
}
