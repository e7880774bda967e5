import Testing

/// A query, a text, and the key by which every word of the query is found in the text, if any.
struct VietnamesePair: CustomTestStringConvertible, Sendable {
    enum Level: Comparable {
        case none, unmarked, folded, exact
    }

    let id: String
    let query: String
    let text: String
    let level: Level

    init(_ id: String, _ query: String, in text: String, _ level: Level) {
        self.id = id
        self.query = query
        self.text = text
        self.level = level
    }

    var testDescription: String { "\(id): \(query) in \(text)" }
}

extension VietnamesePair {
    /// The pairs of `vietnamese-text.md` §4.6; those for raw typing are in `TypingDecoderTests`.
    static let all: [VietnamesePair] = [
        VietnamesePair("U01", "học tập", in: "học tập suốt đời", .exact),
        VietnamesePair("U02", "ho\u{323}c ta\u{323}\u{302}p", in: "học tập suốt đời", .exact),
        VietnamesePair(
            "U03", "học tập", in: "Ho\u{323}c ta\u{323}\u{302}p suo\u{302}\u{301}t đo\u{31B}\u{300}i", .exact
        ),
        VietnamesePair("U04", "việt", in: "viê\u{323}t nam", .exact),
        VietnamesePair("U05", "tiếng", in: "tiê\u{341}ng", .exact),
        VietnamesePair("U06", "ĐẠI HỌC", in: "Trường đại học", .exact),
        VietnamesePair("U07", "Ðại học", in: "Đại học Cần Thơ", .exact),
        VietnamesePair("U08", "ðại học", in: "đại học", .exact),
        VietnamesePair("U09", "học\u{A0}tập", in: "học tập", .exact),
        VietnamesePair("U10", "học\u{200B}tập", in: "họctập", .exact),
        VietnamesePair("U11", "ＨＯＣ", in: "hoc", .exact),
        VietnamesePair("U12", "học-tập", in: "học tập", .exact),
        VietnamesePair("T01", "hoà bình", in: "hòa bình", .exact),
        VietnamesePair("T02", "hóa học", in: "hoá học", .exact),
        VietnamesePair("T03", "Bình Thuỷ", in: "quận Bình Thủy", .exact),
        VietnamesePair("T04", "Hoả Lựu", in: "xã Hỏa Lựu", .exact),
        VietnamesePair("T05", "khoẻ", in: "sức khỏe cộng đồng", .exact),
        VietnamesePair("T06", "thuý", in: "Thúy", .exact),
        VietnamesePair("T07", "uỷ ban", in: "Ủy ban nhân dân", .exact),
        VietnamesePair("T08", "qủan lý", in: "quản lý", .exact),
        VietnamesePair("T09", "gía trị", in: "giá trị", .exact),
        VietnamesePair("T10", "chất lựơng", in: "chất lượng", .exact),
        VietnamesePair("T11", "thí nghịêm", in: "thí nghiệm", .exact),
        VietnamesePair("T12", "baỏ tàng", in: "bảo tàng", .exact),
        VietnamesePair("I01", "kĩ thuật", in: "kỹ thuật điện", .exact),
        VietnamesePair("I02", "vật lí", in: "vật lý đại cương", .exact),
        VietnamesePair("I03", "địa lí", in: "Địa lý Việt Nam", .exact),
        VietnamesePair("I04", "bác sỹ", in: "bác sĩ", .exact),
        VietnamesePair("I05", "tỷ lệ", in: "tỉ lệ", .exact),
        VietnamesePair("I06", "công ti", in: "công ty", .exact),
        VietnamesePair("I07", "hy vọng", in: "hi vọng", .exact),
        VietnamesePair("I08", "quí khách", in: "quý khách", .exact),
        VietnamesePair("I09", "thế kỉ", in: "thế kỷ", .exact),
        VietnamesePair("I10", "Mĩ thuật", in: "mỹ thuật", .exact),
        VietnamesePair("I11", "vật ly", in: "vật lí", .folded),
        VietnamesePair("F01", "hoc tap suot doi", in: "Học tập suốt đời", .folded),
        VietnamesePair("F02", "dai hoc", in: "đại học", .folded),
        VietnamesePair("F03", "Dien tu", in: "điện tử", .folded),
        VietnamesePair("F04", "truong", in: "trường", .folded),
        VietnamesePair("F05", "Can Tho", in: "Cần Thơ", .folded),
        VietnamesePair("F06", "ky thuat", in: "kĩ thuật", .folded),
        VietnamesePair("F07", "hoc tâp", in: "học tập", .folded),
        VietnamesePair("F08", "đai hoc", in: "đại học", .folded),
        VietnamesePair("F09", "trương nghề", in: "trường nghề", .folded),
        VietnamesePair("F10", "nghe nong", in: "nghề nông", .folded),
        VietnamesePair("F11", "thu vien so", in: "thư viện số", .folded),
        VietnamesePair("F12", "nguoi khuyet tat", in: "người khuyết tật", .folded),
        VietnamesePair("D01", "học tập", in: "hoc tap suot doi (tai lieu)", .unmarked),
        VietnamesePair("D02", "Đồng bằng sông Cửu Long", in: "Dong bang song Cuu Long", .unmarked),
        VietnamesePair("N01", "tai", in: "tay nghề", .none),
        VietnamesePair("N02", "hai", in: "hay", .none),
        VietnamesePair("N03", "thúi", in: "thúy", .none),
        VietnamesePair("N04", "máy", in: "mái", .none),
        VietnamesePair("N05", "bảo tàng", in: "báo tăng", .none),
        VietnamesePair("N06", "má", in: "mà", .none),
        VietnamesePair("N07", "ca", in: "cá", .folded),
        VietnamesePair("N08", "đa", in: "da", .unmarked),
        VietnamesePair("N09", "dạ", in: "đạ", .none),
        VietnamesePair("N10", "đạ", in: "dạ", .none),
        VietnamesePair("N11", "hồ", in: "hổ", .none),
        VietnamesePair("N12", "học", in: "hộc", .none),
    ]
}
