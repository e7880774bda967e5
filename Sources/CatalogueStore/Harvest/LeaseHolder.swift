import Foundation

/// Who holds a lease: a process of a machine, written `host:process`.
package enum LeaseHolder {
    /// This process.
    package static var current: String {
        "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)"
    }

    /// Whether the holder was a process of this machine that does not run any more: what it leased may be taken over at
    /// once. Of other machines nothing is known; their leases run out.
    package static func isGone(_ holder: String) -> Bool {
        let parts = holder.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0] == ProcessInfo.processInfo.hostName, let process = Int32(parts[1]), process > 0
        else { return false }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}
