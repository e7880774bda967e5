import Foundation

/// Seeds of tests that try what chance brings.
enum Seeds {
    /// The first `count` seeds; as many times more as HOCLIEU_SEEDS says.
    static func few(_ count: UInt64) -> Range<UInt64> {
        0..<count * (ProcessInfo.processInfo.environment["HOCLIEU_SEEDS"].flatMap(UInt64.init) ?? 1)
    }
}
