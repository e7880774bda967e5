import Foundation
import TextAnalysis

/// Made-up records as lines of analysed text: what every engine is built from.
///
/// Columns, parted by tabs: number; folded keys of title, description, keywords and publisher; eight facet values; the sort
/// key of the document.
struct AnalysedCorpus {
    static let fieldWeights: [UInt32] = [4, 1, 3, 2]

    let path: String
    /// Some of the records, for making queries.
    private(set) var sample: [SyntheticRecord] = []
    private(set) var seconds = 0.0

    /// Writes `records` records to `path`.
    init(records: Int, path: String) throws {
        self.path = path
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw CocoaError(.fileWriteUnknown) }
        defer { try? handle.close() }
        var catalogue = SyntheticCatalogue()
        let analyser = TextAnalyser()
        var buffer = Data()
        var values = FacetNumbers()
        let clock = ContinuousClock()
        for number in 1...records {
            let record = catalogue.next()
            if number.isMultiple(of: max(1, records / 4000)) { sample.append(record) }
            let texts = [
                record.title.joined(separator: " "), record.description.joined(separator: " "),
                record.keywords.joined(separator: " . "), record.publisherName,
            ]
            var columns = ["\(number)"]
            let start = clock.now
            for text in texts { columns.append(analyser.keys(of: text, isEnglish: !record.isVietnamese).folded) }
            seconds += (clock.now - start) / .seconds(1)
            let facets = values.numbers(of: record)
            columns.append(facets.map { "\($0)" }.joined(separator: ","))
            columns.append("\((record.isVietnamese ? 0 : 1) << 30 | record.topic << 16 | (number % 1000))")
            buffer.append(contentsOf: columns.joined(separator: "\t").utf8)
            buffer.append(UInt8(ascii: "\n"))
            if buffer.count > 4_000_000 {
                try handle.write(contentsOf: buffer)
                buffer.removeAll(keepingCapacity: true)
            }
        }
        try handle.write(contentsOf: buffer)
    }

    /// Numbers for the values of eight facets.
    private struct FacetNumbers {
        private var numbers: [String: Int] = [:]

        mutating func numbers(of record: SyntheticRecord) -> [Int] {
            let values = [
                "type=\(record.type)", "subject=\(record.topic)", "level=\(record.level)",
                "language=\(record.language)",
                "licence=\(record.licence)", "publisher=\(record.publisher)", "audience=\(record.audience)",
                "year=\(record.year)",
            ]
            return values.map { value in
                if let number = numbers[value] { return number }
                numbers[value] = numbers.count + 1
                return numbers.count
            }
        }
    }

    struct Line {
        let number: UInt32
        /// Keys of each field, parted by spaces.
        let fields: [Substring]
        let facets: [UInt32]
        let order: UInt32
    }

    func forEachLine(_ visit: (Line) throws -> Void) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw CocoaError(.fileReadUnknown) }
        defer { try? handle.close() }
        let reader = LineReader(handle, chunk: 4_000_000)
        while let line = reader.next() {
            let columns = line.utf8.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
            try visit(
                Line(
                    number: UInt32(Substring(columns[0])) ?? 0, fields: columns[1...4].map { Substring($0) },
                    facets: columns[5].split(separator: UInt8(ascii: ",")).compactMap { UInt32(Substring($0)) },
                    order: UInt32(Substring(columns[6])) ?? 0))
        }
    }
}
