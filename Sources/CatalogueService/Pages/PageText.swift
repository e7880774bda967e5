import Vocabularies

/// The fixed words of the pages, by the key templates use (`{{t.key}}`).
enum PageText {
    /// Every text in `language`, by key.
    static func all(in language: PreferredLanguage) -> [String: String] {
        texts.mapValues { $0[language] }
    }

    /// The text of `key`; a key that is not there shows itself, and a test fails.
    static func text(_ key: String, in language: PreferredLanguage) -> String {
        texts[key]?[language] ?? key
    }

    private static let texts: [String: LocalisedText] =
        [
            PublishingText.table, FieldText.table, InstitutionText.table, CollectionText.table, TranslationText.table,
            TagText.table, UsageText.table, TargetText.table,
        ].reduce(table) { $0.merging($1) { first, _ in first } }
        .mapValues { LocalisedText(vietnamese: $0.0, english: $0.1) }

    private static let table: [String: (String, String)] = [
        "siteName": ("Học liệu mở", "Học liệu mở"),
        "siteDescription": (
            "Tìm học liệu mở miễn phí cho mọi người: giáo trình, khóa học, video, mô phỏng, bài học bảo tàng.",
            "Find free open learning material for everybody: textbooks, courses, videos, simulations, museum lessons."
        ),
        "otherLanguage": ("English", "Tiếng Việt"),
        "skipToContent": ("Đến nội dung chính", "Skip to content"),
        "footer": (
            "Danh mục học liệu mở. Không quảng cáo, không theo dõi người học.",
            "A catalogue of open learning material. No advertising, no tracking of learners."
        ),
        "homeTitle": ("Bạn muốn học gì hôm nay?", "What would you like to learn today?"),
        "homeLead": (
            "Tìm trong kho học liệu mở của các trường, trung tâm dạy nghề, thư viện và bảo tàng. Miễn phí, không cần tài khoản.",
            "Search the open material of universities, vocational centres, libraries and museums. Free, no account needed."
        ),
        "homeHint": ("Gõ có dấu hay không dấu đều được. Ví dụ:", "Type with or without marks. For example:"),
        "searchLabel": ("Tìm học liệu", "Search learning material"),
        "searchButton": ("Tìm", "Search"),
        "searchTitle": ("Kết quả tìm học liệu", "Search results"),
        "orderBy": ("Sắp xếp theo", "Order by"),
        "order.relevance": ("phù hợp nhất", "relevance"),
        "order.date": ("mới nhất", "newest"),
        "order.title": ("tên A–Y", "title"),
        "filteredBy": ("Đang lọc:", "Filtered by:"),
        "remove": ("Bỏ lọc", "Remove filter"),
        "noHits": ("Chưa tìm thấy học liệu nào.", "Nothing was found."),
        "dropFilters": ("Bỏ mọi bộ lọc và tìm lại", "Drop all filters and search again"),
        "tryFewer": ("Thử ít từ hơn hoặc từ khác cùng nghĩa.", "Try fewer words, or other words for the same."),
        "tryUnmarked": (
            "Thử gõ không dấu: nau an cũng tìm được nấu ăn.", "Try without marks: nau an finds nấu ăn, too."
        ),
        "why": ("Vì sao có kết quả này?", "Why this result?"),
        "score": ("Tổng điểm:", "Score:"),
        "similar": ("Học liệu tương tự", "More like this"),
        "alsoAt": ("Cũng có ở", "Also at"),
        "alsoAtLead": (
            "Cùng học liệu này, theo bản ghi của các đơn vị khác:",
            "The same resource, as other institutions record it:"
        ),
        "mainRecord": ("bản ghi chính", "main record"),
        "open": ("Mở", "Open"),
        "factFrom": ("theo", "from"),
        "browse": ("Xem theo lĩnh vực và loại học liệu", "Browse by subject and type"),
        "narrow": ("Lọc kết quả", "Narrow the results"),
        "pages": ("Các trang kết quả", "Pages of results"),
        "previous": ("← Trang trước", "← Previous page"),
        "next": ("Trang sau →", "Next page →"),
        "openResource": ("Mở học liệu", "Open the resource"),
        "facts": ("Thông tin", "Facts"),
        "newSearch": ("Tìm học liệu khác", "Search for something else"),
        "home": ("Về trang chủ", "Home page"),
        "facet.type": ("Loại học liệu", "Type"),
        "facet.subject": ("Lĩnh vực", "Subject"),
        "facet.level": ("Trình độ", "Level"),
        "facet.language": ("Ngôn ngữ", "Language"),
        "facet.licence": ("Quyền sử dụng", "Rights"),
        "facet.institution": ("Đơn vị", "Institution"),
        "facet.territory": ("Địa bàn", "Territory"),
        "facet.link": ("Liên kết", "Link"),
        "facet.audience": ("Dành cho", "For"),
        "facet.tag": ("Thẻ", "Tag"),
        "facet.competence": ("Năng lực", "Competence"),
        "facet.programme": ("Ngành đào tạo", "Major"),
        "sourcesTitle": ("Nguồn thu thập", "Sources"),
        "sourcesLead": (
            "Học liệu được thu từ các nguồn dưới đây của các đơn vị. Mỗi lần thu có báo cáo: nhận gì, từ chối gì, vì sao, sửa thế nào.",
            "Records are harvested from these sources of institutions. Every harvest has its report: what was taken, what was refused, why, and how to mend it."
        ),
        "sourcesNone": ("Chưa có nguồn nào.", "There are no sources yet."),
        "sourceInstitution": ("Đơn vị", "Institution"),
        "sourceName": ("Nguồn", "Source"),
        "sourceAccepted": ("Bản ghi đã nhận", "Records accepted"),
        "sourceRefused": ("Bản ghi bị từ chối", "Records refused"),
        "sourceDeleted": ("Bản ghi đã xóa ở nguồn", "Records deleted at the source"),
        "sourceLast": ("Lần thu cuối", "Last harvest"),
        "sourceProtocol": ("Giao thức", "Protocol"),
        "sourceFormats": ("Định dạng", "Formats"),
        "sourceSets": ("Tập", "Sets"),
        "sourceLicence": ("Giấy phép mặc định", "Default licence"),
        "sourceIsPaused": ("tạm ngừng", "paused"),
        "sourcePaused": ("Tạm ngừng vì", "Paused because"),
        "sourceNext": ("Lần thu tới", "Next harvest"),
        "sourceResources": ("Học liệu của đơn vị", "Resources of the institution"),
        "sourceRuns": ("Các lần thu", "Harvests"),
        "runTitle": ("Lần thu", "Harvest"),
        "runStarted": ("Bắt đầu", "Started"),
        "runVerdict": ("Kết quả", "Verdict"),
        "runNever": ("chưa thu lần nào", "never harvested"),
        "runRunning": ("đang chạy hoặc bị ngắt", "running, or cut off"),
        "runProblems": ("Cần sửa", "What needs mending"),
        "runNoProblems": ("Không có bản ghi nào bị từ chối hay cảnh báo.", "No record was refused or warned about."),
        "runRemedy": ("Cách sửa:", "How to mend it:"),
        "runRule": ("Theo chuẩn:", "By the standards:"),
        "severityRefused": ("từ chối", "refused"),
        "severityWarning": ("cảnh báo", "warning"),
        "countRead": ("Đã đọc", "Read"),
        "countAdded": ("Mới", "Added"),
        "countChanged": ("Thay đổi", "Changed"),
        "countUnchanged": ("Không đổi", "Unchanged"),
        "countRefused": ("Bị từ chối", "Refused"),
        "countWithdrawn": ("Đã rút", "Withdrawn"),
        "countWithheld": ("Giữ lại chờ xác nhận", "Withheld"),
        "countWarnings": ("Cảnh báo", "Warnings"),
        "countPages": ("Trang dữ liệu", "Pages"),
        "countRequests": ("Yêu cầu", "Requests"),
        "qualityTitle": ("Chất lượng bản ghi", "Quality of records"),
        "qualityLead": (
            "Điểm nói bản ghi mô tả học liệu đầy đủ đến đâu, không chấm học liệu. Việc được nhiều điểm nhất cho mỗi phút công đứng trước.",
            "The score says how fully records describe resources; it does not judge the resources. What gains most points for a minute of work stands first."
        ),
        "qualityFix": ("Nên sửa", "To mend"),
        "qualityTime": ("Ước chừng", "About"),
        "qualityCost": ("Mất gì", "What it costs"),
        "qualityRecords": ("Bản ghi", "Records"),
        "qualityPoints": ("Được thêm", "Points gained"),
        "qualityWeakest": ("Bản ghi yếu nhất", "Weakest records"),
        "qualityMean": ("Điểm trung bình", "Mean score"),
        "linksTitle": ("Liên kết của đơn vị", "Links of the institution"),
        "linksLead": (
            "Một liên kết chỉ bị coi là hỏng sau ít nhất 3 lần lỗi trong ít nhất 3 ngày; một lần mở được là sống lại.",
            "A link counts as broken only after three failures over three days; one good answer revives it."
        ),
        "linksNone": ("Không có liên kết nào hỏng hay đã chuyển.", "No link is broken or has moved."),
        "linksResource": ("Học liệu", "Resource"),
        "linksState": ("Tình trạng", "State"),
        "linksWhy": ("Vì sao", "Why"),
        "helpTitle": ("Bản ghi cần có gì", "What records need"),
        "helpLead": (
            "Mỗi học liệu cần mã, tiêu đề, địa chỉ và đơn vị công bố. Có thêm giấy phép, ngôn ngữ, lĩnh vực, mô tả thì người học tìm thấy và chỉ tiêu tính được.",
            "Every resource needs an identifier, a title, an address and a publisher. With licence, language, subject and description learners find it and the targets count it."
        ),
        "helpReasons": ("Các loại vấn đề", "Kinds of problems"),
        "helpFields": ("Các trường và chỗ ghi trong từng chuẩn", "Fields, and where each standard states them"),
        "signInTitle": ("Đăng nhập cho đơn vị", "Sign in for institutions"),
        "signIn": ("Đăng nhập", "Sign in"),
        "signOut": ("Đăng xuất", "Sign out"),
        "ownInstitution": ("Đơn vị của tôi", "My institution"),
        "signedInAs": ("Đang đăng nhập:", "Signed in as"),
        "signInLead": (
            "Dành cho người công bố, biên tập và cán bộ địa phương. Người học không cần tài khoản.",
            "For publishers, curators and officials. Learners need no account."
        ),
        "signInKey": ("Khóa của bạn (bắt đầu bằng hlm_)", "Your key (it begins with hlm_)"),
        "signInButton": ("Đăng nhập", "Sign in"),
        "signInNone": (
            "Chưa có khóa? Quản trị viên của danh mục cấp khóa cho đơn vị của bạn.",
            "No key yet? The administrator of the catalogue gives one to your institution."
        ),
        "role.publisher": ("người công bố", "publisher"),
        "role.curator": ("người biên tập", "curator"),
        "role.official": ("cán bộ địa phương", "official"),
        "role.administrator": ("quản trị viên", "administrator"),
        "withdrawnTitle": ("Học liệu đã được rút", "Withdrawn"),
        "fact.creator": ("Tác giả", "Creator"),
        "fact.publisher": ("Đơn vị công bố", "Publisher"),
        "fact.licence": ("Giấy phép", "Licence"),
        "fact.rights": ("Quyền sử dụng", "Rights"),
        "fact.date": ("Ngày công bố", "Published"),
        "fact.timeRequired": ("Thời gian học", "Time required"),
        "fact.duration": ("Thời lượng", "Duration"),
        "fact.keywords": ("Từ khóa", "Keywords"),
        "fact.studyMode": ("Hình thức học", "Study mode"),
        "related": ("Quan hệ với học liệu khác", "Related resources"),
        "fact.source": ("Nguồn của thông tin này", "Where these facts come from"),
        "fact.identifiers": ("Mã số quốc tế", "Identifiers elsewhere"),
        "fact.identifier": ("Mã", "Identifier"),
        "fact.recordChanged": ("Cập nhật bản ghi", "Record updated"),
    ]
}
