import Foundation

/// Processor time of this thread, and of the whole program, which other programs on a busy machine do not lengthen.
enum ProcessorTime {
    static var nanoseconds: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// In seconds, all threads of the program together.
    static var secondsOfAllThreads: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Nanoseconds that `body` took, and its value.
    static func of<Value>(_ body: () throws -> Value) rethrows -> (nanoseconds: UInt64, value: Value) {
        let start = nanoseconds
        let value = try body()
        return (nanoseconds - start, value)
    }
}
