/// Decides which addresses a source may lead us to.
///
/// A harvester fetches what others tell it to, redirects and links included; without this, they could have it ask the
/// machines behind our firewall. Nothing outside the public Internet is asked, unless the source itself was registered
/// there *and* allowed to be: then its own hosts are, and no others.
package struct AddressGuard: Hashable, Sendable {
    /// The hosts and ports named by the source's own addresses.
    private let ownHosts: Set<HostAndPort>
    private let allowsPrivateAddresses: Bool

    private static let ports: Set<Int> = [80, 443, 8080, 8443]
    private static let localNames = ["localhost", "local", "internal", "home.arpa"]

    private struct HostAndPort: Hashable {
        let host: HTTPHost
        let port: Int
    }

    /// - Parameters:
    ///   - addresses: what the source was registered with.
    ///   - allowsPrivateAddresses: whether those may be on this machine or in a private network.
    package init(for addresses: [HTTPAddress], allowsPrivateAddresses: Bool = false) {
        ownHosts = Set(addresses.map { HostAndPort(host: $0.host, port: $0.port) })
        self.allowsPrivateAddresses = allowsPrivateAddresses
    }

    /// Checks what can be told before the name is resolved.
    package func check(_ address: HTTPAddress) throws(AddressRefusal) {
        let isOwn = ownHosts.contains(HostAndPort(host: address.host, port: address.port))
        guard isOwn || Self.ports.contains(address.port) else { throw .port(address.port) }
        switch address.host {
        case .address(let ip): try check([ip], of: address)
        case .name(let name):
            let isLocal = Self.localNames.contains { name == $0 || name.hasSuffix(".\($0)") }
            if isLocal, !allowsLocal(address) { throw .localName(name) }
        }
    }

    /// Checks every address that the host of `address` stands for: one bad among good ones is how a name is made to
    /// point inside.
    package func check(_ resolved: [IPAddress], of address: HTTPAddress) throws(AddressRefusal) {
        for ip in resolved {
            let kind = AddressKind.of(ip)
            guard kind == .global || (kind.isLocal && allowsLocal(address)) else { throw .address(ip, kind) }
        }
    }

    private func allowsLocal(_ address: HTTPAddress) -> Bool {
        allowsPrivateAddresses && ownHosts.contains(HostAndPort(host: address.host, port: address.port))
    }
}
