import HTTPTypes
import Hummingbird
import Foundation
import NIOCore

extension ServiceContext {
    /// Where the request comes from, for limits on how often; goes into no file. Behind a proxy on this machine it is the
    /// last address the proxy names. Of an IPv6 address only the network (64 bits) counts: who has one has all of it.
    func clientAddress(_ request: Request) -> String {
        let peer = remoteAddress?.ipAddress ?? "unknown"
        guard ["127.0.0.1", "::1", "unknown"].contains(peer), let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[name]?.split(separator: ",").last
        else { return Self.network(peer) }
        return Self.network(last.trimmingCharacters(in: .whitespaces))
    }

    private static func network(_ address: String) -> String {
        guard address.contains(":"), let bytes = try? SocketAddress(ipAddress: address, port: 0),
            case .v6(let v6) = bytes
        else { return String(address.prefix(64)) }
        return withUnsafeBytes(of: v6.address.sin6_addr) { $0.prefix(8).map { String($0, radix: 16) } }
            .joined(separator: ":")
    }
}
