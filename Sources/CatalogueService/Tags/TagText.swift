/// The fixed words of the pages of tags, by the key templates use.
enum TagText {
    static let table: [String: (String, String)] = [
        "tagsTitle": ("Thẻ", "Tags"),
        "tagsLead": (
            "Thẻ do các đơn vị và người biên tập gắn cho học liệu. Chọn một thẻ để xem mọi học liệu mang thẻ đó.",
            "Institutions and curators tag resources. Choose a tag to see all resources that carry it."
        ),
        "tagsNone": ("Chưa có thẻ nào.", "There are no tags yet."),
        "tagsFind": ("Tìm thẻ", "Find a tag"),
        "tagSynonyms": ("Còn gọi là", "Also called"),
        "tagRelated": ("Thẻ thường đi cùng", "Tags often on the same resources"),
        "tagFeed": ("Nguồn tin (Atom)", "Feed (Atom)"),
        "tagSearch": ("Tìm trong thẻ này", "Search within this tag"),
        "tagEdit": ("Sửa thẻ", "Edit the tag"),
        "tagName": ("Tên thẻ", "Name of the tag"),
        "tagNote": ("Thẻ dùng để làm gì", "What the tag is for"),
        "tagSynonym": ("Từ đồng nghĩa", "Another word for it"),
        "tagAdd": ("Thêm", "Add"),
        "tagMergeInto": ("Gộp vào thẻ (địa chỉ, ví dụ nau-an)", "Merge into the tag (slug, for example nau-an)"),
        "tagMerge": ("Gộp", "Merge"),
        "tagUnmerge": ("Tách lại", "Part again"),
        "tagDelete": ("Xóa thẻ khỏi mọi học liệu", "Delete the tag everywhere"),
        "tagRestore": ("Khôi phục", "Restore"),
        "tagMergedHere": ("Các thẻ đã gộp vào đây", "Tags merged into this one"),
        "tagGone": ("Thẻ này đã được xóa.", "This tag was deleted."),
        "resourceTags": ("Thẻ của học liệu", "Tags of the resource"),
        "resourceTagsEdit": ("Gắn thẻ", "Tag this resource"),
        "resourceTagsSuggest": ("Đề nghị thẻ", "Suggest a tag"),
        "resourceTagsNone": ("Chưa có thẻ nào.", "No tags yet."),
        "resourceTagsNames": ("Thẻ, cách nhau bằng dấu phẩy", "Tags, separated by commas"),
        "resourceTagsHint": (
            "Ví dụ: nấu ăn, món chay. Thẻ được giữ đúng như bạn viết.",
            "For example: cooking, vegetarian. Tags are kept as you write them."
        ),
        "resourceTagsConcept": (
            "Lĩnh vực, trình độ, đối tượng, năng lực hay ngành", "Subject, level, audience, competence or major"
        ),
        "resourceTagsConceptHint": (
            "Gõ tên, tiếng Việt hay tiếng Anh, có dấu hay không: thủy sản; trung học phổ thông; nông dân; giao tiếp và hợp tác; quản lý giáo dục. Nhiều tên thì cách nhau bằng dấu chấm phẩy. Mã (như 083) cũng được.",
            "Type a name, Vietnamese or English, with or without marks: fisheries; upper secondary education; farmers and fishers; digital competence. Separate several names by semicolons. A code (such as 083) will do, too."
        ),
        "resourceTagsConceptHelp": ("Gõ được những gì?", "What can be typed?"),
        "resourceTagsConceptMore": (
            "Dưới mỗi nhóm còn nhiều tên hẹp hơn; gõ vài chữ để xem.",
            "There are narrower ones; type a few letters to see."
        ),
        "resourceTagsWaiting": (
            "Học liệu này chưa được công bố: chỉ đơn vị và người biên tập thấy các thẻ dưới đây. Khi công bố, thẻ hiện cùng học liệu.",
            "This resource is not published yet: only its institution and curators see these tags. They show when it is published."
        ),
        "conceptKind.subjects": ("Lĩnh vực", "Subject"),
        "conceptKind.levels": ("Trình độ", "Level"),
        "conceptKind.audiences": ("Đối tượng", "Audience"),
        "conceptKind.competences": ("Năng lực", "Competence"),
        "conceptKind.programmes": ("Ngành", "Major"),
        "conceptSeveral": (
            "“{text}” là tên của nhiều thứ. Bạn muốn nói cái nào?", "“{text}” names several things. Which do you mean?"
        ),
        "conceptNear": (
            "Không có gì tên đúng “{text}”. Có phải bạn muốn nói:", "Nothing is called “{text}”. Did you mean:"
        ),
        "conceptChoose": ("Hãy chọn rồi gửi lại; chưa có gì được ghi.", "Choose and send again; nothing is kept yet."),
        "conceptTaken": ("Được hiểu là", "Taken for"),
        "conceptOthers": ("Cùng tên đó còn có", "Also called so:"),
        "resourceTagsScheme": ("Bảng", "Scheme"),
        "resourceTagsGiven": ("gắn bởi", "assigned by"),
        "resourceTagsSure": ("chắc", "sure"),
        "resourceTagsFromText": ("Gợi ý từ nội dung", "Suggested from the text"),
        "resourceTagsBecause": ("vì có:", "because of:"),
        "proposalsLead": (
            "Máy đọc tên, mô tả và từ khóa rồi gợi ý. Chỉ những gì bạn đánh dấu mới được ghi.",
            "Suggested from the title, the description and the keywords. Only what you tick is kept."
        ),
        "proposalsTake": ("Thêm những gì đã đánh dấu, xem trước lại", "Add what is ticked and preview again"),
        "proposalsAsk": ("Gợi ý từ nội dung đã nhập", "Suggest from what is typed"),
        "resourceTagsAccept": ("Nhận", "Accept"),
        "resourceTagsDismiss": ("Bỏ qua", "Dismiss"),
        "resourceTagsFromReaders": ("Người đọc đề nghị", "Suggested by readers"),
        "resourceTagsSuggestLead": (
            "Ai cũng đề nghị được, không cần tài khoản; chúng tôi không lưu bạn là ai. Người biên tập xem rồi mới gắn.",
            "Anybody may suggest, without an account; nothing is kept of who you are. A curator looks before it is assigned."
        ),
        "resourceTagsThanks": ("Cảm ơn, đề nghị đã được ghi.", "Thank you, the suggestion is kept."),
        "resourceTagsKnown": (
            "Học liệu đã có thẻ này, hoặc đề nghị này đã được xem.",
            "The resource has it, or it was looked at already."
        ),
        "reviewTags": ("Thẻ", "Tags"),
        "reviewTagsTitle": ("Thẻ chờ xem", "Tags to look at"),
        "reviewTagsNone": ("Không có đề nghị nào.", "There are no suggestions."),
        "reviewTagsTimes": ("lần", "times"),
        "reviewTagsTaken": ("Thẻ đã gộp hoặc xóa", "Merged and deleted tags"),
        "reviewTagsUnused": ("Thẻ chưa có trên học liệu nào", "Tags on no resource"),
        "bulkTitle": ("Gắn thẻ hàng loạt", "Tag by query"),
        "bulkLead": (
            "Gắn hoặc bỏ một thẻ cho mọi học liệu mà câu tìm ra. Xem trước rồi mới làm; làm rồi vẫn hoàn tác được.",
            "Assign a tag to, or take it from, all that a query finds. It is previewed first, and can be undone."
        ),
        "bulkOwnLead": (
            "Gắn hoặc bỏ một thẻ cho mọi học liệu của đơn vị mà câu tìm ra; học liệu của đơn vị khác được để yên. Xem trước rồi mới làm; làm rồi vẫn hoàn tác được.",
            "Assign a tag to, or take it from, all resources of the institution that a query finds; those of others are left alone. It is previewed first, and can be undone."
        ),
        "bulkLeftOut": (
            "{n} học liệu tìm được là của đơn vị khác, được để yên.",
            "{n} of those found are of other institutions and are left alone."
        ),
        "bulkQueryHint": ("Ví dụ: tôm sú", "For example: tiger prawn"),
        "bulkName": ("Tên thẻ, hoặc tên lĩnh vực, trình độ…", "Name of the tag, or of the subject, level…"),
        "bulkNameHint": (
            "Theo bảng đã chọn ở trên, có dấu hay không: nuôi tôm; nông dân; trung học phổ thông. Mã cũng được.",
            "Of the scheme chosen above, with or without marks: shrimp farming; upper secondary education. A code will do, too."
        ),
        "bulkQuery": ("Câu tìm (cần có đủ mọi từ)", "Query (all words are needed)"),
        "bulkAdd": ("Gắn", "Assign"),
        "bulkRemove": ("Bỏ", "Take away"),
        "bulkVerb": ("Việc", "What to do"),
        "bulkPreview": ("Xem trước", "Preview"),
        "bulkApply": ("Làm với {n} học liệu này", "Do it to these {n} resources"),
        "bulkHits": ("học liệu tìm được", "resources found"),
        "bulkChanges": ("sẽ thay đổi", "would change"),
        "bulkDone": ("Các lần đã làm", "What was done"),
        "bulkUndo": ("Hoàn tác", "Undo"),
        "bulkUndone": ("đã hoàn tác", "undone"),
        "automaticTitle": ("Gắn tự động từ nội dung", "Assigning from the text by itself"),
        "automaticLead": (
            "Máy gợi ý lĩnh vực, đối tượng, trình độ từ tên và mô tả. Mặc định không gì được gắn khi chưa có người nhận. Nếu đơn vị đặt ngưỡng, gợi ý chắc từ mức đó trở lên được gắn cho học liệu còn trống; mỗi lần gắn ghi rõ là do máy và chắc bao nhiêu.",
            "Subjects, audiences and levels are suggested from titles and descriptions. By default nothing is assigned before a person accepts it. With a threshold, what is at least as sure is assigned to resources that say nothing yet; each says that it came from the classifier and how sure it was."
        ),
        "automaticHint": (
            "Từ 50 đến 100 (%), để trống: không gắn tự động", "From 50 to 100 (%), empty: never by itself"
        ),
        "automaticWould": ("Với ngưỡng này sẽ gắn", "With these thresholds it would assign"),
        "bulkNothing": ("Không có gì phải thay đổi.", "There is nothing to change."),
    ]
}
