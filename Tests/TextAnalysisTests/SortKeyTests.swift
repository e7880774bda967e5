import Testing
import TextAnalysis

@Suite("Sort keys")
struct SortKeyTests {
    @Test("titles sort as in a Vietnamese dictionary")
    func dictionaryOrder() {
        let order = """
            a|à|ả|ã|á|ạ|ă|â|Bình Thủy|Cái Răng|chợ|cô|Cờ Đỏ|da|dạ|dạy nghề|đa|Đại học|e|ê|hoa học|hóa học|hoc lieu|\
            học liệu|i|kĩ|kỹ|Ninh Kiều|o|ô|Ô Môn|ơ|Phong Điền|Thốt Nốt|Thới Lai|thủ công|thư viện|trung tâm|Trung tâm|\
            u|ư|Vĩnh Thạnh|y
            """.split(separator: "|").map(String.init)
        #expect(sorted(order.reversed()) == order)
    }

    @Test("numbers sort by value, other scripts last, marks of other languages after none")
    func others() {
        let order = [
            "", "2 x", "10 x", "resume", "résumé", "Strasse", "Straße", "Tập 2", "Tập 010", "Tập 10a", "Tập 100",
            "Tập một", "z", "Ωμέγα", "Яблоко", "日本", "한국",
        ]
        #expect(sorted(order.reversed()) == order)
    }

    @Test(
        "placement of the tone, quotes and punctuation do not count",
        arguments: [
            ("hoá học", "hóa học"), ("“Hóa học”", "Hóa học"), ("Hóa - học", "Hóa học"), ("qủan", "quản"),
        ])
    func same(a: String, b: String) {
        #expect(sortKey(of: a) == sortKey(of: b))
    }

    private func sorted(_ titles: [String]) -> [String] {
        titles.sorted { sortKey(of: $0).lexicographicallyPrecedes(sortKey(of: $1)) }
    }
}
