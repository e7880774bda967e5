import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOSSL

extension FetchError.Reason {
    /// What an error of the HTTP client means.
    ///
    /// - Parameter hasHead: whether the header of the answer had come already.
    init(of error: any Error, hasHead: Bool, limits: FetchLimits) {
        switch error {
        case let error as HTTPClientError: self = Self.reason(error)
        case let error as IOError: self = Self.reason(error, hasHead: hasHead)
        case let error as NIOSSLError: self = error == .uncleanShutdown ? .connectionLost : .notSecure("\(error)")
        case is NIOSSLExtraError, is BoringSSLError: self = .notSecure("\(error)")
        case let error as ChannelError: self = Self.reason(error)
        case NIOHTTPDecompression.DecompressionError.limit: self = .inflatesTooMuch(limit: limits.inflation)
        case let error as NIOHTTPDecompression.ExtraDecompressionError where error == .truncatedData:
            self = .connectionLost
        case HTTPParserError.invalidEOFState: self = .connectionLost
        case HTTPParserError.headerOverflow: self = .headersTooLong(limit: limits.headerBytes)
        case let error as SpoolError: self = .storage(error.description)
        default: self = .malformedAnswer("\(error)")
        }
    }

    private static func reason(_ error: HTTPClientError) -> Self {
        switch error {
        case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout: .timedOut(.connecting)
        case .readTimeout, .writeTimeout: .timedOut(.idle)
        case .deadlineExceeded: .timedOut(.total)
        case .remoteConnectionClosed, .uncleanShutdown, .requestStreamCancelled, .cancelled: .connectionLost
        default: .malformedAnswer(error.description)
        }
    }

    private static func reason(_ error: IOError, hasHead: Bool) -> Self {
        switch error.errnoCode {
        case ECONNREFUSED: .connectionRefused
        case ETIMEDOUT where !hasHead: .timedOut(.connecting)
        case ECONNRESET, EPIPE, ETIMEDOUT, ECONNABORTED: .connectionLost
        default: .unreachable(String(cString: strerror(error.errnoCode)))
        }
    }

    private static func reason(_ error: ChannelError) -> Self {
        switch error {
        case .connectTimeout: .timedOut(.connecting)
        default: .connectionLost
        }
    }
}
