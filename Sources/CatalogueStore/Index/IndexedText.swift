package import CatalogueModel
import Foundation
package import GRDB

/// The text of a resource by searchable field: what is indexed, highlighted and explained, and nothing else.
package struct IndexedText: Sendable {
    /// The parts of each field, in reading order. Parts are analysed apart, so no phrase spans two of them.
    package let parts: [IndexedField: [String]]

    /// Whether the resource is in English before all: every word of its text gets a stem.
    package let isEnglish: Bool

    /// What a query must select from `learningResource`, named `r`, for `init(row:at:)`.
    package static let columns =
        ["title", "alternatives", "keywords", "creators", "publisherName", "description", "languages"]
        .map { "r.record ->> '$.\($0)'" }.joined(separator: ", ") + ", " + tagNames

    private static let tagNames = """
        iif(r.record ->> '$.tags' IS NULL, NULL,
            (SELECT json_group_array(value ->> 'name') FROM json_each(r.record, '$.tags')))
        """

    /// The text of a stored record, without decoding all of it.
    ///
    /// - Parameter first: index of the first of `columns` in the row.
    package init(row: Row, at first: Int = 0) {
        func list(_ index: Int) -> [String] { (row[first + index] as String?).map(Self.strings) ?? [] }
        isEnglish = (row[first + 6] as String?)?.hasPrefix("[\"en") ?? false
        parts = [
            .title: [row[first] as String] + list(1), .subject: list(2) + list(7),
            .agent: list(3) + [row[first + 4] as String],
            .body: (row[first + 5] as String?).map { [$0] } ?? [],
        ]
    }

    /// The strings of a JSON array of strings.
    private static func strings(ofJSON text: String) -> [String] {
        if text.utf8.contains(UInt8(ascii: "\\")) {
            return (try? JSONDecoder().decode([String].self, from: Data(text.utf8))) ?? []
        }
        return text.dropFirst(2).dropLast(2).split(separator: "\",\"").map(String.init)
    }

    package init(of resource: LearningResource) {
        isEnglish = resource.languages.first?.primary == "en"
        parts = [
            .title: [resource.title] + resource.alternativeTitles,
            .subject: resource.keywords + resource.tags.map(\.name),
            .agent: resource.creators + [resource.publisher.name],
            .body: resource.description.map { [$0] } ?? [],
        ]
    }

    /// The parts of `field` as one text; the separator is a full stop, which no word contains.
    package func joined(_ field: IndexedField) -> String {
        (parts[field] ?? []).joined(separator: " . ")
    }
}
