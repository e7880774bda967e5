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
        var dropped = 0
        var failed = 0
    }

    private let store: UsageStore
    private let capacity: Int
    private let clock: @Sendable () -> Date
    private let buffer = Mutex(Buffer())
    private let queue = DispatchQueue(label: "hoclieu.usage")

    /// - Parameter capacity: events that wait at most.
    package init(_ store: UsageStore, capacity: Int = 50_000, clock: @escaping @Sendable () -> Date) {
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
                buffer.dropped += 1
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
            let (batch, dropped) = buffer.withLock { buffer in
                let batch = Array(buffer.events.prefix(2_000))
                buffer.events.removeFirst(batch.count)
                defer { buffer.dropped = 0 }
                return (batch, buffer.dropped)
            }
            guard !batch.isEmpty || dropped > 0 else { return true }
            do {
                let today = UsageDay(of: clock())
                try store.append(batch, earliest: UsageDay(number: today.number - UsageRollup.daysKept))
                try store.note(dropped, lost: .overload, on: UsageDay(of: clock()))
            } catch {
                buffer.withLock { buffer in
                    buffer.dropped += dropped
                    let room = max(0, capacity - buffer.events.count)
                    buffer.dropped += max(0, batch.count - room)
                    buffer.events.insert(contentsOf: batch.prefix(room), at: 0)
                }
                return false
            }
        }
    }
}
