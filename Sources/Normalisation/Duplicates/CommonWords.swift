import TextAnalysis

/// Words of titles that tell resources apart badly.
///
/// A word with marks is compared with its marks, one without them without: *số* is common and *sở* is not, while *so*
/// may be either.
struct CommonWords: Sendable {
    struct Words: Sendable {
        let exact: Set<String>
        let folded: Set<String>

        init(_ text: String) {
            let tokens = TextAnalyser().tokens(of: text)
            exact = Set(tokens.map(\.exact))
            folded = Set(tokens.map(\.folded))
        }

        func contains(_ token: Token) -> Bool {
            token.exact == token.folded ? folded.contains(token.folded) : exact.contains(token.exact)
        }
    }

    static let shared = Self()

    /// Articles, prepositions, conjunctions: a title with them is the title without them.
    let small: Words
    /// Words any title of learning material may have: `course`, `introduction`, `bài`, `tutorial`.
    let general: Words
    /// Words that name one of several forms of a work: a subtitle with one of them is no mere subtitle.
    let versions: Words
    /// Words after which a number counts volumes, editions, parts, lessons.
    let counters: Words

    private init() {
        small = Words(
            """
            a an the of to in on for and or with from by at as into your you how is \
            và của cho với từ các những là về trong bằng để tại \
            le la les de des du un une et en pour avec par l d \
            el los las y del con por para una o e os do da dos das em com um uma no na \
            der die das und mit für von zu im den dem ein eine i il lo gli di per con
            """)
        versions = Words(
            """
            version versión versão edition edición édition edição edizione auflage ausgabe wersja версия издание \
            bản phiên ấn volume vol tome tomo band part parte partie teil tập phần quyển
            """)
        counters = Words(
            """
            edition ed edn edición édition auflage ausgabe volume vol tome tom band part parte partie teil chapter ch \
            chương phần tập quyển bài lesson unit module week session lecture kỳ tuần buổi lớp khóa version level book \
            series season số release
            """)
        general = Words(
            """
            course courses tutorial tutorials introduction intro introductory guide guides handbook manual book books \
            ebook textbook notes lecture lectures lessons basics basic fundamentals fundamental beginner beginners \
            advanced intermediate complete full free online video videos playlist series class classes learn learning \
            crash started getting start quick official documentation docs reference cheat cheatsheet sheet \
            workshop training program programme untitled study overview primer essentials essential practical new \
            giáo trình bài giảng khóa học lập trình tài liệu hướng dẫn nhập môn căn cơ bản nâng cao đại cương \
            người mới bắt đầu toàn tập tự sách môn đề thi ôn luyện giới thiệu tổng quan không có tựa \
            curso cursos introducción introdução introduction introduzione einführung grundlagen kurs corso cours tutoriel \
            aula aulas guía guia manual libro livro básico basico avanzado avançado fundamentos principiantes iniciantes \
            aprende aprender belajar dasar pemula tutoriales apostila для начинающих курс основы введение учебник уроки \
            руководство по в на и с 教程 入门 指南 手册 中文 入門
            """)
    }
}
