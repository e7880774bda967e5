/// Where a list goes on (OAI-PMH 2.0 §3.5).
package struct ResumptionToken: Hashable, Sendable {
    /// Empty where the list ends here.
    package let value: String
    /// How many elements the whole list has; repositories estimate it.
    package let completeListSize: Int?
    /// How many elements came before this response.
    package let cursor: Int?
    package let expirationDate: String?

    init(_ element: XMLElement) {
        value = element.text
        completeListSize = element[attribute: "completeListSize"].flatMap { Int($0.trimmed) }
        cursor = element[attribute: "cursor"].flatMap { Int($0.trimmed) }
        expirationDate = element[attribute: "expirationDate"]
    }
}
