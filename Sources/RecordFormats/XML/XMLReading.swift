package import CatalogueModel

/// What became of one unit of an XML document.
package enum XMLReading: Hashable, Sendable {
    case unit(XMLUnit)
    /// The unit, or what stands between two units, is damaged beyond mending; reading goes on after it.
    case refused(RecordProblem)
}
