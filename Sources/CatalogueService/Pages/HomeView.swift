import CatalogueSearch
import CatalogueStore
import Vocabularies

/// What the home page shows: how much there is, and ways in.
struct HomeView {
    /// The search that matches everything.
    let page: SearchPage
    let language: PreferredLanguage

    private static let examples = [
        LocalisedText(vietnamese: "nau an", english: "nấu ăn"),
        LocalisedText(vietnamese: "trồng lúa", english: "rice"),
        LocalisedText(vietnamese: "mô phỏng vật lý", english: "calculus"),
        LocalisedText(vietnamese: "sức khỏe", english: "museum"),
    ]

    var values: [String: Any] {
        [
            "pageTitle": PageText.text("siteName", in: language) + " – " + PageText.text("homeTitle", in: language),
            "examples": Self.examples.map { ["text": $0[language], "href": href([("q", $0[language])])] },
            "countText": countText,
            "groups": [Facet.subject, .type, .audience, .language].compactMap(group),
        ]
    }

    private var countText: String {
        let institutions = page.facets[.institution]?.values ?? 0
        return LocalisedText(
            vietnamese:
                "Có \(Printing.number(page.total, in: .vietnamese)) học liệu của \(Printing.number(institutions, in: .vietnamese)) đơn vị.",
            english:
                "There are \(Printing.number(page.total, in: .english)) resources of \(Printing.number(institutions, in: .english)) institutions."
        )[language]
    }

    /// The most frequent values of a facet; of subjects the broad fields.
    private func group(_ facet: Facet) -> [String: Any]? {
        let values = (page.facets[facet]?.counts ?? []).filter { facet != .subject || $0.value.count == 2 }.prefix(12)
        guard !values.isEmpty else { return nil }
        return [
            "id": facet.rawValue, "label": PageText.text("facet.\(facet.rawValue)", in: language),
            "values": values.map { value -> [String: Any] in
                [
                    "label": value.label[language], "count": Printing.number(value.count, in: language),
                    "href": href([(facet.rawValue, value.value)]),
                ]
            },
        ]
    }

    private func href(_ items: [(name: String, value: String)]) -> String {
        PageAddress(path: SearchAddress.path, items: items).with("lang", language == .english ? "en" : nil).href
    }
}
