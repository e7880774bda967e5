/// The fixed words of the pages of collections and of a learner's own list, by the key templates use.
enum CollectionText {
    static let table: [String: (String, String)] = [
        "collectionsTitle": ("Bộ sưu tập", "Collections"),
        "collectionsLead": (
            "Học liệu chọn sẵn cho từng nhóm người học, sự kiện và trung tâm học tập cộng đồng.",
            "Material chosen for groups of learners, events and community learning centres."
        ),
        "collectionsNone": ("Chưa có bộ sưu tập nào.", "There are no collections yet."),
        "collectionsUpcoming": ("Sắp mở", "Opening soon"),
        "collectionsClosed": ("Đã kết thúc", "Over"),
        "collectionsDrafts": ("Bản nháp", "Drafts"),
        "collectionClosed": (
            "Bộ sưu tập này đã kết thúc; học liệu vẫn xem được.",
            "This collection is over; its resources are still here."
        ),
        "collectionUpcoming": (
            "Bộ sưu tập này chưa mở; chỉ người làm thấy trang này.",
            "This collection is not open yet; only its makers see this page."
        ),
        "collectionDraft": (
            "Đây là bản nháp; chỉ người làm thấy trang này.", "This is a draft; only its makers see this page."
        ),
        "collectionSheet": ("In tờ giới thiệu", "Printable sheet"),
        "collectionPackage": (
            "Tải danh sách để đọc không cần mạng (ZIP; nội dung ở nơi khác vẫn cần mạng)",
            "List to read without a network (ZIP; contents elsewhere still need one)"
        ),
        "collectionFeed": ("Theo dõi (Atom)", "Feed (Atom)"),
        "collectionCode": ("Mã QR", "QR code"),
        "collectionGone": (
            "Học liệu này đã được rút khỏi danh mục.", "This resource was withdrawn from the catalogue."
        ),
        "collectionNew": ("Lập bộ sưu tập", "Make a collection"),
        "collectionMake": ("Lập bản nháp", "Make a draft"),
        "collectionEdit": ("Sửa bộ sưu tập", "Edit the collection"),
        "collectionSee": ("Xem như người học thấy", "See it as learners do"),
        "collectionTitle": ("Tên", "Title"),
        "collectionTitleEn": ("Tên tiếng Anh", "Title in English"),
        "collectionSummary": ("Giới thiệu", "Introduction"),
        "collectionSummaryEn": ("Giới thiệu tiếng Anh", "Introduction in English"),
        "collectionPurpose": ("Dùng để làm gì", "What it is for"),
        "collectionAudience": ("Nhóm người học", "Group of learners"),
        "collectionOwner": ("Đơn vị làm ra", "Owner"),
        "collectionOpens": ("Ngày mở (để trống: mở ngay)", "First day (none: at once)"),
        "collectionCloses": ("Ngày kết thúc (để trống: không kết thúc)", "Last day (none: no end)"),
        "collectionSlug": (
            "Địa chỉ, ví dụ ngay-sach-2026 (để trống: lấy từ tên)",
            "Address, for example book-day-2026 (none: from the title)"
        ),
        "collectionPublish": ("Công bố", "Publish"),
        "collectionUnpublish": ("Thu lại thành bản nháp", "Take back to a draft"),
        "collectionAdd": (
            "Thêm học liệu: mã hoặc địa chỉ trang, cách nhau bằng dấu cách",
            "Add resources: identifiers or page addresses, apart by spaces"
        ),
        "collectionAddButton": ("Thêm vào cuối", "Add at the end"),
        "collectionNote": ("Ghi chú cho người đọc", "Note for readers"),
        "collectionPlace": ("Vị trí", "Place"),
        "collectionMove": ("Đổi chỗ", "Move"),
        "collectionKeep": ("Lưu", "Keep"),
        "collectionDetails": ("Tên, giới thiệu, ngày", "Title, introduction, days"),
        "inCollections": ("Có trong bộ sưu tập", "In collections"),
        "sheetHint": (
            "Tờ này để in: dùng lệnh in của trình duyệt (Ctrl+P).",
            "This sheet is for printing: use the browser's print command (Ctrl+P)."
        ),
        "sheetOneCode": ("Chỉ in một mã QR", "One QR code only"),
        "sheetManyCodes": ("In mã QR cho từng học liệu", "A QR code for each resource"),
        "sheetBack": ("Về bộ sưu tập", "Back to the collection"),
        "sheetFooter": (
            "Hướng máy ảnh điện thoại vào mã QR để mở. Miễn phí, không cần tài khoản.",
            "Point a telephone's camera at a QR code to open it. Free, no account needed."
        ),
        "packageLinksOnly": (
            "Gói này chỉ có thông tin và đường dẫn; nội dung học liệu không nằm trong gói và cần mạng để mở.",
            "This package holds descriptions and links only; the material itself is not in it and needs a network to be opened."
        ),
        "packageNewest": ("Bản mới nhất:", "Newest version:"),
        "packageFiles": ("Các bản ghi, để nạp vào hệ thống khác:", "The records, for other systems:"),
        "packageLicences": (
            "Giấy phép và ghi công từng học liệu. Khi dùng lại, hãy ghi đúng như dưới đây.",
            "Licence and attribution of each resource. Whoever uses one again says what stands here."
        ),
        "myTitle": ("Danh sách của tôi", "My list"),
        "myLead": (
            "Danh sách này chỉ nằm trong trình duyệt của bạn; không ai khác biết bạn lưu gì.",
            "This list is kept in your browser only; nobody else knows what you save."
        ),
        "myNoScript": (
            "Danh sách riêng cần JavaScript, vì nó nằm trong trình duyệt. Mọi trang khác dùng được không cần JavaScript.",
            "A list of one's own needs JavaScript, since it lives in the browser. All other pages work without."
        ),
        "mySave": ("Lưu vào danh sách của tôi", "Save to my list"),
        "mySaved": ("✓ Đã lưu, bấm để bỏ", "✓ Saved; press to remove"),
        "myName": ("Tên danh sách", "Name of the list"),
        "myEmpty": (
            "Danh sách còn trống. Hãy bấm “Lưu vào danh sách của tôi” ở một học liệu.",
            "The list is empty. Press “Save to my list” beside a resource."
        ),
        "myUp": ("Lên", "Up"),
        "myDown": ("Xuống", "Down"),
        "myDrop": ("Bỏ", "Remove"),
        "myClear": ("Xóa cả danh sách", "Delete the whole list"),
        "mySure": ("Xóa cả danh sách?", "Delete the whole list?"),
        "myShare": ("Chia sẻ:", "Share:"),
        "myShareHint": ("Ai mở đường dẫn này đều thấy danh sách.", "Whoever opens this link sees the list."),
        "myCopy": ("Chép", "Copy"),
        "myCopied": ("Đã chép", "Copied"),
        "myPrint": ("In", "Print"),
        "myShared": ("Danh sách được chia sẻ", "A shared list"),
        "myTake": ("Lưu cả vào danh sách của tôi", "Save all to my list"),
        "myOwn": ("Xem danh sách của tôi", "See my own list"),
        "myGone": ("(đã rút)", "(withdrawn)"),
        "myOffline": (
            "Không hỏi được danh mục; đây là thông tin đã lưu trước đó.",
            "The catalogue cannot be reached; this is what was saved before."
        ),
        "myBad": ("Đường dẫn này không có học liệu nào.", "This link has no resources."),
    ]
}
