package import Foundation
package import Vocabularies

/// Why nothing could be fetched from an address.
package struct FetchError: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// A redirect led to something that is no address.
        case unusableAddress(HTTPAddressError)
        case refusedAddress(AddressRefusal)
        /// The host name stands for no address, or the name server did not answer.
        case unknownHost(String)
        case connectionRefused
        /// No way to the host, in the system's words.
        case unreachable(String)
        /// No encrypted connection: certificate, protocol; in the words of the TLS library.
        case notSecure(String)
        case timedOut(Phase)
        /// The connection ended in the middle of the answer.
        case connectionLost
        /// The answer is not HTTP, or its compression is broken.
        case malformedAnswer(String)
        case headersTooLong(limit: Int)
        case bodyTooLong(limit: Int)
        /// The body grows too much when it is decompressed.
        case inflatesTooMuch(limit: Int)
        case tooManyRedirects(limit: Int)
        case status(Int, RetryAfter?)
        case disallowedByRobots
        /// The server asked for a longer pause than a run may wait.
        case comeBack(Date, status: Int?)
        case storage(String)
    }

    package enum Phase: String, Hashable, Sendable {
        case connecting
        /// Nothing came for too long.
        case idle
        /// The whole took too long.
        case total
    }

    package let reason: Reason
    package let address: HTTPAddress

    package init(_ reason: Reason, at address: HTTPAddress) {
        self.reason = reason
        self.address = address
    }

    /// Whether the same request may well succeed a little later.
    package var isTransient: Bool {
        switch reason {
        case .connectionRefused, .unreachable, .timedOut, .connectionLost, .malformedAnswer, .unknownHost: true
        case .status(let status, _): Self.isTransient(status)
        default: false
        }
    }

    static func isTransient(_ status: Int) -> Bool { status == 408 || status == 429 || 500..<600 ~= status }
}

extension FetchError: CustomStringConvertible {
    package var description: String { description(in: .english) }

    package func description(in language: PreferredLanguage) -> String {
        "\(address): \(message[language]). \(remedy[language])"
    }
}
