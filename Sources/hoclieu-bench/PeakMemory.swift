import Foundation

/// The largest resident memory of this process so far.
enum PeakMemory {
    /// In megabytes (10⁶ bytes); from `getrusage`, which counts kibibytes on Linux.
    static var megabytes: Double {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_maxrss) * 1024 / 1e6
    }
}
