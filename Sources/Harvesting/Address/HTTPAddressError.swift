package import Vocabularies

/// Why a text is no address that can be asked for.
package enum HTTPAddressError: Error, Hashable, Sendable {
    case tooLong(bytes: Int)
    /// Neither `http` nor `https`; the scheme found, empty where there is none.
    case scheme(String)
    case controlCharacter
    case credentials
    case host(String)
    case port(String)

    package var message: LocalisedText {
        switch self {
        case .tooLong(let bytes):
            LocalisedText(
                vietnamese: "địa chỉ dài \(bytes) byte, tối đa \(HTTPAddress.lengthLimit)",
                english: "the address is \(bytes) bytes long; the limit is \(HTTPAddress.lengthLimit)")
        case .scheme(let found):
            LocalisedText(
                vietnamese: "địa chỉ phải bắt đầu bằng http:// hoặc https://, ở đây là “\(found)”",
                english: "an address begins with http:// or https://; this one has “\(found)”")
        case .controlCharacter:
            LocalisedText(
                vietnamese: "trong địa chỉ có ký tự điều khiển", english: "the address holds a control character")
        case .credentials:
            LocalisedText(
                vietnamese: "địa chỉ không được chứa tên đăng nhập hay mật khẩu",
                english: "an address must not carry a user name or password")
        case .host(let found):
            LocalisedText(vietnamese: "tên máy chủ “\(found)” không hợp lệ", english: "“\(found)” is no host name")
        case .port(let found):
            LocalisedText(
                vietnamese: "cổng “\(found)” không hợp lệ, phải là 1 đến 65535",
                english: "“\(found)” is no port; ports are 1 to 65535")
        }
    }
}
