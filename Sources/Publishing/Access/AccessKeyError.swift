package import Vocabularies

/// Why a key is not given, not found or not good.
package enum AccessKeyError: Error, Hashable, CustomStringConvertible {
    case name(String)
    case nameTaken(String)
    case needsInstitution
    case needsTerritory
    case noScope(Role)
    case unknownInstitution(String)
    case unknownTerritory(String)
    case days(Int)
    case noSuchKey(String)
    /// What was given is no key of this catalogue.
    case unknownSecret
    case expired(String)
    case revoked(String)

    package var message: LocalisedText {
        switch self {
        case .name(let name):
            LocalisedText(
                vietnamese:
                    "Tên khóa “\(name.prefix(40))” không dùng được: cần 1–\(KeyRequest.longestName) ký tự, không có ký tự điều khiển.",
                english:
                    "“\(name.prefix(40))” cannot name a key: it takes 1–\(KeyRequest.longestName) characters, none of them a control character."
            )
        case .nameTaken(let name):
            LocalisedText(
                vietnamese: "Đã có khóa tên “\(name)”. Tên không dùng lại, kể cả sau khi thu hồi; hãy chọn tên khác.",
                english:
                    "There is a key named “\(name)”. Names are not used again, even after revoking; choose another.")
        case .needsInstitution:
            LocalisedText(
                vietnamese: "Khóa của người công bố cần đơn vị: --institution MÃ.",
                english: "A publisher's key needs an institution: --institution ID.")
        case .needsTerritory:
            LocalisedText(
                vietnamese: "Khóa của cán bộ địa phương cần địa bàn: --territory MÃ.",
                english: "An official's key needs a territory: --territory ID.")
        case .noScope(let role):
            LocalisedText(
                vietnamese: "Vai trò \(role.rawValue) không gắn với đơn vị hay địa bàn.",
                english: "The role \(role.rawValue) takes neither institution nor territory.")
        case .unknownInstitution(let id):
            LocalisedText(
                vietnamese: "Danh bạ không có đơn vị “\(id.prefix(60))”. Xem Corpus/Registers/institutions.csv.",
                english: "The register has no institution “\(id.prefix(60))”. See Corpus/Registers/institutions.csv.")
        case .unknownTerritory(let id):
            LocalisedText(
                vietnamese: "Danh bạ không có địa bàn “\(id.prefix(60))”. Xem Corpus/Registers/territories.csv.",
                english: "The register has no territory “\(id.prefix(60))”. See Corpus/Registers/territories.csv.")
        case .days(let days):
            LocalisedText(
                vietnamese: "Thời hạn \(days) ngày không được: cần từ 1 đến 1.095 ngày.",
                english: "\(days) days will not do: a key is good for 1 to 1,095 days.")
        case .noSuchKey(let name):
            LocalisedText(
                vietnamese: "Không có khóa nào tên “\(name.prefix(80))”. Xem: hoclieu key list.",
                english: "There is no key named “\(name.prefix(80))”. See: hoclieu key list.")
        case .unknownSecret:
            LocalisedText(
                vietnamese:
                    "Khóa không đúng. Hãy chép trọn khóa, bắt đầu bằng “\(KeySecret.prefix)”, hoặc xin quản trị viên khóa mới.",
                english:
                    "This is no key of this catalogue. Copy the whole key, beginning with “\(KeySecret.prefix)”, or ask the administrator for a new one."
            )
        case .expired(let day):
            LocalisedText(
                vietnamese: "Khóa đã hết hạn ngày \(day). Hãy xin quản trị viên khóa mới.",
                english: "The key expired on \(day). Ask the administrator for a new one.")
        case .revoked(let day):
            LocalisedText(
                vietnamese: "Khóa đã bị thu hồi ngày \(day). Hãy hỏi quản trị viên.",
                english: "The key was revoked on \(day). Ask the administrator.")
        }
    }

    package var description: String { message.english }
}
