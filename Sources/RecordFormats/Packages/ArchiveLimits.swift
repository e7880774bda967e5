/// Bounds on what an archive may unpack to, against archives made to exhaust whoever opens them.
struct ArchiveLimits {
    static let entries = 10_000
    /// Bytes unpacked in all: 1 GiB.
    static let bytes = 1 << 30
    /// Above 10 MiB, an archive may unpack to 200 times its size.
    static let ratio = 200
    static let harmlessBytes = 10 << 20

    private var entriesFound = 0
    private var bytesFound = 0
    private var bytesSkipped = 0

    mutating func count(entries: Int) throws(ArchiveFault) {
        entriesFound += entries
        if entriesFound > Self.entries { throw .tooManyEntries }
    }

    /// - Parameter compressed: bytes of the archive read so far.
    mutating func count(bytes: Int, compressed: Int) throws(ArchiveFault) {
        bytesFound += bytes
        if bytesFound > Self.bytes { throw .tooLarge }
        try checkRatio(compressed)
    }

    /// Counts bytes that were unpacked for nobody: films and pictures may be many.
    mutating func count(skipped: Int, compressed: Int) throws(ArchiveFault) {
        bytesSkipped += skipped
        try checkRatio(compressed)
    }

    private func checkRatio(_ compressed: Int) throws(ArchiveFault) {
        let unpacked = bytesFound + bytesSkipped
        if unpacked > Self.harmlessBytes, unpacked / Self.ratio > compressed { throw .tooCompressed }
    }
}
