/// Where a record stands in what was read: the address people look at when something is wrong with it.
package struct SourceLocation: Hashable, Sendable, CustomStringConvertible {
    /// Path or URL as it was given.
    package let file: String
    /// Line on which the record begins, from 1.
    package let line: Int

    package init(file: String, line: Int) {
        self.file = file
        self.line = line
    }

    package var description: String { "\(file):\(line)" }
}
