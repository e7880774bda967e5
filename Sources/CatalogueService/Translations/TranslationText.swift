/// The fixed words of the pages of the translation backlog, by the key templates use.
enum TranslationText {
    static let table: [String: (String, String)] = [
        "translationsTitle": ("Việt hóa học liệu", "Translation into Vietnamese"),
        "translationsLead": (
            "Học liệu tiếng nước ngoài được đề nghị dịch, nơi cần nhiều nhất đứng trước. Đơn vị nhận dịch ghi hạn; quá hạn thì học liệu trở lại danh sách. Giấy phép cấm sửa đổi (ND) hoặc chưa rõ thì không được dịch.",
            "Foreign material that is wanted in Vietnamese, the most wanted first. Whoever takes one on names a day; when it is over, the resource is back on the list. What a licence forbids to change (ND), or whose licence is not known, may not be translated."
        ),
        "translationsLive": ("Đang cần và đang dịch", "Wanted and under way"),
        "translationsCandidates": ("Được tìm và dùng nhiều, chưa ai đề nghị", "In demand, and not asked for yet"),
        "translationsCandidatesLead": (
            "Tính từ 12 tháng sử dụng: lượt xem bản gốc, và những câu tìm bằng tiếng Việt chưa có kết quả tiếng Việt.",
            "From twelve months of use: views of the original, and Vietnamese queries without a Vietnamese result."
        ),
        "translationsNone": ("Không có học liệu nào ở đây.", "There is nothing here."),
        "translationsWantedBy": ("Đề nghị:", "Wanted by:"),
        "translationsResult": ("Bản dịch:", "Translation:"),
        "translationsDraft": ("Bản thảo để duyệt", "Draft for review"),
        "translationEntry": ("Dịch sang tiếng Việt", "Translation into Vietnamese"),
        "translationWant": ("Đề nghị dịch", "Ask for a translation"),
        "translationUnwant": ("Rút đề nghị", "Take the wish back"),
        "translationNote": ("Cần để làm gì", "What it is needed for"),
        "translationInstitution": ("Đơn vị dịch", "Institution that translates"),
        "translationUntil": ("Dịch xong trước ngày", "To be finished by"),
        "translationClaim": ("Nhận dịch", "Take it on"),
        "translationDraft": ("Địa chỉ bản thảo, nếu có", "Address of the draft, if there is one"),
        "translationReview": ("Đưa ra duyệt", "Hand it in for review"),
        "translationResult": ("Mã bản dịch trong danh mục", "Identifier of the translation in the catalogue"),
        "translationPublish": ("Công bố bản dịch", "Publish the translation"),
        "translationRelease": ("Trả lại để nơi khác nhận", "Give it up for others to take"),
        "relationsEdit": ("Sửa quan hệ với học liệu khác", "Relations to other resources"),
        "relationsKind": ("Quan hệ", "Relation"),
        "relationsTarget": ("Mã học liệu kia, hoặc địa chỉ", "Identifier of the other, or an address"),
        "relationsNote": ("Ghi chú", "Note"),
        "relationsStated": ("do bản ghi nêu; sửa ở bản ghi", "stated by the record; to be mended there"),
        "translationLapsed": (
            "Hạn dịch trước đã qua mà chưa có bản dịch; ai cũng nhận được.",
            "The last claim ran out without a translation; anybody may take it."
        ),
        "translationOriginalGone": ("Bản gốc đã được rút khỏi danh mục.", "The original was withdrawn."),
        "translationGone": ("Bản dịch đã được rút khỏi danh mục.", "The translation was withdrawn."),
    ]
}
