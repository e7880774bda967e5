/// Goes through the entries of a ZIP archive and says what to do with each.
struct PackageEntries {
    enum Step {
        case file(name: String, format: RecordFormat, chunks: () throws -> [UInt8]?)
        /// An entry that is refused.
        case problem(Problem)
        /// An Office file: not a package of records at all.
        case office
    }

    struct Problem {
        let name: String
        let fault: RecordFault
    }

    /// A record file of which a part, or all, was read while a manifest might still come.
    private struct Held {
        let name: String
        let format: RecordFormat
        var bytes: [UInt8] = []
        /// Whether nothing of it is left in the archive.
        var isWhole = false
        /// What broke it off.
        var fault: ArchiveFault?
    }

    private static let namesTold = 5

    private let heldLimit: Int
    private var held: [Held] = []
    private var heldBytes = 0
    private var isHolding = true
    private var hasEnded = false
    private var problems: [Problem] = []
    private var passedOver = 0
    private var passedOverNames: [String] = []

    init(heldLimit: Int) {
        self.heldLimit = heldLimit
    }

    var passedOverFault: RecordFault? { passedOver > 0 ? .passedOver(passedOver, passedOverNames) : nil }

    mutating func forgetPassedOver() { passedOver = 0 }

    /// No entry is read after this.
    mutating func end(with fault: RecordFault) {
        hasEnded = true
        isHolding = false
        problems.append(Problem(name: "", fault: fault))
    }

    /// - Returns: nil at the end.
    mutating func next(in archive: ArchiveStream) throws -> Step? {
        if isHolding, let step = try hold(from: archive) { return step }
        if !held.isEmpty { return open(held.removeFirst(), archive) }
        while problems.isEmpty, !hasEnded {
            if let entry = try archive.nextEntry() {
                if let step = try step(for: entry, archive) { return step }
            } else {
                hasEnded = true
            }
        }
        return problems.isEmpty ? nil : .problem(problems.removeFirst())
    }
}

// MARK: Single entries

extension PackageEntries {
    /// Nil for what is passed over or refused.
    private mutating func step(for entry: ArchiveEntry, _ archive: ArchiveStream) throws -> Step? {
        guard let format = try format(of: entry, archive) else { return nil }
        if format == .package { return .office }
        return .file(name: entry.name, format: format) { try archive.nextChunk() }
    }

    /// The format of a record file, `package` for the mark of an Office file, nil for anything else.
    private mutating func format(of entry: ArchiveEntry, _ archive: ArchiveStream) throws -> RecordFormat? {
        if entry.isFolder, !entry.isUnsafe { return nil }
        if let fault = Self.fault(of: entry) {
            problems.append(Problem(name: entry.name, fault: fault))
        } else if entry.name == "[Content_Types].xml" {
            return .package
        } else if !entry.isLitter {
            let format = RecordFormat.of(path: entry.name)
            switch format {
            case .jsonLines, .csv, .xml, .marc: return format
            case .package: problems.append(Problem(name: entry.name, fault: .nestedArchive))
            case .webPage, nil: passOver(entry.name)
            }
        }
        if !entry.isEncrypted { try archive.skipEntry() }
        return nil
    }

    private static func fault(of entry: ArchiveEntry) -> RecordFault? {
        if entry.isUnsafe { return .unsafeEntry }
        if !entry.isFile { return .linkEntry }
        return entry.isEncrypted ? .encryptedEntry : nil
    }

    private mutating func passOver(_ name: String) {
        passedOver += 1
        if passedOverNames.count < Self.namesTold { passedOverNames.append(name) }
    }
}

// MARK: Waiting for a manifest

extension PackageEntries {
    /// Reads record files into memory until a manifest, the limit or the end comes.
    ///
    /// - Returns: the manifest, which is the one record of the package.
    private mutating func hold(from archive: ArchiveStream) throws -> Step? {
        do {
            while isHolding, let entry = try archive.nextEntry() {
                guard let format = try format(of: entry, archive) else { continue }
                if format == .package { return .office }
                if Self.isManifest(entry.name) {
                    takeManifest()
                    return .file(name: entry.name, format: .xml) { try archive.nextChunk() }
                }
                try hold(Held(name: entry.name, format: format), from: archive)
            }
            if isHolding { hasEnded = true }
        } catch let fault as ArchiveFault where !fault.endsArchive && !held.isEmpty {
            // What came before the damage is read.
            end(with: fault.fault)
        }
        isHolding = false
        return nil
    }

    /// What is left of a file beyond the limit is read when its turn comes.
    private mutating func hold(_ file: Held, from archive: ArchiveStream) throws {
        var file = file
        do {
            while heldBytes <= heldLimit, !file.isWhole {
                if let chunk = try archive.nextChunk() {
                    file.bytes += chunk
                    heldBytes += chunk.count
                } else {
                    file.isWhole = true
                }
            }
        } catch let fault as ArchiveFault where !fault.endsArchive {
            file.isWhole = true
            file.fault = fault
        }
        isHolding = heldBytes <= heldLimit
        held.append(file)
    }

    private mutating func takeManifest() {
        held = []
        problems = []
        forgetPassedOver()
        isHolding = false
        hasEnded = true
    }

    /// At the root, or in the one folder that some programs pack instead of what is in it.
    private static func isManifest(_ name: String) -> Bool {
        let parts = name.split(separator: "/")
        return parts.count <= 2 && parts.last?.lowercased() == "imsmanifest.xml"
    }

    private func open(_ file: Held, _ archive: ArchiveStream) -> Step {
        var bytes: [UInt8]? = file.bytes
        return .file(name: file.name, format: file.format) {
            if let held = bytes {
                bytes = nil
                return held
            }
            if let fault = file.fault { throw fault }
            return file.isWhole ? nil : try archive.nextChunk()
        }
    }
}
