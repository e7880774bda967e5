/// A posting list made for one query, with the memory it lies in.
final class OwnedPostings {
    let list: PostingList
    private let ordinals: UnsafeMutableBufferPointer<UInt32>
    private let packed: UnsafeMutableBufferPointer<UInt8>
    private let overflow: UnsafeMutableBufferPointer<UInt32>

    fileprivate init(_ collected: PostingCollector) {
        ordinals = .allocate(copying: collected.ordinals)
        packed = .allocate(copying: collected.packed + [0])
        overflow = .allocate(copying: collected.overflow)
        guard let first = packed.baseAddress else { preconditionFailure("never empty") }
        list = PostingList(
            ordinals: UnsafeBufferPointer(ordinals), packed: first, overflow: UnsafeBufferPointer(overflow))
    }

    deinit {
        ordinals.deallocate()
        packed.deallocate()
        overflow.deallocate()
    }
}

/// Collects postings, one document after another.
struct PostingCollector {
    fileprivate var ordinals: [UInt32] = []
    fileprivate var packed: [UInt8] = []
    fileprivate var overflow: [UInt32] = []

    /// - Parameter ordinal: greater than those before.
    mutating func append(_ ordinal: Int, _ units: UInt32) {
        if units >= 15 { overflow += [UInt32(ordinals.count), units] }
        ordinals.append(UInt32(ordinal))
        packed.append(UInt8(min(units, 15)) | UInt8(PackedBound.steps) << 4)
    }

    func finish() -> OwnedPostings { OwnedPostings(self) }
}

extension UnsafeMutableBufferPointer {
    fileprivate static func allocate(copying elements: [Element]) -> Self {
        let memory = Self.allocate(capacity: elements.count)
        _ = memory.initialize(from: elements)
        return memory
    }
}
