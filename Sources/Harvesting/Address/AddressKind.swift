package import Vocabularies

/// What an address is for, as far as a harvester must know it (IANA special-purpose registries, RFC 6890).
package enum AddressKind: String, CaseIterable, Sendable {
    /// Reachable from everywhere.
    case global
    case loopback
    /// RFC 1918, RFC 4193.
    case privateNetwork
    /// Between a provider and its customers: 100.64.0.0/10 (RFC 6598).
    case carrierNetwork
    case linkLocal
    /// Where a cloud tells its machines their secrets.
    case cloudMetadata
    case multicast
    case unspecified
    /// Documentation and benchmarks: nobody answers there.
    case example
    case reserved

    /// Whether a source may be allowed to be there; a repository within one's own house is a real case, the others are not.
    package var isLocal: Bool {
        switch self {
        case .loopback, .privateNetwork, .carrierNetwork: true
        default: false
        }
    }

    package var label: LocalisedText {
        switch self {
        case .global: LocalisedText(vietnamese: "địa chỉ công khai", english: "public address")
        case .loopback: LocalisedText(vietnamese: "chính máy này", english: "this machine itself")
        case .privateNetwork: LocalisedText(vietnamese: "mạng nội bộ", english: "a private network")
        case .carrierNetwork:
            LocalisedText(vietnamese: "mạng riêng của nhà cung cấp", english: "the network of a provider")
        case .linkLocal: LocalisedText(vietnamese: "đường truyền cục bộ", english: "the local link")
        case .cloudMetadata:
            LocalisedText(vietnamese: "dịch vụ siêu dữ liệu của đám mây", english: "a cloud's metadata service")
        case .multicast: LocalisedText(vietnamese: "địa chỉ phát nhóm", english: "a multicast group")
        case .unspecified: LocalisedText(vietnamese: "địa chỉ trống", english: "the unspecified address")
        case .example:
            LocalisedText(
                vietnamese: "địa chỉ dành cho ví dụ và đo thử", english: "an address for examples and benchmarks")
        case .reserved: LocalisedText(vietnamese: "địa chỉ dành riêng", english: "a reserved address")
        }
    }
}
