/// The rules by which text becomes search keys (`TextAnalyser`) and sort keys (`sortKey(of:)`).
package enum TextAnalysis {
    /// Changes whenever any rule does: an index built with another number is rebuilt.
    package static let version = 1
}
