/// Bytes that are written from front to back.
struct ByteBuffer {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func append<Element: BitwiseCopyable>(_ elements: UnsafeBufferPointer<Element>) {
        bytes.append(contentsOf: UnsafeRawBufferPointer(elements))
    }

    mutating func append<Element: BitwiseCopyable>(_ elements: [Element]) {
        elements.withUnsafeBufferPointer { append($0) }
    }

    /// Zeros up to the next multiple of 8.
    mutating func align() {
        while bytes.count & 7 != 0 { bytes.append(0) }
    }

    mutating func replace(at start: Int, with numbers: [UInt64]) {
        bytes.withUnsafeMutableBytes { target in
            for (index, number) in numbers.enumerated() {
                target.storeBytes(of: number, toByteOffset: start + index * 8, as: UInt64.self)
            }
        }
    }
}
