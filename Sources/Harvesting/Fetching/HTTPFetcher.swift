import AsyncHTTPClient
import Foundation
import NIOCore

/// Fetches one address at a time, within limits, and only where `AddressGuard` allows it.
///
/// Redirects are followed here and not by the HTTP client, and the connection goes to the very address that was checked:
/// a name that changes its meaning between check and connection gains nothing.
package struct HTTPFetcher: Sendable {
    /// The product token by which robots.txt files address us (RFC 9309 §2.2.1).
    package static let productToken = "hoclieu"

    private let userAgent: String
    private let resolver: AddressResolver
    private let temporaryFolder: String

    /// Addresses of one host that are tried in turn.
    private static let addressLimit = 4

    /// - Parameters:
    ///   - version: of the product, for the User-Agent header.
    ///   - contact: page or mail address where those who run a source can reach us.
    ///   - temporaryFolder: for bodies that are too long for memory.
    package init(
        version: String, contact: String, resolver: AddressResolver = .system,
        temporaryFolder: String = FileManager.default.temporaryDirectory.path
    ) {
        userAgent = "\(Self.productToken)/\(version) (+\(contact))"
        self.resolver = resolver
        self.temporaryFolder = temporaryFolder
    }

    /// The answer to a GET of `request`, whatever its status, with its body received completely.
    ///
    /// Of an answer that is no success at most 1 MiB is kept.
    ///
    /// - Throws: `FetchError` where there is no answer or none within the limits; `CancellationError`.
    package func fetch(_ request: FetchRequest) async throws -> FetchedResponse {
        let deadline = NIODeadline.now() + TimeAmount(request.limits.total)
        var request = request
        var redirects: [FetchedResponse.Redirect] = []
        while true {
            let answer = try await answer(to: request, deadline: deadline)
            guard let next = try redirect(of: answer, from: request.address) else {
                return FetchedResponse(
                    status: answer.status, headers: answer.headers, address: request.address, redirects: redirects,
                    body: answer.body)
            }
            redirects.append(FetchedResponse.Redirect(status: answer.status, from: request.address, to: next))
            guard redirects.count <= request.limits.redirects else {
                throw FetchError(.tooManyRedirects(limit: request.limits.redirects), at: next)
            }
            request.address = next
        }
    }

    private func redirect(of answer: HTTPExchange.Answer, from address: HTTPAddress) throws -> HTTPAddress? {
        guard [301, 302, 303, 307, 308].contains(answer.status), let location = answer.headers["Location"] else {
            return nil
        }
        do {
            return try address.resolving(location)
        } catch {
            throw FetchError(.unusableAddress(error), at: address)
        }
    }

    /// Tries the addresses of the host in turn until one takes the connection.
    private func answer(to request: FetchRequest, deadline: NIODeadline) async throws -> HTTPExchange.Answer {
        let exchange = HTTPExchange(
            request: request, userAgent: userAgent, temporaryFolder: temporaryFolder, deadline: deadline)
        let addresses = try await checkedAddresses(for: request)
        var failure = FetchError(.unknownHost("\(request.address.host)"), at: request.address)
        for address in addresses.prefix(Self.addressLimit) {
            try Task.checkCancellation()
            do {
                return try await exchange.run(connectingTo: address)
            } catch let error as FetchError {
                switch error.reason {
                case .connectionRefused, .unreachable, .timedOut(.connecting): failure = error
                default: throw error
                }
            }
        }
        throw failure
    }

    private func checkedAddresses(for request: FetchRequest) async throws -> [IPAddress] {
        let address = request.address
        do {
            try request.permission.check(address)
            guard case .name(let name) = address.host else {
                if case .address(let ip) = address.host { return [ip] }
                return []
            }
            let resolved = try await resolver.addresses(name)
            try request.permission.check(resolved, of: address)
            return resolved
        } catch let refusal as AddressRefusal {
            throw FetchError(.refusedAddress(refusal), at: address)
        } catch let error as CancellationError {
            throw error
        } catch {
            throw FetchError(.unknownHost("\(address.host)"), at: address)
        }
    }
}
