import Synchronization

/// The bytes of one segment, in one piece of memory that fills as it is needed.
///
/// This is the one type of the target whose safety the compiler cannot see: a byte is written once, under the lock,
/// before the flag of its chunk is set, and read only by who has seen that flag.
package final class SegmentMemory: @unchecked Sendable {
    /// Bytes in a chunk, the unit of loading; the last may be shorter.
    package static let chunkBytes = 65_536

    let base: UnsafeMutableRawPointer
    package let byteCount: Int
    private let isComplete: Atomic<Bool>
    /// Which chunks are there.
    private let loaded: Mutex<[Bool]>

    /// Memory to be filled chunk by chunk.
    package init(byteCount: Int) {
        self.byteCount = byteCount
        // Whole cache lines, and room for kernels that read a word past the end.
        base = .allocate(byteCount: (byteCount + 127) / 64 * 64, alignment: 64)
        isComplete = Atomic(false)
        loaded = Mutex(Array(repeating: false, count: (byteCount + Self.chunkBytes - 1) / Self.chunkBytes))
    }

    /// Memory that holds `bytes` from the start.
    init(copying bytes: UnsafeRawBufferPointer) {
        byteCount = bytes.count
        base = .allocate(byteCount: (byteCount + 127) / 64 * 64, alignment: 64)
        if let source = bytes.baseAddress { base.copyMemory(from: source, byteCount: byteCount) }
        isComplete = Atomic(true)
        loaded = Mutex([])
    }

    deinit { base.deallocate() }

    package var chunks: Int { (byteCount + Self.chunkBytes - 1) / Self.chunkBytes }

    /// Whether every byte is there.
    package var isLoaded: Bool { isComplete.load(ordering: .acquiring) }

    /// The bytes of a chunk; they must be there.
    package func bytes(ofChunk chunk: Int) -> UnsafeRawBufferPointer {
        let start = chunk * Self.chunkBytes
        return UnsafeRawBufferPointer(start: base + start, count: min(Self.chunkBytes, byteCount - start))
    }

    /// Sees to it that the bytes of `range` are there.
    ///
    /// - Throws: what `source` throws.
    func require(_ range: Range<Int>, from source: any ChunkSource) throws {
        guard !isLoaded, !range.isEmpty else { return }
        try loaded.withLock { loaded in
            for chunk in range.lowerBound / Self.chunkBytes...(range.upperBound - 1) / Self.chunkBytes
            where !loaded[chunk] {
                let start = chunk * Self.chunkBytes
                let target = UnsafeMutableRawBufferPointer(
                    start: base + start, count: min(Self.chunkBytes, byteCount - start))
                try source.read(chunk: chunk, into: target)
                loaded[chunk] = true
            }
        }
    }

    /// Loads what is missing, so that no later query waits for it.
    package func complete(from source: any ChunkSource) throws {
        for chunk in 0..<chunks where !isLoaded {
            let start = chunk * Self.chunkBytes
            try require(start..<min(start + Self.chunkBytes, byteCount), from: source)
        }
        isComplete.store(true, ordering: .releasing)
    }
}

/// Where the bytes of a segment come from.
package protocol ChunkSource {
    /// Fills `target` with chunk `chunk` of the segment, whole.
    func read(chunk: Int, into target: UnsafeMutableRawBufferPointer) throws
}

/// The source of segments that are complete.
package struct NoChunks: ChunkSource {
    package init() {}

    package func read(chunk: Int, into target: UnsafeMutableRawBufferPointer) {
        preconditionFailure("a complete segment has nothing to load")
    }
}
