import CatalogueModel
import Testing

@Suite("PartialDate")
struct PartialDateTests {
    @Test(
        "reads years, months and days, and prints what it read", arguments: ["2021", "2021-05", "2024-02-29", "0800"])
    func roundTrip(text: String) {
        #expect(PartialDate(text)?.description == text)
    }

    @Test(
        "refuses what is no date",
        arguments: [
            "", "21", "2021-13", "2021-02-30", "2023-02-29", "1900-02-29", "2021-5", "abcd", "2021/05/01", "-2021",
        ])
    func refuses(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test("reads the date of a date and time", arguments: ["2021-05-30T08:00:00Z", "2021-05-30 08:00"])
    func dateTime(text: String) {
        #expect(PartialDate(text)?.description == "2021-05-30")
    }
}
