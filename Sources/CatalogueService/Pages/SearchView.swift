import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Hummingbird
import Vocabularies

/// What the search page shows, as values for its template.
struct SearchView {
    let page: SearchPage
    let reference: ReferenceData
    let language: PreferredLanguage
    /// The address asked for, without a page number: where links to filters start.
    private let address: PageAddress

    /// Values of one facet shown on the page; the rest is reached by narrowing.
    static let mostValues = 12

    init(_ page: SearchPage, reference: ReferenceData, request: Request) {
        self.page = page
        self.reference = reference
        language = request.language
        let kept = Set(["q", "sort", "lang"] + Facet.allCases.map(\.rawValue))
        address = PageAddress(
            path: SearchAddress.path,
            items: request.formQuery.items.filter { kept.contains($0.name) && !$0.value.isEmpty })
    }

    var values: [String: Any] {
        let text = page.request.text
        let chosen = chosenFilters
        return [
            "pageTitle": (text.isEmpty ? "" : text + " – ") + PageText.text("searchTitle", in: language),
            "noIndex": !page.request.filters.isEmpty || page.request.page > 1 || page.total == 0,
            "q": text, "hidden": hiddenFields, "hasOrders": true, "orders": orders, "hasChosen": !chosen.isEmpty,
            "chosen": chosen, "notices": notices, "remedies": remedies, "totalText": totalText, "none": page.total == 0,
            "isFiltered": !page.request.filters.isEmpty, "unfilteredHref": unfilteredHref,
            "firstRank": (page.request.page - 1) * page.request.pageSize + 1,
            "hits": page.hits.map { HitView($0, reference: reference, language: language).values },
            "hasPages": page.lastPage > 1, "previousHref": href(ofPage: page.request.page - 1) as Any,
            "nextHref": href(ofPage: page.request.page + 1) as Any, "pageText": pageText, "facets": facets,
        ].filter { !isNil($0.value) }
    }

    private var hiddenFields: [[String: Any]] {
        Facet.allCases.flatMap { facet in
            (page.request.filters[facet] ?? []).map { ["name": facet.rawValue, "value": $0] }
        }
    }

    private var orders: [[String: Any]] {
        SearchRequest.Order.allCases.map { order in
            [
                "value": order.rawValue, "label": PageText.text("order.\(order.rawValue)", in: language),
                "isSelected": order == page.request.order,
            ]
        }
    }

    private var chosenFilters: [[String: Any]] {
        Facet.allCases.flatMap { facet in
            (page.facets[facet]?.counts ?? []).filter(\.isSelected).map { value in
                ["label": value.label[language], "href": address.removing(facet.rawValue, value.value).href]
            }
        }
    }

    private var facets: [[String: Any]] {
        Facet.allCases.compactMap { facet in
            let counts = page.facets[facet]?.counts ?? []
            guard !counts.isEmpty else { return nil }
            return [
                "label": PageText.text("facet.\(facet.rawValue)", in: language),
                "isOpen": counts.contains(where: \.isSelected) || facet == .type,
                "values": counts.map { value -> [String: Any] in
                    let target =
                        value.isSelected
                        ? address.removing(facet.rawValue, value.value) : address.adding(facet.rawValue, value.value)
                    return [
                        "label": value.label[language], "count": Printing.number(value.count, in: language),
                        "href": target.href, "isSelected": value.isSelected,
                    ]
                },
            ]
        }
    }

    /// What was done with the query beyond taking it as it stands, each with a way back.
    private var notices: [[String: Any]] {
        SearchNotices(page, language: language).notices.map { notice in
            var values: [String: Any] = ["text": notice.text]
            if let query = notice.otherQuery {
                values["href"] = address.with("q", query).href
                values["link"] = notice.link
            }
            return values
        }
    }

    /// Other searches for somebody who found nothing.
    private var remedies: [[String: Any]] {
        page.expansions.prefix(3).map { expansion in
            [
                "href": PageAddress(path: SearchAddress.path, items: [("q", expansion.text)]).href,
                "text": LocalisedText(
                    vietnamese: "Tìm “\(expansion.text)”", english: "Search for “\(expansion.text)”")[language],
            ]
        }
            + page.concepts.prefix(2).map { concept in
                [
                    "href": PageAddress(path: SearchAddress.path, items: [(concept.facet.rawValue, concept.code)]).href,
                    "text": LocalisedText(
                        vietnamese: "Xem mọi học liệu: \(concept.label.vietnamese)",
                        english: "See everything: \(concept.label.english)")[language],
                ]
            }
    }

    private var totalText: String {
        let number = Printing.number(page.total, in: language)
        return LocalisedText(
            vietnamese: "\(number) học liệu", english: page.total == 1 ? "1 resource" : "\(number) resources")[language]
    }

    private var pageText: String {
        LocalisedText(
            vietnamese:
                "Trang \(Printing.number(page.request.page, in: .vietnamese))/\(Printing.number(page.lastPage, in: .vietnamese))",
            english:
                "Page \(Printing.number(page.request.page, in: .english)) of \(Printing.number(page.lastPage, in: .english))"
        )[language]
    }

    private var unfilteredHref: String {
        Facet.allCases.reduce(address) { $0.with($1.rawValue, nil) }.href
    }

    private func href(ofPage number: Int) -> String? {
        guard (1...page.lastPage).contains(number) else { return nil }
        return address.with("page", number == 1 ? nil : String(number)).href
    }

    private func isNil(_ value: Any) -> Bool {
        if case Optional<Any>.none = value { return true }
        return (value as? String?) == .some(nil)
    }
}
