/// Reads the records of one format from the bytes of a file.
///
/// A reader holds at most one record and the chunk at hand. A bad record is one outcome, and the next call goes on after
/// it; only where nothing in the file can be trusted to be a record does a reader throw `RecordFormatError`.
protocol FormatReader {
    /// The next record, or why there is none; nil at the end.
    mutating func next(from stream: inout ByteStream) throws -> ReadOutcome?
}
