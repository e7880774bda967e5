import Foundation

/// Processor time of this thread, which other programs on a busy machine do not lengthen.
enum ProcessorTime {
    static var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// Nanoseconds that `body` took, and its value.
    static func of<Value>(_ body: () throws -> Value) rethrows -> (nanoseconds: UInt64, value: Value) {
        let start = nanoseconds
        let value = try body()
        return (nanoseconds - start, value)
    }
}
