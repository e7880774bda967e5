package import CatalogueModel
package import CatalogueStore
import Foundation
package import Harvesting
import Vocabularies

/// Asks whether the addresses of resources still lead somewhere, off the path of any request.
///
/// A host gets one question at a time and few in a row: addresses are taken from all hosts in turn. robots.txt is respected.
package struct LinkChecker: Sendable {
    private let store: CatalogueStore
    private let fetcher: PoliteFetcher
    private let permission: AddressGuard

    /// Questions to one host in one round.
    private static let hostBudget = 20
    /// Bytes of an answer that are read where a host does not answer HEAD.
    private static let enough = 16 << 10

    /// - Parameter permission: which addresses may be asked; only public ones unless told otherwise.
    package init(_ store: CatalogueStore, fetcher: PoliteFetcher, permission: AddressGuard = AddressGuard(for: [])) {
        self.store = store
        self.fetcher = fetcher
        self.permission = permission
    }

    /// Asks for the addresses that are due, at most `limit` of them, and keeps what comes back.
    ///
    /// - Parameter progress: called after every address.
    /// - Returns: addresses by the state they have now.
    /// - Throws: `CatalogueStoreError`; `CancellationError` after what was told so far is kept.
    package func checkDue(
        limit: Int, progress: (LinkCheck) -> Void = { _ in }
    ) async throws -> [LinkState: Int] {
        var counts: [LinkState: Int] = [:]
        var told: [LinkCheck] = []
        for var check in inTurn(try store.dueLinks(at: fetcher.clock.now(), limit: limit)) {
            do {
                let outcome = try await outcome(of: check.url)
                check.note(outcome, at: fetcher.clock.now(), spread: fetcher.clock.random())
            } catch {
                try store.save(told)
                throw error
            }
            counts[check.state, default: 0] += 1
            told.append(check)
            progress(check)
            if told.count == 100 {
                try store.save(told)
                told.removeAll()
            }
        }
        try store.save(told)
        return counts
    }

    /// What one request tells of an address.
    ///
    /// - Throws: `CancellationError`.
    package func outcome(of url: String) async throws -> LinkCheck.Outcome {
        let address: HTTPAddress
        do throws(HTTPAddressError) {
            address = try HTTPAddress(url)
        } catch {
            return .fails(reason: error.message.english)
        }
        do {
            if let outcome = try await head(address) { return outcome }
            let answer = try await fetcher.fetchAsRobot(request(address, .get), pause: .seconds(1))
            return Self.outcome(of: answer)
        } catch let error as FetchError {
            return Self.outcome(of: error)
        }
    }

    /// What HEAD tells; nil where it does not say that the address works: many hosts refuse HEAD and answer GET.
    private func head(_ address: HTTPAddress) async throws -> LinkCheck.Outcome? {
        do {
            let answer = try await fetcher.fetchAsRobot(request(address, .head), pause: .seconds(1))
            return answer.isSuccess ? Self.outcome(of: answer) : nil
        } catch let error as FetchError {
            if case .status = error.reason { return nil }
            throw error
        }
    }

    private func request(_ address: HTTPAddress, _ method: FetchRequest.Method) -> FetchRequest {
        var limits = FetchLimits.webPage
        limits.bytes = Self.enough
        limits.bytesInMemory = Self.enough
        limits.cutsOff = true
        var request = FetchRequest(address, limits: limits, permission: permission)
        request.method = method
        return request
    }

    private static func outcome(of answer: FetchedResponse) -> LinkCheck.Outcome {
        switch answer.status {
        case 200..<300:
            let permanent = answer.redirects.prefix { $0.status == 301 || $0.status == 308 }.last
            return .works(movedTo: permanent.map { $0.to.description })
        case 404, 410: return .fails(reason: "HTTP \(answer.status)")
        default: return .unclear(reason: "HTTP \(answer.status)")
        }
    }

    private static func outcome(of error: FetchError) -> LinkCheck.Outcome {
        switch error.reason {
        case .unknownHost, .connectionRefused, .unusableAddress, .tooManyRedirects, .refusedAddress:
            .fails(reason: error.message.english)
        default: .unclear(reason: error.message.english)
        }
    }

    /// One address of every host, then the next of every host, within the budget of each.
    private func inTurn(_ checks: [LinkCheck]) -> [LinkCheck] {
        let byHost = Dictionary(grouping: checks) { (try? HTTPAddress($0.url))?.host.description ?? "" }
        var rounds: [[LinkCheck]] = []
        for host in byHost.keys.sorted() {
            for (round, check) in (byHost[host] ?? []).prefix(Self.hostBudget).enumerated() {
                if rounds.count <= round { rounds.append([]) }
                rounds[round].append(check)
            }
        }
        return Array(rounds.joined())
    }
}
