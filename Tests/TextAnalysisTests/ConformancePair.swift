/// A query and a document, and how they must meet.
struct ConformancePair: CustomStringConvertible, Sendable {
    enum Meeting: Sendable {
        /// Same key E.
        case exact
        /// Same key E, through tone placement or i/y.
        case equiv
        /// Same key F, where the query leaves marks out.
        case fold
        /// Same key F, where the document left all marks out.
        case unmarked
        case none
    }

    let id: String
    let query: String
    let document: String
    let meeting: Meeting

    init(_ id: String, _ query: String, _ document: String, _ meeting: Meeting) {
        self.id = id
        self.query = query
        self.document = document
        self.meeting = meeting
    }

    var description: String { "\(id) \(query) → \(document)" }

    static let all: [ConformancePair] = [
        .init("U01", "học tập", "học tập suốt đời", .exact),
        .init("U02", "ho\u{323}c ta\u{323}\u{302}p", "học tập suốt đời", .exact),
        .init("U03", "học tập", "Ho\u{323}c ta\u{323}\u{302}p suo\u{302}\u{301}t đo\u{31B}\u{300}i", .exact),
        .init("U04", "việt", "viê\u{323}t nam", .exact),
        .init("U05", "tiếng", "tiê\u{341}ng", .exact),
        .init("U06", "ĐẠI HỌC", "Trường đại học", .exact),
        .init("U07", "Ðại học", "Đại học Cần Thơ", .exact),
        .init("U08", "ðại học", "đại học", .exact),
        .init("U09", "học\u{A0}tập", "học tập", .exact),
        .init("U10", "học\u{200B}tập", "họctập", .exact),
        .init("U11", "ＨＯＣ", "hoc", .exact),
        .init("U12", "học-tập", "học tập", .exact),
        .init("T01", "hoà bình", "hòa bình", .equiv),
        .init("T02", "hóa học", "hoá học", .equiv),
        .init("T03", "Bình Thuỷ", "quận Bình Thủy", .equiv),
        .init("T04", "Hoả Lựu", "xã Hỏa Lựu", .equiv),
        .init("T05", "khoẻ", "sức khỏe cộng đồng", .equiv),
        .init("T06", "thuý", "Thúy", .equiv),
        .init("T07", "uỷ ban", "Ủy ban nhân dân", .equiv),
        .init("T08", "qủan lý", "quản lý", .equiv),
        .init("T09", "gía trị", "giá trị", .equiv),
        .init("T10", "chất lựơng", "chất lượng", .equiv),
        .init("T11", "thí nghịêm", "thí nghiệm", .equiv),
        .init("T12", "baỏ tàng", "bảo tàng", .equiv),
        .init("I01", "kĩ thuật", "kỹ thuật điện", .equiv),
        .init("I02", "vật lí", "vật lý đại cương", .equiv),
        .init("I03", "địa lí", "Địa lý Việt Nam", .equiv),
        .init("I04", "bác sỹ", "bác sĩ", .equiv),
        .init("I05", "tỷ lệ", "tỉ lệ", .equiv),
        .init("I06", "công ti", "công ty", .equiv),
        .init("I07", "hy vọng", "hi vọng", .equiv),
        .init("I08", "quí khách", "quý khách", .equiv),
        .init("I09", "thế kỉ", "thế kỷ", .equiv),
        .init("I10", "Mĩ thuật", "mỹ thuật", .equiv),
        .init("I11", "vật ly", "vật lí", .fold),
        .init("F01", "hoc tap suot doi", "Học tập suốt đời", .fold),
        .init("F02", "dai hoc", "đại học", .fold),
        .init("F03", "Dien tu", "điện tử", .fold),
        .init("F04", "truong", "trường", .fold),
        .init("F05", "Can Tho", "Cần Thơ", .fold),
        .init("F06", "ky thuat", "kĩ thuật", .fold),
        .init("F07", "hoc tâp", "học tập", .fold),
        .init("F08", "đai hoc", "đại học", .fold),
        .init("F09", "trương nghề", "trường nghề", .fold),
        .init("F10", "nghe nong", "nghề nông", .fold),
        .init("F11", "thu vien so", "thư viện số", .fold),
        .init("F12", "nguoi khuyet tat", "người khuyết tật", .fold),
        .init("D01", "học tập", "hoc tap suot doi (tai lieu)", .unmarked),
        .init("D02", "Đồng bằng sông Cửu Long", "Dong bang song Cuu Long", .unmarked),
        .init("N01", "tai", "tay nghề", .none),
        .init("N02", "hai", "hay", .none),
        .init("N03", "thúi", "thúy", .none),
        .init("N04", "máy", "mái", .none),
        .init("N05", "bảo tàng", "báo tăng", .none),
        .init("N06", "má", "mà", .none),
        .init("N07", "ca", "cá", .fold),
        .init("N08", "đa", "da", .unmarked),
        .init("N09", "dạ", "đạ", .none),
        .init("N10", "đạ", "dạ", .none),
        .init("N11", "hồ", "hổ", .none),
        .init("N12", "học", "hộc", .none),
    ]
}
