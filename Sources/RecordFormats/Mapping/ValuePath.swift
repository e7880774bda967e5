/// A place in a source record: a column of a table, or the way through the objects of a JSON record.
struct ValuePath: Hashable, Sendable {
    /// As the mapping file has it; in a table this is the name of the column.
    let text: String
    /// Keys from the outside in. Lists need no step: all their elements are meant.
    let steps: [String]

    /// Nil where a step between two dots is empty.
    init?(_ text: String) {
        let steps = text.split(separator: ".", omittingEmptySubsequences: false).map { step in
            String(step.hasSuffix("[]") ? step.dropLast(2) : step)
        }
        guard !steps.contains("") else { return nil }
        self.text = text
        self.steps = steps
    }
}
