import CatalogueModel
import Normalisation
import Testing
import Vocabularies

@Suite("Why a date will not do")
struct DateReasonTests {
    @Test(
        "the warning says why",
        arguments: [
            ("19--", "year is not known"), ("197-?", "year is not known"), ("05/30/2021", "day comes before the month"),
            ("soon", "no date"), ("9999", "far in the future"),
        ])
    func reason(written: String, words: String) throws {
        let warnings = try normalised([.datePublished: [written]]).warnings
        #expect(warnings.map { $0.message.english.contains(words) } == [true])
        #expect(warnings.allSatisfy { $0.message.vietnamese.contains(written) })
    }
}
