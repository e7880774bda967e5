import Foundation
package import RecordFormats

/// Finds the files to take in.
package enum IngestInputs {
    /// The inputs `path` stands for: itself, or for a folder the record files in it and below, in path order. In a Corpus
    /// folder only `Records` holds records.
    ///
    /// - Throws: `IngestInputError`.
    package static func find(
        at path: String, format: RecordFormat?, mapping: RecordMapping?
    ) throws -> [IngestInput] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw IngestInputError.missing(path)
        }
        guard isDirectory.boolValue else {
            guard let format = format ?? mapping?.format ?? RecordFormat.of(path: path) else {
                throw IngestInputError.unknownFormat(path)
            }
            return [IngestInput(path: path, format: format, mapping: mapping)]
        }
        guard mapping == nil else { throw IngestInputError.folder(path) }
        let folder = CorpusFolder.isCorpus(path) ? path + "/Records" : path
        let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        let inputs = names.sorted().compactMap { name -> IngestInput? in
            guard let format = RecordFormat.of(path: name) else { return nil }
            return IngestInput(path: (folder as NSString).appendingPathComponent(name), format: format)
        }
        guard !inputs.isEmpty else { throw IngestInputError.emptyFolder(path) }
        return inputs
    }
}
