/// Sees to it that a host gets at most one request at a time, and a pause after each.
///
/// Requests to one host wait in the order they came, whatever source they belong to: several sources often live on one
/// machine.
package actor HostPacer {
    private struct Line {
        var isBusy = false
        /// When the next request may be made, on `HarvestClock.elapsed`.
        var notBefore = Duration.zero
        var waiting: [(id: Int, turn: CheckedContinuation<Void, Never>)] = []
    }

    private let clock: HarvestClock
    private var lines: [String: Line] = [:]
    private var lastID = 0

    /// Idle hosts remembered before those whose pause is over are forgotten.
    private static let memory = 1024

    package init(clock: HarvestClock) {
        self.clock = clock
    }

    /// Runs `body` when it is the turn of this request.
    ///
    /// - Parameters:
    ///   - host: name or address; the port does not matter.
    ///   - pause: between the end of this request and the beginning of the next one to the host.
    /// - Throws: what `body` throws; `CancellationError`.
    package nonisolated func paced<Answer>(
        _ host: String, pause: Duration, _ body: () async throws -> Answer
    ) async throws -> Answer {
        try await begin(host)
        do {
            let answer = try await body()
            await end(host, pause: pause)
            return answer
        } catch {
            await end(host, pause: pause)
            throw error
        }
    }

    /// Holds requests to `host` back for `wait` from now on.
    package func hold(_ host: String, for wait: Duration) {
        lines[host, default: Line()].notBefore = max(lines[host]?.notBefore ?? .zero, clock.elapsed() + wait)
    }

    private func begin(_ host: String) async throws {
        try Task.checkCancellation()
        if lines[host, default: Line()].isBusy {
            try await turn(host)
        } else {
            lines[host, default: Line()].isBusy = true
        }
        do {
            while let notBefore = lines[host]?.notBefore, notBefore > clock.elapsed() {
                try await clock.sleep(notBefore - clock.elapsed())
            }
            try Task.checkCancellation()
        } catch {
            passOn(host)
            throw error
        }
    }

    /// Waits in line; on return the line is ours.
    private func turn(_ host: String) async throws {
        lastID += 1
        let id = lastID
        await withTaskCancellationHandler {
            await withCheckedContinuation { lines[host, default: Line()].waiting.append((id, $0)) }
        } onCancel: {
            Task { await self.leave(host, id) }
        }
        // Whoever leaves the line early is told so by the state of its task; a turn that came all the same is passed on.
        guard left.remove(id) == nil else { throw CancellationError() }
    }

    private var left: Set<Int> = []

    private func leave(_ host: String, _ id: Int) {
        guard let index = lines[host]?.waiting.firstIndex(where: { $0.id == id }),
            let waiter = lines[host]?.waiting.remove(at: index)
        else { return }
        left.insert(id)
        waiter.turn.resume()
    }

    private func end(_ host: String, pause: Duration) {
        hold(host, for: pause)
        passOn(host)
    }

    private func passOn(_ host: String) {
        guard var line = lines[host] else { return }
        if line.waiting.isEmpty {
            line.isBusy = false
            lines[host] = line
            forget()
        } else {
            let next = line.waiting.removeFirst()
            lines[host] = line
            next.turn.resume()
        }
    }

    private func forget() {
        guard lines.count > Self.memory else { return }
        let now = clock.elapsed()
        lines = lines.filter { $0.value.isBusy || $0.value.notBefore > now }
    }
}
