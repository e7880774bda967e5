package import Vocabularies

/// Why a deposit is not changed as asked; nothing has been changed then.
package enum DepositError: Error, Hashable, CustomStringConvertible {
    case unknown(String)
    /// It belongs to another institution than the one that may be changed with this key.
    case foreign(String)
    /// The identifier is taken.
    case exists(String)
    /// The resource comes from a source, which would be overruled from now on.
    case harvested(String)
    /// Somebody else has changed it meanwhile; what stands now.
    case stale(String, tag: String)
    /// No tag says which state the change is meant for.
    case tagNeeded(String, tag: String)
    case withdrawn(String)
    /// The state it is in does not allow it.
    case wrongState(String, DepositState)
    case reasonNeeded
    case noteTooLong
    case noSuchVersion(String, Int)
    case curatorsOnly

    package static let longestNote = 2000

    package var message: LocalisedText {
        switch self {
        case .unknown(let id):
            text("Không có học liệu nào mang mã “\(id)” đã được gửi.", "No resource “\(id)” was deposited.")
        case .foreign(let id):
            text(
                "“\(id)” là học liệu của đơn vị khác; khóa này không sửa được.",
                "“\(id)” is a resource of another institution; this key may not change it.")
        case .exists(let id):
            text(
                "Đã có học liệu mang mã “\(id)”. Hãy sửa học liệu đó, hoặc bỏ mã để hệ thống tự đặt.",
                "There is a resource “\(id)” already. Change that one, or leave the identifier out to have one made.")
        case .harvested(let id):
            text(
                "“\(id)” được thu từ một nguồn. Sửa ở đây thì từ nay nguồn không cập nhật được nữa; nếu đúng ý, hãy chọn nhận về quản lý (take_over).",
                "“\(id)” comes from a source. Changed here, the source no longer updates it; if that is meant, take it over (take_over)."
            )
        case .stale(let id, _):
            text(
                "“\(id)” đã được người khác sửa sau khi bạn mở. Hãy mở lại, xem thay đổi rồi sửa tiếp.",
                "Somebody has changed “\(id)” since you opened it. Open it again, look, and change it then."
            )
        case .tagNeeded(let id, let tag):
            text(
                "Thiếu If-Match: hãy cho biết bạn sửa bản nào của “\(id)” (hiện là \(tag)).",
                "If-Match is missing: say which state of “\(id)” you change (it is \(tag) now).")
        case .withdrawn(let id):
            text(
                "“\(id)” đã được rút. Hãy khôi phục một phiên bản trước khi sửa.",
                "“\(id)” is withdrawn. Restore a version before changing it.")
        case .wrongState(let id, let state):
            text(
                "Không làm được: “\(id)” đang ở trạng thái “\(state.label.vietnamese)”.",
                "That cannot be done: “\(id)” is \(state.label.english).")
        case .reasonNeeded:
            text("Hãy ghi lý do; người nhận cần biết vì sao.", "Give a reason: whoever reads it needs to know why.")
        case .noteTooLong:
            text(
                "Lý do dài quá \(Self.longestNote) ký tự.", "The reason is longer than \(Self.longestNote) characters.")
        case .noSuchVersion(let id, let version):
            text("“\(id)” không có phiên bản \(version).", "“\(id)” has no version \(version).")
        case .curatorsOnly:
            text("Việc này dành cho người biên tập danh mục.", "This is for curators.")
        }
    }

    package var description: String { message.english }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
