import CatalogueSearch
import CatalogueStore
import Hummingbird
import Vocabularies

/// Reads a search from an address and writes addresses of searches.
enum SearchAddress {
    static let path = "/search"

    /// - Throws: `Problem` or `SearchRequestError` for what is not a number, an order or a page that can be had.
    static func request(from query: FormQuery, pageSize: Int? = nil, facetValues: Int? = nil) throws -> SearchRequest {
        var filters: [Facet: [String]] = [:]
        for facet in Facet.allCases { filters[facet] = query.all(facet.rawValue) }
        let order: SearchRequest.Order
        switch query["sort"] {
        case nil, "": order = .relevance
        case let name?:
            guard let known = SearchRequest.Order(rawValue: name) else {
                let orders = SearchRequest.Order.allCases.map(\.rawValue).joined(separator: ", ")
                throw Problem.badRequest(
                    LocalisedText(
                        vietnamese: "Không có cách sắp xếp “\(name)”. Hãy dùng một trong: \(orders).",
                        english: "There is no order “\(name)”. Use one of: \(orders)."))
            }
            order = known
        }
        return try SearchRequest(
            query["q"] ?? "", filters: filters, order: order, page: try number("page", in: query) ?? 1,
            pageSize: try pageSize ?? number("size", in: query) ?? 10,
            facetValues: try facetValues ?? number("facetSize", in: query) ?? 20)
    }

    private static func number(_ name: String, in query: FormQuery) throws -> Int? {
        guard let text = query[name], !text.isEmpty else { return nil }
        guard let number = Int(text) else {
            throw Problem.badRequest(
                LocalisedText(
                    vietnamese: "“\(name)” phải là một số nguyên, không phải “\(text.prefix(40))”.",
                    english: "“\(name)” must be a whole number, not “\(text.prefix(40))”."))
        }
        return number
    }
}
