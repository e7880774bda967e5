import CatalogueModel
import Foundation

/// Small readings of values that all kinds of feeds have.
enum FeedText {
    /// A name: Atom's `name`, or the part in brackets of RSS's `address (name)`.
    static func person(_ element: XMLElement) -> String {
        if let name = element.first("name")?.text, !name.isEmpty { return name }
        let text = element.text
        if let match = text.wholeMatch(of: #/\S+@\S+\s+\((.+)\)/#) { return String(match.1) }
        return text.contains("@") && !text.contains(" ") ? "" : text
    }

    /// The address in an attribute before the text.
    static func licences(_ element: XMLElement) -> [String] {
        [element[attribute: "resource"], element[attribute: "href"], element.text].compactMap { $0 }.filter {
            !$0.isEmpty
        }
    }

    /// An ISO date for RFC 822 (`Mon, 06 Sep 2021 08:00:00 +0700`) and RFC 3339 dates; anything else as it is.
    ///
    /// The day is the one the author's clock showed.
    static func date(_ text: String) -> String {
        let text = text.trimmed
        if let date = PartialDate(text) { return date.description }
        guard let match = text.firstMatch(of: #/(\d{1,2})[\s-]+([A-Za-z]{3})[A-Za-z]*[\s-]+(\d{4}|\d{2})\b/#),
            let month = months.firstIndex(of: match.2.lowercased()), let year = Int(match.3)
        else { return text }
        // RFC 2822 §4.3 for years of two digits.
        let full = match.3.count == 4 ? year : year < 50 ? 2000 + year : 1900 + year
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = Int(match.1) ?? 0
        return PartialDate("\(full)-\(padded(month + 1))-\(padded(day))")?.description ?? text
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
