/// Why one source record could not become a learning resource.
///
/// Thrown per record: an ingest counts rejections by reason and carries on.
package struct RecordRejection: Error, Hashable, Sendable {
    /// At least one of severity `refused`; every fault found, not only the first.
    package let problems: [RecordProblem]

    package init(problems: [RecordProblem]) {
        self.problems = problems
    }
}
