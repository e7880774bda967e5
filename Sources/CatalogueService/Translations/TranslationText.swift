/// The fixed words of the pages of the translation backlog, by the key templates use.
enum TranslationText {
    static let table: [String: (String, String)] = [
        "translationsTitle": ("Việt hóa học liệu", "Translation into Vietnamese"),
        "translationsLead": (
            "Học liệu tiếng nước ngoài được đề nghị dịch, nơi cần nhiều nhất đứng trước. Đơn vị nhận dịch ghi hạn; quá hạn thì học liệu trở lại danh sách. Giấy phép cấm sửa đổi (ND) hoặc chưa rõ thì không được dịch.",
            "Foreign material that is wanted in Vietnamese, the most wanted first. Whoever takes one on names a day; when it is over, the resource is back on the list. What a licence forbids to change (ND), or whose licence is not known, may not be translated."
        ),
        "translationsLive": ("Đang cần và đang dịch", "Wanted and under way"),
        "translationsNone": ("Không có học liệu nào ở đây.", "There is nothing here."),
        "translationsWantedBy": ("Đề nghị:", "Wanted by:"),
        "translationsResult": ("Bản dịch:", "Translation:"),
        "translationsDraft": ("Bản thảo để duyệt", "Draft for review"),
        "translationLapsed": (
            "Hạn dịch trước đã qua mà chưa có bản dịch; ai cũng nhận được.",
            "The last claim ran out without a translation; anybody may take it."
        ),
        "translationOriginalGone": ("Bản gốc đã được rút khỏi danh mục.", "The original was withdrawn."),
        "translationGone": ("Bản dịch đã được rút khỏi danh mục.", "The translation was withdrawn."),
    ]
}
