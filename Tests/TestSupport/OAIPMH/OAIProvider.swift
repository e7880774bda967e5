import Foundation
import Synchronization

/// A made-up repository that speaks OAI-PMH 2.0 over HTTP on the loopback address, and fails as it is told to.
///
/// What it holds and how it is may be changed while it runs.
package final class OAIProvider: Sendable {
    private struct State {
        var settings: OAIProviderSettings
        var records: [ProvidedRecord]
        var faults: [OAIFault] = []
        var requests: [OAIProviderRequest] = []
        var serial = 0
        var edits: [Int: @Sendable (inout [ProvidedRecord]) -> Void] = [:]
    }

    private let state: Mutex<State>
    private let time: TestTime

    /// - Parameter time: what its response dates go by.
    package init(
        _ records: [ProvidedRecord] = [], time: TestTime, settings: OAIProviderSettings = OAIProviderSettings()
    ) {
        state = Mutex(State(settings: settings, records: records))
        self.time = time
    }

    package var records: [ProvidedRecord] { state.withLock { $0.records } }

    /// Requests since the last `forgetRequests`, in order.
    package var requests: [OAIProviderRequest] { state.withLock { $0.requests } }

    package func forgetRequests() { state.withLock { $0.requests = [] } }

    package func set(_ change: (inout OAIProviderSettings) -> Void) { state.withLock { change(&$0.settings) } }

    /// What is to go wrong from now on; of several faults that fit a request the first happens.
    package func script(_ faults: [OAIFault]) { state.withLock { $0.faults = faults } }

    package func change(_ edit: (inout [ProvidedRecord]) -> Void) { state.withLock { edit(&$0.records) } }

    /// Changes the records just before request number `number` (from 0, since the last `forgetRequests`) is answered.
    package func change(beforeRequest number: Int, _ edit: @escaping @Sendable (inout [ProvidedRecord]) -> Void) {
        state.withLock { $0.edits[number] = edit }
    }

    /// Adds a record, or puts it in the place of the one with its identifier; its datestamp becomes now.
    package func put(_ record: ProvidedRecord) {
        var record = record
        record.datestamp = time.now
        change { [record] records in
            if let index = records.firstIndex(where: { $0.identifier == record.identifier }) {
                records[index] = record
            } else {
                records.append(record)
            }
        }
    }

    /// Deletes records: with a trace, or without one where the repository keeps none.
    package func delete(_ numbers: Int...) {
        let identifiers = Set(numbers.map(ProvidedRecord.identifier))
        let now = time.now
        state.withLock { state in
            if state.settings.deletedRecords == .no {
                state.records.removeAll { identifiers.contains($0.identifier) }
            } else {
                for index in state.records.indices where identifiers.contains(state.records[index].identifier) {
                    state.records[index].isDeleted = true
                    state.records[index].datestamp = now
                }
            }
        }
    }

    /// Answers requests for as long as `use` runs.
    ///
    /// - Parameter use: is given the base URL.
    package func serving(_ use: @Sendable (String) async throws -> Void) async throws {
        try await LoopbackServer.answering { request in
            self.answer(to: request)
        } _: { server in
            try await use(server.url + OAIProviderRequest.path)
        }
    }

    /// The answer to one request, for servers that do something else besides.
    package func answer(to request: LoopbackServer.Request) -> [LoopbackServer.Step] {
        guard let request = OAIProviderRequest(request) else { return [.answer(404, text: "no such page")] }
        return state.withLock { state in
            state.edits.removeValue(forKey: state.requests.count)?(&state.records)
            state.requests.append(request)
            state.serial += 1
            let fault = Self.takeFault(for: request, from: &state.faults)
            let answer = OAIProviderAnswer(
                request: request, settings: state.settings, records: state.records, now: time.now,
                serial: state.serial, fault: fault)
            return OAIDelivery.steps(answer.body, fault)
        }
    }

    private static func takeFault(for request: OAIProviderRequest, from faults: inout [OAIFault]) -> OAIFault.Kind? {
        let page = request.page
        guard
            let index = faults.firstIndex(where: {
                $0.times > 0 && $0.verb == request.verb && ($0.page == nil || $0.page == page)
            })
        else { return nil }
        if faults[index].times < .max { faults[index].times -= 1 }
        return faults[index].kind
    }
}
