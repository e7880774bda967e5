/// The fixed words of the pages of those who publish and review, as `PageText` has them.
enum PublishingText {
    static let table: [String: (String, String)] = [
        "required": ("bắt buộc", "required"),
        "curatedLead": (
            "Người biên tập đã đặt những giá trị này; trên trang công khai chúng đứng thay giá trị bạn gửi:",
            "Curators have set these values; on the public page they stand in place of what you send:"
        ),
        "manage": ("Quản lý", "Manage"),
        "edit": ("Sửa", "Edit"),
        "reason": ("Lý do", "Reason"),
        "version": ("phiên bản", "version"),
        "reviewedBy": ("người duyệt:", "reviewed by"),
        "allStates": ("tất cả", "all"),
        "allKinds": ("mọi loại", "any kind"),
        "filterState": ("Trạng thái", "State"),
        "filterButton": ("Lọc", "Filter"),
        "resourcesCounted": ("học liệu", "resources"),
        "exportTable": ("Tải bảng CSV", "Download as CSV"),
        "depositTitle": ("Gửi học liệu", "Deposit a resource"),
        "depositEditTitle": ("Sửa học liệu", "Edit a resource"),
        "depositLead": (
            "Chỉ cần tên và địa chỉ; điền thêm thì người học dễ tìm hơn. Có nhiều học liệu?",
            "Name and address will do; what you add makes it easier to find. Have many?"
        ),
        "depositInstitution": ("Đơn vị (mã trong danh bạ)", "Institution (identifier of the register)"),
        "depositMore": ("Thông tin thêm (không bắt buộc)", "More (optional)"),
        "depositPreview": ("Xem trước", "Preview"),
        "depositSend": ("Gửi", "Send"),
        "depositSendAnyway": ("Vẫn gửi", "Send anyway"),
        "doubtsTitle": (
            "Chưa gửi. Hãy sửa, hoặc bấm “Vẫn gửi” nếu chấp nhận:", "Not sent yet. Mend these, or send anyway:"
        ),
        "depositEditOn": ("Sửa tiếp", "Go on editing"),
        "faultsTitle": ("Chưa gửi được. Cần sửa:", "Not sent yet. To mend:"),
        "noticesTitle": ("Nên xem lại", "Worth a look"),
        "meanwhileTitle": ("Nội dung đang có, khác với bạn nhập:", "What stands there now and differs from yours:"),
        "previewTitle": ("Xem trước", "Preview"),
        "previewLead": (
            "Người học sẽ thấy như dưới đây. Chưa có gì được gửi.",
            "This is what learners will see. Nothing has been sent yet."
        ),
        "sameAddress": (
            "Đơn vị đã gửi một học liệu có cùng địa chỉ:", "Your institution has deposited a resource at this address:"
        ),
        "depositsTitle": ("Học liệu đã gửi", "Deposits"),
        "depositsNone": ("Chưa có học liệu nào.", "There are none yet."),
        "pendingLead": (
            "Bản mới chưa được công bố; người học đang thấy bản cũ.",
            "The new version is not published yet; learners see the one before."
        ),
        "seePublic": ("Xem trang người học thấy", "See what learners see"),
        "historyTitle": ("Lịch sử", "History"),
        "withdraw": ("Rút học liệu", "Withdraw"),
        "withdrawReason": (
            "Lý do rút (người học đọc được ở địa chỉ cũ)", "Reason (learners read it at the old address)"
        ),
        "restoreWithdrawn": ("Khôi phục học liệu", "Restore the resource"),
        "takeOverLead": (
            "Học liệu này được thu từ một nguồn. Nhận về quản lý thì đơn vị sửa được ở đây, và từ đó nguồn không cập nhật nó nữa.",
            "This resource comes from a source. Taken over, it can be changed here, and the source no longer updates it."
        ),
        "takeOver": ("Nhận về quản lý", "Take it over"),
        "versionsTitle": ("Các phiên bản", "Versions"),
        "compare": ("So sánh", "Compare"),
        "compareFrom": ("Từ", "From"),
        "compareTo": ("Đến", "To"),
        "isPublic": ("đang công bố", "public"),
        "isStanding": ("mới nhất", "newest"),
        "noDifferences": ("Hai phiên bản giống nhau.", "The two are the same."),
        "restoreTitle": ("Khôi phục", "Restore"),
        "restoreVersion": ("Khôi phục phiên bản", "Restore version"),
        "fieldName": ("Trường", "Field"),
        "before": ("Trước", "Before"),
        "after": ("Sau", "After"),
        "origin.form": ("biểu mẫu", "form"),
        "origin.api": ("API", "API"),
        "origin.spreadsheet": ("bảng tính", "spreadsheet"),
        "origin.restored": ("khôi phục", "restored"),
        "origin.catalogue": ("từ nguồn thu thập", "from a source"),
        "uploadTitle": ("Gửi bằng bảng tính", "Upload a spreadsheet"),
        "uploadLead": (
            "Mỗi dòng một học liệu. Tệp được kiểm tra trước; chỉ ghi khi bạn xác nhận, và ghi một lần tất cả.",
            "One resource a row. The file is checked first; it is taken only when you confirm, all at once."
        ),
        "uploadFile": ("Tệp bảng tính", "Spreadsheet file"),
        "uploadFileHint": (
            "Excel (.xlsx, trang tính đầu) hoặc CSV (UTF-8, UTF-16, TCVN3, VNI), tối đa 32 MB và 10.000 dòng.",
            "Excel (.xlsx, first sheet) or CSV (UTF-8, UTF-16, TCVN3, VNI), up to 32 MB and 10,000 rows."
        ),
        "uploadExisting": (
            "Học liệu đã có (cùng mã, hoặc không mã mà cùng địa chỉ)",
            "Resources that stand already (same identifier, or none and the same address)"
        ),
        "existingSkip": ("Giữ nguyên, bỏ qua dòng đó", "Leave them, skip the row"),
        "existingReplace": (
            "Thay bằng dòng mới (bản cũ vẫn lưu; trường không có cột trong tệp thì giữ nguyên)",
            "Replace them (earlier versions are kept; fields without a column in the file stay as they are)"
        ),
        "uploadOnProblem": ("Nếu có dòng không nhận được", "If a row cannot be taken"),
        "onProblemSkip": ("Vẫn ghi các dòng tốt, báo các dòng lỗi", "Take the good rows, report the others"),
        "onProblemRefuse": ("Không ghi dòng nào", "Take none"),
        "uploadMapping": ("Bảng có tên cột khác", "The table has other column names"),
        "uploadMappingFile": ("Tệp ánh xạ (YAML)", "Mapping file (YAML)"),
        "uploadMappingHint": (
            "Cho biết cột nào là trường nào, như các tệp trong Corpus/Mappings.",
            "Says which column is which field, as the files in Corpus/Mappings do."
        ),
        "uploadCheck": ("Kiểm tra tệp", "Check the file"),
        "uploadColumns": ("Tên cột", "Columns"),
        "uploadColumnsLead": (
            "Bắt buộc: Tên học liệu, Địa chỉ. Cột nào không có cũng được; tên tiếng Việt hay tiếng Anh đều đọc được. Nhiều giá trị trong một ô cách nhau bằng |.",
            "Needed: Title, Address. Others may be missing; Vietnamese and English names are understood. Several values in a cell are parted by |."
        ),
        "uploadReportTitle": ("Báo cáo bảng tính", "Spreadsheet report"),
        "uploadNotYet": ("Chưa ghi gì. Đây là điều sẽ xảy ra:", "Nothing is taken yet. This is what would happen:"),
        "uploadDone": ("Đã ghi.", "Taken."),
        "uploadTake": ("Ghi các dòng tốt", "Take the good rows"),
        "uploadAgain": ("Chọn tệp khác", "Choose another file"),
        "uploadKeptOut": (
            "Có dòng lỗi, và bạn đã chọn không ghi dòng nào trong trường hợp đó.",
            "There are bad rows, and you chose to take none in that case."
        ),
        "uploadRefused": ("Dòng không nhận được", "Rows that cannot be taken"),
        "uploadWarnings": ("Nên bổ sung, không bắt buộc", "Worth adding, not needed"),
        "uploadTaken": ("Từng dòng được nhận", "Rows that are taken, one by one"),
        "rowWhy": ("Vì sao, sửa thế nào", "Why, and how to mend it"),
        "rowsCounted": ("dòng", "rows"),
        "uploadCut": (
            "Danh sách đã được cắt bớt; các con số tính đủ.", "The list is cut short; the figures count all."
        ),
        "rowLine": ("Dòng", "Row"),
        "rowTitle": ("Tiêu đề", "Title"),
        "rowOutcome": ("Kết quả", "Outcome"),
        "outcome.created": ("mới", "new"),
        "outcome.changed": ("đã thay", "replaced"),
        "outcome.unchanged": ("không đổi", "unchanged"),
        "outcome.skipped": ("đã có, giữ nguyên", "stands already, left alone"),
        "outcome.refused": ("không nhận", "refused"),
        "outcome.created.planned": ("sẽ thêm", "would be added"),
        "outcome.changed.planned": ("sẽ thay", "would be replaced"),
        "outcome.unchanged.planned": ("không đổi", "unchanged"),
        "outcome.skipped.planned": ("đã có, giữ nguyên", "stands already, left alone"),
        "outcome.refused.planned": ("không nhận được", "cannot be taken"),
        "reviewTitle": ("Duyệt", "Review"),
        "reviewDeposits": ("Học liệu gửi đến", "Deposits"),
        "reviewReports": ("Người đọc báo", "Readers' reports"),
        "reviewNone": ("Không còn gì chờ duyệt.", "Nothing is waiting."),
        "isChange": ("sửa bản đã công bố", "changes a published resource"),
        "changesTitle": ("Thay đổi so với bản đang công bố", "Changes against what is published"),
        "decisionTitle": ("Quyết định", "Decision"),
        "decisionNote": ("Ghi chú cho đơn vị", "Note to the institution"),
        "decisionHint": ("Bắt buộc khi trả lại: sửa gì, vì sao.", "Needed when returning: what to mend, and why."),
        "decisionPublish": ("Công bố", "Publish"),
        "decisionReturn": ("Trả lại để sửa", "Return"),
        "decisionTake": ("Nhận duyệt", "Take it up"),
        "reportTitle": ("Báo lỗi học liệu này", "Report a problem"),
        "reportLead": (
            "Không cần tài khoản; chúng tôi không lưu bạn là ai.", "No account needed; we do not keep who you are."
        ),
        "reportKind": ("Có vấn đề gì?", "What is wrong?"),
        "reportNote": ("Nói rõ hơn (đừng ghi thông tin cá nhân)", "Tell more (no personal data, please)"),
        "reportSend": ("Gửi báo lỗi", "Send the report"),
        "reportThanks": ("Cảm ơn bạn. Người biên tập sẽ xem.", "Thank you. A curator will look at it."),
        "reportBack": ("Về trang học liệu", "Back to the resource"),
        "reportKindMissing": ("Hãy chọn vấn đề gì.", "Choose what is wrong."),
        "reportNoteMissing": ("Hãy viết vài chữ cho biết vấn đề gì.", "Say in a few words what is wrong."),
        "reportAnswer": ("Đã làm gì, hoặc vì sao bỏ qua", "What was done, or why not"),
        "reportDone": ("Đã xử lý", "Done"),
        "reportDismiss": ("Bỏ qua", "Dismiss"),
        "action.resource.deposit": ("gửi", "deposited"),
        "action.resource.change": ("sửa", "changed"),
        "action.resource.restore": ("khôi phục", "restored"),
        "action.resource.withdraw": ("rút", "withdrew"),
        "action.resource.takeOver": ("nhận về quản lý", "took over"),
        "action.review.takeUp": ("nhận duyệt", "took up"),
        "action.review.publish": ("công bố", "published"),
        "action.review.return": ("trả lại", "returned"),
        "action.tag.assign": ("gắn thẻ", "tagged"),
        "action.tag.unassign": ("bỏ thẻ", "took a tag away"),
        "action.tag.suggest": ("người đọc đề nghị thẻ", "a reader suggested a tag"),
        "action.tag.suggestion.accepted": ("nhận đề nghị thẻ", "accepted a suggested tag"),
        "action.tag.suggestion.dismissed": ("bỏ qua đề nghị thẻ", "dismissed a suggested tag"),
        "action.report.open": ("người đọc báo lỗi", "a reader reported"),
        "action.report.done": ("xử lý báo lỗi", "dealt with a report"),
        "action.report.dismissed": ("bỏ qua báo lỗi", "dismissed a report"),
    ]
}

/// The names of fields, and what the form says of them.
enum FieldText {
    static let table: [String: (String, String)] = [
        "field.identifier": ("Mã", "Identifier"),
        "field.otherIdentifier": ("DOI, ISBN, ISSN", "DOI, ISBN, ISSN"),
        "field.name": ("Tên học liệu", "Title"),
        "field.alternateName": ("Tên khác", "Other titles"),
        "field.description": ("Mô tả", "Description"),
        "field.descriptionLanguage": ("Ngôn ngữ của mô tả", "Language of the description"),
        "field.url": ("Địa chỉ", "Address"),
        "field.publisher": ("Đơn vị", "Institution"),
        "field.publisherName": ("Tên đơn vị", "Name of the institution"),
        "field.creator": ("Tác giả", "Authors"),
        "field.inLanguage": ("Ngôn ngữ", "Language"),
        "field.license": ("Giấy phép", "Licence"),
        "field.learningResourceType": ("Loại học liệu", "Type"),
        "field.about": ("Lĩnh vực", "Subject"),
        "field.keywords": ("Từ khóa", "Keywords"),
        "field.educationalLevel": ("Trình độ", "Level"),
        "field.audience": ("Dành cho", "Audience"),
        "field.courseMode": ("Hình thức học", "Study mode"),
        "field.datePublished": ("Ngày công bố", "Date published"),
        "field.timeRequired": ("Thời gian học", "Learning time"),
        "field.duration": ("Thời lượng", "Playing time"),
        "field.isBasedOn": ("Dựa trên", "Based on"),
        "field.translationOfWork": ("Dịch từ", "Translation of"),
        "field.isPartOf": ("Thuộc", "Part of"),
        "field.isVersionOf": ("Phiên bản của", "Version of"),
        "field.coursePrerequisites": ("Cần học trước", "Prerequisites"),
        "field.subjectOf": ("Trang nguồn của thông tin", "Where these facts come from"),
        "hint.name": ("Như in trên học liệu.", "As printed on the resource."),
        "hint.url": ("Trang mở ra học liệu, bắt đầu bằng https://", "The page that opens it, beginning with https://"),
        "hint.description": (
            "Học được gì, cho ai; vài câu là đủ.", "What one learns, for whom; a few sentences will do."
        ),
        "hint.learningResourceType": ("Gõ vài chữ rồi chọn: video, giáo trình…", "Type and choose: video, textbook…"),
        "hint.about": ("Gõ có dấu hay không dấu, hoặc mã ISCED-F.", "Type words, or an ISCED-F code."),
        "hint.educationalLevel": ("Ví dụ: trung học phổ thông.", "For example: upper secondary."),
        "hint.license": (
            "Cho phép dùng lại thế nào; CC BY 4.0 là mở nhất.", "How it may be reused; CC BY 4.0 is the most open."
        ),
        "hint.keywords": ("Cách nhau bằng dấu phẩy.", "Parted by commas."),
        "hint.creator": ("Mỗi dòng một người hoặc tổ chức.", "One person or body a line."),
        "hint.inLanguage": ("Ngôn ngữ chính trước.", "Main language first."),
        "hint.audience": ("Nếu có đối tượng riêng.", "If it is for somebody in particular."),
        "hint.courseMode": ("Tự học, trực tuyến, từ xa…", "Self-paced, online, distance…"),
        "hint.datePublished": ("2026, 05/2026 hoặc 30/05/2026.", "2026, 2026-05 or 2026-05-30."),
        "hint.timeRequired": ("Ví dụ: 2 giờ, 45 phút.", "For example: 2 hours, 45 min."),
        "hint.duration": ("Của video, âm thanh: 12:30.", "Of video or audio: 12:30."),
        "hint.alternateName": ("Mỗi dòng một tên.", "One a line."),
        "hint.translationOfWork": ("Địa chỉ bản gốc, mỗi dòng một.", "Address of the original, one a line."),
        "hint.isBasedOn": (
            "Địa chỉ học liệu được phỏng theo, mỗi dòng một.", "Address of what it builds on, one a line."
        ),
        "hint.isPartOf": (
            "Địa chỉ hay mã của bộ, khóa học chứa nó, mỗi dòng một.",
            "Address or identifier of what it is a part of, one a line."
        ),
        "hint.isVersionOf": (
            "Địa chỉ hay mã của bản khác, mỗi dòng một.", "Address or identifier of the other version, one a line."
        ),
        "hint.coursePrerequisites": (
            "Địa chỉ hay mã của học liệu cần học trước, mỗi dòng một.",
            "Address or identifier of what is to be learned first, one a line."
        ),
        "hint.otherIdentifier": ("Mỗi dòng một mã.", "One a line."),
        "hint.descriptionLanguage": (
            "Mã, ví dụ en; chỉ khi khác ngôn ngữ học liệu.", "Code such as en; only if it differs."
        ),
        "hint.subjectOf": ("Trang bạn lấy thông tin này.", "The page you took these facts from."),
    ]
}
