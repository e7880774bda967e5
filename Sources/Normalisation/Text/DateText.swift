import CatalogueModel

extension PartialDate {
    /// Reads dates as people write them: ISO 8601, `30/05/2021` (day first, as in Việt Nam), `05/2021`, `2021/05/30`,
    /// `năm 2021`, `tháng 5 năm 2021`, `ngày 30 tháng 5 năm 2021`; `-` and `.` may stand for `/`.
    ///
    /// Nil for what is no date, and for days that do not exist.
    init?(written text: String) {
        if let date = PartialDate(text) {
            self = date
            return
        }
        let words = text.lowercased().split { $0 == " " || $0 == "/" || $0 == "-" || $0 == "." || $0 == "," }
        let numbers = words.filter { !["ngày", "tháng", "năm"].contains($0) }
        guard (1...3).contains(numbers.count), text.last?.isNumber == true,
            numbers.allSatisfy({ $0.utf8.count <= 4 && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 } })
        else { return nil }
        let yearFirst = numbers[0].utf8.count == 4 ? numbers : numbers.reversed()
        self.init(yearFirst.map { $0.utf8.count == 1 ? "0" + $0 : String($0) }.joined(separator: "-"))
    }
}
