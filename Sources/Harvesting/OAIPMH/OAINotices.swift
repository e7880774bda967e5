import CatalogueModel
import RecordFormats
import Vocabularies

/// What there is to say about a repository, in words for those who run it.
enum OAINotices {
    private static func notice(_ code: String, _ vietnamese: String, _ english: String) -> HarvestNotice {
        HarvestNotice(code: code, vietnamese: vietnamese, english: english)
    }

    private static func shown(_ set: String) -> String { set.isEmpty ? "" : " (set \(set))" }
}

// MARK: Beginning

extension OAINotices {
    static func baseURLDiffers(said: String, asked: HTTPAddress) -> HarvestNotice {
        notice(
            "base-url-differs", "Kho tự ghi địa chỉ gốc là \(said), khác với \(asked) đang dùng.",
            "The repository says its base URL is \(said), and not \(asked).")
    }

    static func redirected(_ redirect: FetchedResponse.Redirect) -> HarvestNotice {
        redirect.isDowngrade
            ? notice(
                "redirected-to-http", "\(redirect.from) chuyển hướng sang địa chỉ không mã hóa \(redirect.to).",
                "\(redirect.from) redirects to \(redirect.to), which is not encrypted.")
            : notice(
                "redirected", "\(redirect.from) chuyển hướng sang \(redirect.to); hãy ghi địa chỉ mới.",
                "\(redirect.from) redirects to \(redirect.to); give the new address.")
    }

    static func otherVersion(_ version: String) -> HarvestNotice {
        notice(
            "oai-version", "Kho dùng giao thức phiên bản “\(version)”, không phải 2.0.",
            "The repository speaks version “\(version)” of the protocol, not 2.0.")
    }

    static func noIdentify(_ why: String) -> HarvestNotice {
        notice(
            "identify-unusable", "Không đọc được trả lời Identify: \(why)",
            "The answer to Identify cannot be used: \(why)")
    }

    static func formatsUnknown(_ why: String, using prefix: String) -> HarvestNotice {
        notice(
            "formats-unknown", "Kho không liệt kê được các định dạng (\(why)); dùng \(prefix).",
            "The repository cannot list its formats (\(why)); \(prefix) is used.")
    }

    static func noWantedFormat(wanted: [String], known: [String]) -> HarvestNotice {
        let (wanted, known) = (wanted.joined(separator: ", "), known.prefix(50).joined(separator: ", "))
        return notice(
            "no-wanted-format", "Kho không có định dạng nào trong số: \(wanted). Kho có: \(known).",
            "The repository has none of the formats \(wanted). It has: \(known).")
    }
}

// MARK: Lists

extension OAINotices {
    static func missingSet(_ set: String) -> HarvestNotice {
        notice("set-missing", "Kho không có tập “\(set)”.", "The repository has no set “\(set)”.")
    }

    static func emptyList(_ set: String) -> HarvestNotice {
        notice(
            "list-empty", "Không có bản ghi nào phù hợp\(shown(set)).", "No record matches\(shown(set)).")
    }

    static func restarted(_ why: HarvestNotice, from: String?) -> HarvestNotice {
        notice(
            "list-restarted", "Danh sách được lấy lại từ \(from ?? "đầu"): \(why.vietnamese)",
            "The list was begun again from \(from ?? "the start"): \(why.english)")
    }

    static func tokenRefused(_ error: OAIError) -> HarvestNotice {
        notice(
            "token-refused", "Kho không nhận resumptionToken của chính mình (\(error)).",
            "The repository does not take its own resumptionToken (\(error)).")
    }

    static let repeatedPage = notice(
        "page-repeated", "Kho gửi lại một trang đã gửi: resumptionToken bị lặp vòng.",
        "The repository sends a page again that it sent before: its resumptionTokens go round in a circle.")

    static func emptyPages(_ limit: Int) -> HarvestNotice {
        notice(
            "too-many-empty-pages", "Hơn \(limit) trang liên tiếp không có bản ghi nào.",
            "More than \(limit) pages in a row hold no record.")
    }

    static func tooManyPages(_ limit: Int) -> HarvestNotice {
        notice("too-many-pages", "Danh sách dài quá \(limit) trang.", "The list has more than \(limit) pages.")
    }

    static func tokenTooLong(_ bytes: Int) -> HarvestNotice {
        notice(
            "token-too-long", "resumptionToken dài \(bytes) byte, không gửi được.",
            "The resumptionToken is \(bytes) bytes long and cannot be sent.")
    }

    static func sizeDiffers(stated: Int, found: Int, set: String) -> HarvestNotice {
        notice(
            "list-size-differs", "Kho báo \(stated) bản ghi\(shown(set)), thực tế gửi \(found).",
            "The repository said \(stated) records\(shown(set)) and sent \(found).")
    }

    static func dateRefused(_ error: OAIError, from: String, instead: String?) -> HarvestNotice {
        notice(
            "date-refused",
            "Kho không nhận from=\(from) (\(error)); dùng \(instead.map { "from=\($0)" } ?? "toàn bộ danh sách").",
            "The repository does not take from=\(from) (\(error)); \(instead.map { "from=\($0)" } ?? "the whole list") is asked for."
        )
    }

    static func refused(_ error: OAIError) -> HarvestNotice {
        notice(
            "oai-\(error.codeText.isEmpty ? "error" : error.codeText)", "Kho trả lời lỗi: \(error).",
            "The repository answers with an error: \(error).")
    }

    static func notOAI(_ error: RecordFormatError) -> HarvestNotice {
        let code = error.kind == .webPage ? "web-page" : "not-oai"
        return notice(code, error.description(in: .vietnamese), error.description(in: .english))
    }

    static func damagedPage(_ address: HTTPAddress) -> HarvestNotice {
        notice(
            "page-damaged", "Trang \(address) bị hỏng, không biết danh sách tiếp tục ở đâu; phần đọc được đã lấy.",
            "The page \(address) is damaged and does not tell how the list goes on; what could be read was taken.")
    }
}
