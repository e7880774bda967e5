/// Which documents answer which queries, and how well: graded judgements as `trec_eval` reads them.
package struct Judgements: Sendable {
    /// Grade by document, by query; what is not listed counts as 0.
    package let grades: [String: [String: Int]]

    package init(grades: [String: [String: Int]]) {
        self.grades = grades
    }

    /// Tab-separated lines `query-id`, `corpus-id`, `score`, with or without a header, or the four columns of TREC.
    ///
    /// - Throws: `EvaluationError` for a line of another form.
    package init(reading text: String, file: String) throws(EvaluationError) {
        var grades: [String: [String: Int]] = [:]
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let cells = line.split(whereSeparator: { $0 == "\t" || $0 == " " || $0 == "\r" })
            if cells.isEmpty || (number == 0 && cells.last.map { Int($0) == nil } ?? true) { continue }
            guard cells.count == 3 || cells.count == 4, let grade = Int(cells[cells.count - 1]) else {
                throw EvaluationError(
                    "\(file):\(number + 1): expected “query-id, corpus-id, score” separated by tabs; mend the line")
            }
            grades[String(cells[0]), default: [:]][String(cells[cells.count - 2])] = grade
        }
        self.grades = grades
    }
}

package struct EvaluationError: Error, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}
