import Dispatch
package import Foundation
import Synchronization

/// Takes events from the service without ever holding it up, and writes them to the file by time and by number.
///
/// An event is safe within half a second even when the program is killed. When more come than can be written, the newest
/// are dropped and counted, and the count is written when there is room.
package final class UsageRecorder: Sendable {
    private struct Buffer {
        var events: [UsageEvent] = []
        /// While more came than could be written, and while nothing could be written at all.
        var dropped = 0
        var unwritten = 0
        var isFailing = false
    }

    private let store: UsageStore
    private let capacity: Int
    private let clock: @Sendable () -> Date
    private let robots: RobotList?
    private let buffer = Mutex(Buffer())
    private let queue = DispatchQueue(label: "hoclieu.usage")

    /// - Parameters:
    ///   - capacity: events that wait at most.
    ///   - robots: whose sessions do not make the text of a query common.
    package init(
        _ store: UsageStore, robots: RobotList? = nil, capacity: Int = 50_000, clock: @escaping @Sendable () -> Date
    ) {
        self.robots = robots
        self.store = store
        self.capacity = capacity
        self.clock = clock
    }

    /// Takes an event; never waits.
    ///
    /// - Returns: false where it was dropped.
    @discardableResult
    package func record(_ event: UsageEvent) -> Bool {
        buffer.withLock { buffer in
            guard buffer.events.count < capacity else {
                if buffer.isFailing { buffer.unwritten += 1 } else { buffer.dropped += 1 }
                return false
            }
            buffer.events.append(event)
            return true
        }
    }

    /// Events that wait.
    package var waiting: Int { buffer.withLock { $0.events.count } }

    /// Writes until the task is cancelled, and once more then.
    package func run() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(300))
            await flushed()
        }
        await flushed()
    }

    private func flushed() async {
        await withCheckedContinuation { continuation in
            queue.async {
                self.flush()
                continuation.resume()
            }
        }
    }

    /// Writes what waits, on the caller's thread.
    ///
    /// What cannot be written stays in the buffer and is tried again; when it has no room left, it is dropped and counted.
    ///
    /// - Returns: whether everything was written.
    @discardableResult
    package func flush() -> Bool {
        while true {
            let (batch, dropped, unwritten) = buffer.withLock { buffer in
                let batch = Array(buffer.events.prefix(2_000))
                buffer.events.removeFirst(batch.count)
                defer { (buffer.dropped, buffer.unwritten) = (0, 0) }
                return (batch, buffer.dropped, buffer.unwritten)
            }
            guard !batch.isEmpty || dropped + unwritten > 0 else { return true }
            let today = UsageDay(of: clock())
            do {
                try store.append(
                    batch, earliest: UsageDay(number: today.number - UsageRollup.daysKept), robots: robots,
                    lost: [(.overload, dropped, today), (.notWritten, unwritten, today)])
                buffer.withLock { $0.isFailing = false }
            } catch {
                buffer.withLock { buffer in
                    buffer.isFailing = true
                    buffer.dropped += dropped
                    let room = max(0, capacity - buffer.events.count)
                    buffer.unwritten += unwritten + max(0, batch.count - room)
                    buffer.events.insert(contentsOf: batch.prefix(room), at: 0)
                }
                return false
            }
        }
    }
}
