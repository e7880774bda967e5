import CatalogueModel
import RecordFormats
import Testing

/// Reads all of `bytes`, handed over in chunks of `chunk` bytes.
func read(
    _ bytes: [UInt8], _ format: RecordFormat = .jsonLines, mapping: RecordMapping? = nil, chunk: Int = 65_536
) throws -> [ReadOutcome] {
    var position = 0
    var reader = RecordReader(format: format, mapping: mapping, file: "in") {
        guard position < bytes.count else { return nil }
        defer { position += chunk }
        return Array(bytes[position..<min(bytes.count, position + chunk)])
    }
    var outcomes: [ReadOutcome] = []
    while let outcome = try reader.next() { outcomes.append(outcome) }
    #expect(reader.bytesRead == bytes.count)
    return outcomes
}

func read(_ text: String, _ format: RecordFormat = .jsonLines, mapping: RecordMapping? = nil) throws -> [ReadOutcome] {
    try read(Array(text.utf8), format, mapping: mapping)
}

extension ReadOutcome {
    var record: SourceRecord? {
        if case .record(let record, _) = self { record } else { nil }
    }

    var warnings: [RecordProblem] {
        if case .record(_, let warnings) = self { warnings } else { [] }
    }

    var refusal: RecordProblem? {
        if case .refused(let problem) = self { problem } else { nil }
    }
}

extension [ReadOutcome] {
    /// The values of `field` in every record that was read.
    func values(_ field: SourceField) -> [[String]] { compactMap(\.record).map { $0[field] } }
}
