/// What an index must know of the analysis it was built with.
package enum TextAnalysis {
    /// Version of all rules; an index built with another number is rebuilt.
    package static let version = 2
}
