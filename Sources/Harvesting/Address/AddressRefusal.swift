package import Vocabularies

/// Why an address is never asked for anything.
package enum AddressRefusal: Error, Hashable, Sendable {
    /// The host is, or its name stands for, an address that is not on the public Internet.
    case address(IPAddress, AddressKind)
    /// A name that is local by its very definition (RFC 6761, RFC 6762, RFC 8375).
    case localName(String)
    case port(Int)

    package var message: LocalisedText {
        switch self {
        case .address(let address, let kind):
            LocalisedText(
                vietnamese: "\(address) là \(kind.label.vietnamese), không được truy cập",
                english: "\(address) is \(kind.label.english) and is not asked")
        case .localName(let name):
            LocalisedText(
                vietnamese: "“\(name)” là tên nội bộ, không được truy cập",
                english: "“\(name)” is a local name and is not asked")
        case .port(let port):
            LocalisedText(
                vietnamese:
                    "cổng \(port) không được dùng (chỉ 80, 443, 8080, 8443, hoặc cổng ghi rõ trong địa chỉ nguồn)",
                english: "port \(port) is not used (only 80, 443, 8080, 8443, or the one the source itself names)")
        }
    }
}
