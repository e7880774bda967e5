import Vocabularies

/// Words sources commonly use for our concepts that are no labels of theirs.
enum Aliases {
    /// Code → words.
    static func of(_ scheme: SchemeID) -> [String: [String]] {
        switch scheme {
        case .resourceTypes: resourceTypes
        case .levels: levels
        case .audiences: audiences
        case .subjects: subjects
        default: [:]
        }
    }

    private static let resourceTypes = [
        "application": ["app", "software", "phần mềm"],
        "assessment": ["test", "quiz", "exam", "bài kiểm tra", "đề thi", "trắc nghiệm"],
        "audio": ["podcast", "sound", "âm thanh", "bài nghe"],
        "course": ["mooc", "online course", "khóa học", "khoá học"],
        "image": ["photo", "picture", "painting", "hình ảnh", "ảnh", "tranh"],
        "lesson_plan": ["lesson plan", "giáo án", "kế hoạch bài dạy"],
        "slide": ["slides", "presentation", "bài trình chiếu", "bài trình bày"],
        "simulation": ["mô phỏng", "thí nghiệm ảo"],
        "textbook": ["book", "ebook", "e-book", "open textbook", "sách", "giáo trình", "sách giáo khoa"],
        "text": ["article", "document", "reading", "bài viết", "bài đọc", "tài liệu"],
        "video": ["lecture video", "movie", "film", "phim", "bài giảng video"],
        "web_page": ["webpage", "website", "trang web"],
        "worksheet": ["exercise", "exercises", "phiếu bài tập", "bài tập"],
    ]

    private static let levels = [
        "isced0": ["preschool", "kindergarten", "early childhood", "mầm non", "mẫu giáo"],
        "isced1": ["primary", "primary school", "elementary", "elementary school", "tiểu học", "cấp 1"],
        "isced2": ["lower secondary", "middle school", "junior high school", "trung học cơ sở", "thcs", "cấp 2"],
        "isced3": ["upper secondary", "high school", "senior high school", "trung học phổ thông", "thpt", "cấp 3"],
        "isced6": ["undergraduate", "bachelor", "college", "university", "đại học"],
        "isced7": ["graduate", "postgraduate", "master", "thạc sĩ", "sau đại học", "cao học"],
        "isced8": ["doctorate", "doctoral", "phd", "tiến sĩ"],
    ]

    private static let audiences = [
        "general-public": ["public", "everyone", "anyone", "general", "mọi người", "công chúng", "người dân"],
        "children": ["child", "kids", "thiếu nhi", "trẻ em"],
        "parents": ["parent", "cha mẹ", "phụ huynh"],
        "teachers": ["teacher", "educator", "educators", "instructor", "giáo viên", "giảng viên"],
        "students": ["student", "learner", "learners", "pupil", "pupils", "học sinh", "sinh viên", "người học"],
        "workers": ["worker", "employee", "employees", "công nhân", "người lao động"],
        "farmers": ["farmer", "nông dân"],
        "job-seekers": ["job seeker", "người tìm việc"],
        "older-people": ["elderly", "seniors", "older adults", "người cao tuổi", "người già"],
        "researchers": ["researcher", "scientist", "nhà nghiên cứu"],
        "librarians": ["librarian", "thủ thư"],
    ]

    private static let subjects = [
        "011": ["education", "giáo dục"],
        "021": ["art", "arts", "nghệ thuật"],
        "022": ["humanities", "history", "philosophy", "lịch sử", "triết học"],
        "023": ["languages", "linguistics", "ngôn ngữ", "ngoại ngữ"],
        "041": ["business", "management", "kinh doanh", "quản trị"],
        "042": ["law", "luật", "pháp luật"],
        "051": ["biology", "sinh học"],
        "052": ["environment", "môi trường"],
        "053": ["physics", "chemistry", "vật lí", "vật lý", "hóa học", "hoá học"],
        "054": ["mathematics", "math", "maths", "statistics", "toán", "toán học", "thống kê"],
        "061": ["computer science", "programming", "it", "ict", "tin học", "lập trình", "công nghệ thông tin", "cntt"],
        "071": ["engineering", "kỹ thuật", "kĩ thuật"],
        "081": ["agriculture", "nông nghiệp", "trồng trọt", "chăn nuôi"],
        "083": ["fisheries", "thủy sản", "thuỷ sản"],
        "091": ["health", "medicine", "nursing", "y tế", "sức khỏe", "y học"],
    ]
}
