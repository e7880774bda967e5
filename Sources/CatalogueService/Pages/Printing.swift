import CatalogueModel
import LearningTargets
import Vocabularies

/// How figures and dates are printed for people (`vietnamese-text.md` §4.5).
enum Printing {
    /// Thousands apart: `69.202` in Vietnamese, `69,202` in English.
    static func number(_ number: Int, in language: PreferredLanguage) -> String {
        FigureWords.number(number, language)
    }

    /// Two decimals: `12,34` in Vietnamese, `12.34` in English.
    static func decimal(_ value: Double, in language: PreferredLanguage) -> String {
        let hundredths = Int((value * 100).rounded())
        let fraction = String(abs(hundredths) % 100)
        return (hundredths < 0 ? "−" : "") + number(abs(hundredths) / 100, in: language)
            + (language == .vietnamese ? "," : ".") + (fraction.count == 1 ? "0" : "") + fraction
    }

    /// `30/05/2021`, `05/2021` or `2021` in Vietnamese; ISO 8601 in English.
    static func date(_ date: PartialDate, in language: PreferredLanguage) -> String {
        FigureWords.day(date.description, language)
    }

    /// `1 giờ 30 phút`, `1 h 30 min`; seconds only where it is shorter than an hour.
    static func duration(_ duration: ISODuration, in language: PreferredLanguage) -> String {
        let units = language == .vietnamese ? ["giờ", "phút", "giây"] : ["h", "min", "s"]
        let hours = duration.seconds / 3600
        let parts = [hours, duration.seconds / 60 % 60, hours == 0 ? duration.seconds % 60 : 0]
        return zip(parts, units).filter { $0.0 > 0 }.map { "\(number($0.0, in: language)) \($0.1)" }
            .joined(separator: " ")
    }
}
