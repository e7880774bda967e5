/// How far an ingest is, told after every batch.
package struct IngestProgress: Sendable {
    package let file: String
    package let bytesRead: Int
    /// Of the file being read.
    package let bytesInFile: Int
    package let counts: IngestCounts
}
