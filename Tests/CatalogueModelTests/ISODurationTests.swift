import CatalogueModel
import Testing

@Suite("ISODuration")
struct ISODurationTests {
    @Test(
        "reads weeks to seconds",
        arguments: [("PT1H30M", 5400), ("P10W", 6_048_000), ("P1DT2H", 93_600), ("PT95.5S", 96), ("PT90M", 5400)])
    func reads(text: String, seconds: Int) {
        #expect(ISODuration(text)?.seconds == seconds)
    }

    @Test(
        "refuses what has no fixed or sensible length",
        arguments: ["", "P", "PT", "P1Y", "P2M", "1H", "PT-5M", "PT0S", "PTXM", "P99999W", "PT5"])
    func refuses(text: String) {
        #expect(ISODuration(text) == nil)
    }

    @Test(
        "prints a form that reads back as the same length", arguments: [1, 59, 60, 3599, 3600, 86_400, 90_061, 400_000])
    func roundTrip(seconds: Int) throws {
        let duration = try #require(ISODuration(seconds: seconds))
        #expect(ISODuration(duration.description) == duration)
    }
}
