package import Vocabularies

/// What is kept of use, and for how long: printed by `hoclieu usage privacy` and shown on the page of usage.
package enum PrivacyStatement {
    package static var lines: [LocalisedText] {
        [
            LocalisedText(
                vietnamese: "Không lưu địa chỉ IP, không cookie theo dõi, không tài khoản người học.",
                english: "No IP address is stored, no cookie follows anybody, learners have no accounts."),
            LocalisedText(
                vietnamese:
                    "Phiên là mã băm có khóa của (địa chỉ, trình duyệt, ngày, giờ); khóa bí mật thay mỗi ngày rồi bị hủy, nên mã không lần ngược được.",
                english:
                    "A session is a keyed hash of (address, agent, day, hour); the secret changes every day and is destroyed, so the hash leads back to nobody."
            ),
            LocalisedText(
                vietnamese:
                    "Trình duyệt chỉ được ghi bằng tên và phiên bản chính, trong một bảng chung, không kèm địa chỉ.",
                english: "Agents are kept as names with main versions, in one dictionary, without addresses."),
            LocalisedText(
                vietnamese:
                    "Câu tìm chỉ được ghi thành chữ khi ít nhất \(EventWriter.leastSessions) phiên trong tháng cùng hỏi; trước đó chỉ có mã băm.",
                english:
                    "The text of a query is written only when at least \(EventWriter.leastSessions) sessions of a month asked it; before, only a hash is."
            ),
            LocalisedText(
                vietnamese:
                    "Sự kiện thô được giữ \(UsageRollup.daysKept) ngày, sau đó chỉ còn số đếm theo ngày.",
                english: "Raw events are kept for \(UsageRollup.daysKept) days, then only counts by day."),
            LocalisedText(
                vietnamese:
                    "Mọi bảng công khai giấu số đếm từ 1 đến \(SmallCells.least - 1), và giấu thêm ô khác khi tổng có thể làm lộ.",
                english:
                    "Every public table hides counts from 1 to \(SmallCells.least - 1), and more cells where totals would give them away."
            ),
        ]
    }
}
