import CatalogueModel
import Normalisation
import Vocabularies

/// The page of an institution's records: the ten cheapest fixes and the weakest records.
struct QualityView {
    /// The newest records are looked at, so that the page comes soon; the command `hoclieu quality` looks at all.
    static let mostRecords = 2000

    private let summary: QualitySummary
    private let weakest: [(id: String, title: String, score: Int)]
    private let institution: Institution
    private let language: PreferredLanguage

    init(
        _ summary: QualitySummary, weakest: [(id: String, title: String, score: Int)], institution: Institution,
        language: PreferredLanguage
    ) {
        self.summary = summary
        self.weakest = weakest
        self.institution = institution
        self.language = language
    }

    var values: [String: Any] {
        let localised = language == .english ? institution.nameInEnglish : institution.nameInVietnamese
        let name = localised ?? institution.name
        let langQuery = language == .english ? "?lang=en" : ""
        return [
            "pageTitle": PageText.text("qualityTitle", in: language) + ": " + name, "institution": name,
            "records": Printing.number(summary.records, in: language),
            "mean": Printing.decimal(summary.meanScore, in: language), "none": summary.records == 0,
            "fixes": summary.cheapestFixes().map { entry in
                [
                    "message": entry.kind.message[language], "cost": entry.kind.cost[language],
                    "remedy": entry.kind.remedy[language],
                    "records": Printing.number(entry.records, in: language),
                    "points": Printing.number(entry.points, in: language),
                    "time": Self.time(entry.seconds, in: language), "field": entry.kind.field.rawValue,
                ]
            },
            "weakest": weakest.map { weak in
                [
                    "href": "/resources/" + FormEncoding.pathSegment(weak.id) + langQuery, "title": weak.title,
                    "score": "\(weak.score)",
                ]
            },
        ]
    }

    /// `12 phút`, from an hour on `1,5 giờ`; never less than a minute.
    static func time(_ seconds: Int, in language: PreferredLanguage) -> String {
        if seconds < 3600 {
            let minutes = Printing.number(max(1, (seconds + 59) / 60), in: language)
            return LocalisedText(vietnamese: "\(minutes) phút", english: "\(minutes) min")[language]
        }
        let hours = Printing.decimal(Double(seconds) / 3600, in: language)
        return LocalisedText(vietnamese: "\(hours) giờ", english: "\(hours) h")[language]
    }
}
