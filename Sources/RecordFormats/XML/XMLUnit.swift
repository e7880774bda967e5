package import CatalogueModel

/// A complete element of a document, taken out as one piece, with what it inherits from those around it.
package struct XMLUnit: Hashable, Sendable {
    package let element: XMLElement
    /// Where its start tag begins.
    package let location: SourceLocation
    /// The element directly around it; nil for the root of the document.
    package let parent: XMLName?
    /// `xml:lang` in force around it, nil where there is none.
    package let language: String?
    /// What had to be mended in it.
    package let warnings: [RecordProblem]
}
