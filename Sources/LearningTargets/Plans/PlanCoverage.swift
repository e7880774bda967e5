import Vocabularies

/// Every clause of a plan, and what serves it: a page, a command, a figure, or nothing, said so.
package struct PlanCoverage: Sendable {
    package struct Clause: Hashable, Sendable {
        package let clause: String
        package let text: String
        /// `direct`, `support`, `evidence`, `out`.
        package let relevance: String
        package let pages: [String]
        package let commands: [String]
        /// `plan/target`.
        package let figures: [String]
        package let note: String
        package let line: Int
    }

    package static let relevances = ["direct", "support", "evidence", "out"]

    package let clauses: [Clause]

    /// Columns clause, text, relevance, pages, commands, figures (lists by `|`), note.
    ///
    /// - Throws: `VocabularyError`.
    package init(_ text: String, file: String) throws {
        let table = try TabSeparatedTable(
            text, file: file, required: ["clause", "text", "relevance", "pages", "commands", "figures", "note"])
        clauses = table.rows.map { row in
            Clause(
                clause: row["clause"], text: row["text"], relevance: row["relevance"], pages: row.list("pages"),
                commands: row.list("commands"), figures: row.list("figures"), note: row["note"], line: row.line)
        }
    }

    /// What does not hold: pages, commands and figures that are not there, and clauses that nothing serves though they are
    /// not out of scope.
    ///
    /// - Parameters:
    ///   - routes: paths of the service, with `:name` for a part that varies.
    ///   - commands: first words of commands.
    ///   - figures: `plan/target`.
    package func problems(routes: Set<String>, commands: Set<String>, figures: Set<String>) -> [String] {
        clauses.flatMap { clause in
            var found: [String] = []
            if !Self.relevances.contains(clause.relevance) { found.append("relevance “\(clause.relevance)”") }
            found += clause.pages.filter { !routes.contains($0) }.map { "page “\($0)”" }
            found += clause.commands.filter {
                !commands.contains($0.split(separator: " ").first.map(String.init) ?? "")
            }
            .map { "command “\($0)”" }
            found += clause.figures.filter { !figures.contains($0) }.map { "figure “\($0)”" }
            let isServed = !clause.pages.isEmpty || !clause.commands.isEmpty || !clause.figures.isEmpty
            if clause.relevance == "out" ? isServed : !isServed { found.append("served and scope disagree") }
            return found.map { "line \(clause.line), \(clause.clause): \($0)" }
        }
    }
}
