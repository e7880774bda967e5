import Foundation

/// Where `text`, in ASCII, begins first at or after `start`; nil where it does not occur.
///
/// - Complexity: linear where the first byte of `text` is rare.
func firstOffset(of text: StaticString, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let length = text.utf8CodeUnitCount
    guard let base = bytes.baseAddress, length > 0 else { return nil }
    var offset = start
    while offset + length <= bytes.count {
        let places = bytes.count - length + 1 - offset
        guard let found = memchr(base + offset, Int32(text.utf8Start.pointee), places) else { return nil }
        offset = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
        if memcmp(base + offset, text.utf8Start, length) == 0 { return offset }
        offset += 1
    }
    return nil
}
