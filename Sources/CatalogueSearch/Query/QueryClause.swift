/// Terms one of which must be found: several where the user wrote `OR` between them.
package struct QueryClause: Hashable, Sendable {
    package var alternatives: [QueryTerm]

    var isPlainWord: Bool { alternatives.count == 1 && alternatives[0].kind == .word && alternatives[0].field == nil }
}
