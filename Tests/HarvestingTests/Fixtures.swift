import Foundation
import Harvesting
import Synchronization
import TestSupport

extension LoopbackServer {
    func address(_ path: String) throws -> HTTPAddress { try HTTPAddress(url + path) }

    /// A request to this server, which is allowed to be on this machine.
    func request(_ path: String, limits: FetchLimits = .page) throws -> FetchRequest {
        let address = try address(path)
        return FetchRequest(
            address, limits: limits, permission: AddressGuard(for: [address], allowsPrivateAddresses: true))
    }
}

extension FetchedBody {
    var bytes: [UInt8] {
        get throws {
            let next = chunks(of: 777)
            var all: [UInt8] = []
            while let piece = try next() { all += piece }
            return all
        }
    }

    var text: String { get throws { String(decoding: try bytes, as: UTF8.self) } }
}

/// Why fetching failed; nil where it did not.
func reason(_ body: () async throws -> some Any) async -> FetchError.Reason? {
    do {
        _ = try await body()
        return nil
    } catch {
        return (error as? FetchError)?.reason
    }
}

/// A value that several tasks change.
final class Shared<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) { mutex = Mutex(value) }

    var value: Value { mutex.withLock { $0 } }

    func change(_ body: (inout Value) -> Void) { mutex.withLock { body(&$0) } }
}
