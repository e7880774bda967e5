import CatalogueModel

/// Reads records out of a ZIP archive or a gzip file.
///
/// A ZIP of record files gives the records of all of them, each file read by its own format; its path stands after `!/` in
/// locations. A content package (IMS, Common Cartridge, SCORM) has a manifest: that is its one record, and its other files
/// are content. Since the manifest need not come first, up to 16 MiB of record files are kept until one could have shown
/// up. Nothing is unpacked to disk: links, paths and names can do no harm, and those that would are refused all the same.
///
/// Unsafe, locked and nested files cost themselves; an archive beyond `ArchiveLimits` stops the reading.
struct PackageReader: FormatReader {
    /// Bytes kept while a manifest may still come.
    private static let heldLimit = 16 << 20

    private let file: String
    private let mapping: RecordMapping?
    private var archive: ArchiveStream?
    private var entries: PackageEntries?
    private var reader: RecordReader?
    /// Path of the file in the package that `reader` reads.
    private var inner = ""
    /// What comes next: told one call later, so that what concerns the whole archive can go with the last record.
    private var held: ReadOutcome?
    private var heldError: (any Error)?
    private var hasBegun = false
    private var hasReadFile = false

    init(file: String, mapping: RecordMapping?) {
        self.file = file
        self.mapping = mapping
    }

    mutating func next(from stream: inout ByteStream) throws -> ReadOutcome? {
        if let error = heldError {
            heldError = nil
            throw error
        }
        if !hasBegun {
            hasBegun = true
            try open(&stream)
            held = try advance(&stream)
        }
        guard let outcome = held else { return nil }
        do {
            held = try advance(&stream)
        } catch {
            held = nil
            heldError = error
        }
        return held == nil && heldError == nil ? withPassedOver(outcome) : outcome
    }

    /// Files that were passed over are told with the last record.
    private mutating func withPassedOver(_ outcome: ReadOutcome) -> ReadOutcome {
        guard let fault = entries?.passedOverFault else { return outcome }
        let problem = fault.problem(at: SourceLocation(file: file, line: 1))
        entries?.forgetPassedOver()
        guard case .record(let record, let warnings) = outcome else {
            held = .refused(problem)
            return outcome
        }
        return .record(record, warnings: warnings + [problem])
    }

    private mutating func open(_ stream: inout ByteStream) throws {
        let start = Array(try stream.peek(4))
        if start.starts(with: [0x50, 0x4B]) {
            archive = ArchiveStream(.zip)
        } else if start.starts(with: [0x1F, 0x8B]) {
            archive = ArchiveStream(.gzip)
            try openCompressedFile(&stream)
            return
        } else {
            throw fileError(.noArchive)
        }
        entries = PackageEntries(heldLimit: Self.heldLimit)
    }

    private func fileError(_ fault: RecordFault) -> RecordFormatError {
        fault.fileError(at: SourceLocation(file: file, line: 1))
    }
}

// MARK: Files within

extension PackageReader {
    /// The content of `name.jsonl.gz` is `name.jsonl`.
    private mutating func openCompressedFile(_ stream: inout ByteStream) throws {
        let name = file.lowercased().hasSuffix(".gz") ? String(file.dropLast(3)) : file
        guard let format = RecordFormat.of(path: name), format != .package, let archive else {
            throw fileError(.unknownInnerFormat(file))
        }
        archive.exchange(&stream)
        defer { archive.exchange(&stream) }
        do {
            guard try archive.nextEntry() != nil else { return }
        } catch let fault as ArchiveFault {
            throw fileError(fault.fault)
        }
        hasReadFile = true
        inner = file
        reader = RecordReader(format: format, mapping: mapping, file: file) { try archive.nextChunk() }
    }

    /// The archive has the stream meanwhile.
    private mutating func advance(_ stream: inout ByteStream) throws -> ReadOutcome? {
        archive?.exchange(&stream)
        let archive = archive
        defer { archive?.exchange(&stream) }
        return try advance()
    }

    private mutating func advance() throws -> ReadOutcome? {
        while true {
            if reader != nil {
                if let outcome = try nextOfFile() { return outcome }
                reader = nil
            }
            switch try nextStep() {
            case .file(let name, let format, let chunks):
                hasReadFile = true
                inner = file + "!/" + name
                reader = RecordReader(
                    format: format, mapping: format.takesMapping ? mapping : nil, file: inner, chunks: chunks)
            case .problem(let problem):
                hasReadFile = true
                return .refused(problem.fault.problem(at: location(problem.name)))
            case .office: throw fileError(.officeFile)
            case nil: return try finish()
            }
        }
    }

    private func finish() throws -> ReadOutcome? {
        do {
            try archive?.drain()
        } catch let fault as ArchiveFault {
            guard hasReadFile else { throw fileError(fault.fault) }
            return .refused(fault.fault.problem(at: location("")))
        }
        guard hasReadFile else { throw fileError(.noRecordFiles) }
        return nil
    }

    /// Damage before the first file costs the package, later only what is after it.
    private mutating func nextStep() throws -> PackageEntries.Step? {
        guard let archive else { return nil }
        do {
            return try entries?.next(in: archive)
        } catch let fault as ArchiveFault {
            if fault.endsArchive || !hasReadFile { throw fileError(fault.fault) }
            entries?.end(with: fault.fault)
            return try entries?.next(in: archive)
        }
    }

    private func location(_ name: String) -> SourceLocation {
        SourceLocation(file: name.isEmpty ? file : file + "!/" + name, line: 1)
    }

    /// A file that cannot be read as a whole costs itself, not the package.
    private mutating func nextOfFile() throws -> ReadOutcome? {
        do {
            return try reader?.next()
        } catch let error as RecordFormatError {
            // A file alone in its package is as good as the package.
            if inner == file { throw error }
            reader = nil
            return .refused(
                RecordProblem(
                    location: error.location, severity: .refused, field: nil, reason: .malformedSyntax,
                    message: error.message, remedy: error.remedy))
        } catch let fault as ArchiveFault {
            if fault.endsArchive || inner == file { throw fileError(fault.fault) }
            reader = nil
            return .refused(fault.fault.problem(at: SourceLocation(file: inner, line: 1)))
        }
    }
}

extension RecordFormat {
    /// Whether a mapping file can bring its fields into ours; other formats bring their own crosswalk.
    fileprivate var takesMapping: Bool { self == .jsonLines || self == .csv }
}
