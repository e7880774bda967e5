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
                    "Trình duyệt chỉ được ghi bằng tên chương trình với phiên bản chính và loại hệ điều hành, trong một bảng chung; mọi chữ khác trong đó bị bỏ.",
                english:
                    "Agents are kept as names of programs with main versions and the kind of system, in one dictionary; everything else they say is dropped."
            ),
            LocalisedText(
                vietnamese:
                    "Câu tìm chỉ được ghi thành chữ khi ít nhất \(EventWriter.leastSessions) địa chỉ (mỗi địa chỉ mỗi ngày tính một lần) trong tháng cùng hỏi; trước đó chỉ có mã băm, với khóa bị hủy khi tháng hết.",
                english:
                    "The text of a query is written only when at least \(EventWriter.leastSessions) addresses (each once a day) of a month asked it; before, only a hash is, whose secret is destroyed when the month is over."
            ),
            LocalisedText(
                vietnamese:
                    "Sự kiện thô được giữ \(UsageRollup.daysKept) ngày, sau đó chỉ còn số đếm theo ngày.",
                english: "Raw events are kept for \(UsageRollup.daysKept) days, then only counts by day."),
            LocalisedText(
                vietnamese:
                    "Nhật ký đơn vị nạp vào: khóa băm của mỗi ngày được giữ cùng sự kiện thô của ngày ấy, để nạp thêm không đếm trùng, rồi bị hủy.",
                english:
                    "Logs that institutions take in: the secret of each day is kept with its raw events, so that more of it counts nothing twice, and destroyed with them."
            ),
            LocalisedText(
                vietnamese:
                    "Mọi bảng công khai giấu số đếm từ 1 đến \(SmallCells.least - 1), và giấu thêm ô khác khi tổng có thể làm lộ.",
                english:
                    "Every public table hides counts from 1 to \(SmallCells.least - 1), and more cells where totals would give them away."
            ),
        ]
    }
}
