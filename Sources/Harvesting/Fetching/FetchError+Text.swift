import Foundation
package import Vocabularies

extension FetchError {
    /// What happened.
    package var message: LocalisedText {
        switch reason {
        case .unusableAddress(let error): error.message
        case .refusedAddress(let refusal): refusal.message
        case .unknownHost(let host):
            text("không tìm thấy máy chủ “\(host)”", "the host “\(host)” is not found")
        case .connectionRefused: text("máy chủ từ chối kết nối", "the host refuses the connection")
        case .unreachable(let why): text("không tới được máy chủ (\(why))", "the host cannot be reached (\(why))")
        case .notSecure(let why):
            text("không lập được kết nối bảo mật (\(why))", "no secure connection can be made (\(why))")
        case .timedOut(let phase): Self.message(for: phase)
        case .connectionLost:
            text("kết nối bị ngắt giữa chừng câu trả lời", "the connection broke in the middle of the answer")
        case .malformedAnswer(let why):
            text("câu trả lời không đúng chuẩn HTTP (\(why))", "the answer is not proper HTTP (\(why))")
        case .headersTooLong(let limit):
            text("phần đầu của câu trả lời dài quá \(limit) byte", "the header is longer than \(limit) bytes")
        case .bodyTooLong(let limit):
            text("câu trả lời dài quá \(limit) byte", "the answer is longer than \(limit) bytes")
        case .inflatesTooMuch(let limit):
            text("dữ liệu nén phình ra quá \(limit) lần", "compressed data grows more than \(limit) times")
        case .tooManyRedirects(let limit):
            text("bị chuyển hướng quá \(limit) lần", "more than \(limit) redirects")
        case .status(let status, _): text("máy chủ trả lời mã \(status)", "the server answers with status \(status)")
        case .disallowedByRobots:
            text("robots.txt của máy chủ không cho phép", "the robots.txt of the host does not allow it")
        case .comeBack(let date, _):
            text(
                "máy chủ yêu cầu đợi đến \(date.ISO8601Format())",
                "the server asks to be left alone until \(date.ISO8601Format())")
        case .storage(let why): text("không ghi được tệp tạm (\(why))", "a temporary file failed (\(why))")
        }
    }

    /// What to do about it.
    package var remedy: LocalisedText {
        switch reason {
        case .unusableAddress, .unknownHost:
            text("Hãy xem lại địa chỉ của nguồn", "Look at the address of the source again")
        case .refusedAddress:
            text(
                "Nếu nguồn thật sự ở mạng nội bộ, hãy cho phép riêng nguồn đó (--allow-private)",
                "If the source really is in a private network, allow it for this source (--allow-private)")
        case .connectionRefused, .unreachable, .timedOut, .connectionLost, .malformedAnswer, .status(500..., _):
            text(
                "Hãy thử lại sau; nếu vẫn lỗi, hãy báo đơn vị quản lý nguồn",
                "Try again later; if it stays, tell those who run the source")
        case .notSecure:
            text("Hãy báo đơn vị quản lý nguồn sửa chứng thư", "Tell those who run the source to mend the certificate")
        case .headersTooLong, .bodyTooLong, .inflatesTooMuch:
            text("Hãy xem địa chỉ này có đúng là dữ liệu cần lấy không", "See whether this is the data that is wanted")
        case .tooManyRedirects:
            text("Hãy ghi địa chỉ cuối cùng làm địa chỉ nguồn", "Give the final address as that of the source")
        case .status(429, _), .comeBack:
            text(
                "Hãy chạy lại sau thời điểm đó, hoặc tăng khoảng nghỉ của nguồn",
                "Run it again after that, or lengthen the pause of the source")
        case .status:
            text("Hãy xem lại địa chỉ và quyền truy cập", "Look at the address and at who may read it")
        case .disallowedByRobots:
            text("Hãy xin phép đơn vị quản lý nguồn", "Ask those who run the source for permission")
        case .storage: text("Hãy xem lại chỗ trống trên đĩa", "See whether the disk is full")
        }
    }

    private static func message(for phase: Phase) -> LocalisedText {
        switch phase {
        case .connecting: text("máy chủ không nhận kết nối trong thời hạn", "the host took no connection in time")
        case .idle: text("máy chủ ngừng gửi dữ liệu quá lâu", "the server sent nothing for too long")
        case .total: text("máy chủ gửi quá chậm, hết thời hạn", "the server was too slow to send it all in time")
        }
    }

    private func text(_ vietnamese: String, _ english: String) -> LocalisedText { Self.text(vietnamese, english) }

    private static func text(_ vietnamese: String, _ english: String) -> LocalisedText {
        LocalisedText(vietnamese: vietnamese, english: english)
    }
}
