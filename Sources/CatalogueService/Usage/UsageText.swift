/// The fixed words of the pages of usage, by the key templates use.
enum UsageText {
    static let table: [String: (String, String)] = [
        "usageTitle": ("Học liệu được sử dụng thế nào", "How the material is used"),
        "usageLead": (
            "Số liệu theo chuẩn COUNTER 5.1: không tính máy thu thập, không tính bấm đúp. Không ai bị theo dõi; số nhỏ được giấu.",
            "Figures by COUNTER 5.1: without robots, without double-clicks. Nobody is followed; small numbers are hidden."
        ),
        "usageSimulated": ("SỐ LIỆU MÔ PHỎNG, không phải sử dụng thật", "SIMULATED, not real use"),
        "usageNone": ("Chưa có số liệu.", "There are no figures yet."),
        "usageMonth": ("Tháng", "Month"),
        "usageUpTo": ("Tính đến hết ngày {day}.", "Counted to the end of {day}."),
        "usageUpToNow": (
            "Tính đến ngày {day}; ngày hôm nay được cộng thêm vài phút một lần.",
            "Counted up to {day}; today is added to every few minutes."
        ),
        "usageViews": ("Lượt xem trang học liệu", "Investigations"),
        "usageUniqueViews": ("Lượt xem, mỗi phiên một lần", "Unique investigations"),
        "usageReads": ("Lượt lấy nội dung", "Requests"),
        "usageOut": ("Lượt mở học liệu ở nơi gốc", "Out-clicks"),
        "usageSearches": ("Lượt tìm", "Searches"),
        "usageFromSearch": ("Xem ngay sau khi tìm", "Right after a search"),
        "usageBySubject": ("Theo lĩnh vực", "By subject"),
        "usageTop": ("Được xem nhiều nhất", "Most looked at"),
        "usageTopNone": (
            "Chưa học liệu nào đạt số lượt đủ để nêu tên.", "No resource has been looked at often enough to be named."
        ),
        "usageSeveral": (
            "Lĩnh vực rộng của ISCED-F; một học liệu có thể thuộc nhiều lĩnh vực, nên các dòng không cộng thành tổng.",
            "Broad fields of ISCED-F; a resource may belong to several, so the lines do not add up to the total."
        ),
        "usageHarvests": ("Danh mục khác lấy về qua OAI-PMH (lượt)", "Harvests by other catalogues (OAI-PMH)"),
        "usageByChannel": ("Theo kênh", "By channel"),
        "usageHidden": ("dưới 10", "under 10"),
        "usageMethod": ("Cách đếm", "How it is counted"),
        "usageLeftOut": ("Không tính", "Left out"),
        "usagePrivacy": ("Chúng tôi giữ gì", "What we keep"),
        "usageCSV": ("Tải bảng (CSV)", "Download the table (CSV)"),
        "usageOf": ("Sử dụng học liệu của", "Use of the material of"),
        "usageQueries": ("Từ tìm dẫn đến đây", "Searches that led here"),
        "institutionBack": ("Trang của đơn vị", "Page of the institution"),
        "usageLink": ("Xem số liệu sử dụng", "See the figures of use"),
        "gapsTitle": ("Tìm mà không thấy", "Searched and not found"),
        "gapsLead": (
            "Câu tìm của ít nhất 5 phiên trong tháng mà không ra học liệu nào, hoặc ra mà không ai mở. Đây là chỗ danh mục còn thiếu.",
            "What at least 5 sessions of a month searched without finding anything, or without opening anything. The catalogue lacks it."
        ),
        "gapsNone": ("Chưa có câu nào đủ số phiên.", "No text was asked by enough sessions yet."),
        "gapsEmpty": ("lần không ra gì", "times without a hit"),
        "gapsClicks": ("lần có mở học liệu", "times something was opened"),
        "chartValue": ("Lượt xem", "Investigations"),
        "robotsWord": ("máy thu thập", "robots"),
        "aiWord": ("máy gom dữ liệu cho trí tuệ nhân tạo", "agents of artificial intelligence"),
        "doubleClickWord": ("bấm đúp", "double-clicks"),
        "staffWord": ("người biên tập làm việc", "curators at work"),
        "methodBreak": ("đổi cách đếm", "counted otherwise from here"),
    ]
}
