/// How a value of one vocabulary stands to the concept it is mapped to (SKOS mapping properties, SKOS Reference §10).
package enum MappingRelation: String, CaseIterable, Sendable {
    case exactMatch
    case closeMatch
    /// The concept is broader than the value.
    case broadMatch
    /// The concept is narrower than the value.
    case narrowMatch
    case relatedMatch
    /// The value is known and says nothing in our vocabulary: left out, and no fault of the record. Not of SKOS.
    case noMatch
}
