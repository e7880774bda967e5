import CatalogueModel
import Foundation
import Normalisation
import Testing

@Suite("Telling languages")
struct LanguageDetectorTests {
    private let detector = LanguageDetector()

    @Test(
        "text that is long enough is in its language",
        arguments: [
            ("Giáo trình kỹ thuật lập trình", "vi"), ("Tự học HTML và CSS", "vi"),
            ("Python cơ bản cho người mới", "vi"),
            ("GIÁO TRÌNH XÁC SUẤT THỐNG KÊ", "vi"), ("Giao trinh ky thuat lap trinh huong doi tuong", "vi"),
            ("Hoc tieng Viet cho nguoi nuoc ngoai", "vi"),
            ("Sổ tay nuôi tôm".decomposedStringWithCanonicalMapping, "vi"),
            ("Introduction to the Theory of Numbers", "en"), ("How to grow rice with less water", "en"),
            ("Learning from data for beginners", "en"),
            ("In the war the German and the French armies met at the river, and both of them were beaten.", "en"),
            ("The history of the town of Huế and of the people who built it", "en"),
            ("Introduction à la programmation avec les langages du web", "fr"),
            ("Apprendre à lire et à écrire pour les adultes", "fr"),
            ("Cours de chimie organique pour les débutants", "fr"),
            ("ភាសាខ្មែរសម្រាប់អ្នកចាប់ផ្តើម", "km"), ("Python ស្វែងយល់ពីកម្មវិធី", "km"), ("面向初学者的编程课程", "zh"),
            ("學習這門課程的方法", "zh"), ("プログラミング入門", "ja"), ("프로그래밍 입문", "ko"), ("การเขียนโปรแกรมเบื้องต้น", "th"),
            ("Εισαγωγή στον προγραμματισμό", "el"),
        ])
    func told(text: String, language: String) {
        #expect(detector.language(of: text)?.rawValue == language)
        #expect(detector.language(of: "  \(text). ")?.rawValue == language)
    }

    @Test(
        "what is short, mixed or in another language is not guessed",
        arguments: [
            "", "Python", "C++", "Linear Algebra", "1234567890", "Git", "Einführung in die Programmierung mit Python",
            "Introducción a la programación en Java", "Programação em C para iniciantes",
            "Introduzione alla programmazione",
            "Belajar pemrograman dasar untuk pemula", "Введение в программирование", "مقدمة في البرمجة", "प्रोग्रामिंग का परिचय",
            "Python Tutorial for Beginners in Hindi", "PHP: The Right Way Bahasa Indonesia",
            "Engenharia de Software Moderna", "A Byte of Python - Einführung in Python",
            "Wprowadzenie do języka Python", "線形代数学", "Úvod do programování",
            "Java ile programlamaya giriş", "De programmeertaal van het web", "!!! ??? ...", "Ba ba ba", "La la la",
            "in a to",
            "Programmering med Python for alla", "Bevezetés a programozásba", "👩‍🏫👩‍🏫👩‍🏫",
        ])
    func refused(text: String) {
        #expect(detector.language(of: text) == nil, "\(String(describing: detector.language(of: text)))")
    }

    @Test("the languages of a record are filled in where the source gave none, and a note says so")
    func filled() throws {
        let guessed = try Shipped.normalised([
            .name: ["Giáo trình kỹ thuật lập trình"],
            .description: ["This book teaches how to write programs for the web."],
        ])
        #expect(guessed.resource.languages.map(\.rawValue) == ["vi"])
        #expect(guessed.resource.descriptionLanguage?.rawValue == "en")
        #expect(guessed.notes == [.languageIsGuessed, .descriptionLanguageIsGuessed])
        #expect(guessed.warnings.isEmpty)
        let stated = try Shipped.normalised([.name: ["Giáo trình kỹ thuật lập trình"], .inLanguage: ["en"]])
        #expect(stated.resource.languages.map(\.rawValue) == ["en"])
        #expect(stated.notes.isEmpty)
    }

    @Test("a description tells the language of the content only where the title may be in it")
    func fromDescription() throws {
        let description = "Tài liệu dành cho người mới bắt đầu học đại số tuyến tính."
        func languages(_ title: String) throws -> [String] {
            try Shipped.normalised([.name: [title], .description: [description]]).resource.languages.map(\.rawValue)
        }
        #expect(try languages("Đại số") == ["vi"])
        #expect(try languages("Linear Algebra") == [])
        #expect(try languages("How to write a thesis in English") == [])
    }

    @Test("a prefix of a long text is enough, wherever it is cut")
    func long() {
        let text = String(repeating: "Người dân học tập suốt đời. ", count: 10_000)
        for drop in 0..<8 { #expect(detector.language(of: String(text.dropFirst(drop)))?.rawValue == "vi") }
        #expect(detector.language(of: String(repeating: "\u{301}", count: 100_000)) == nil)
    }
}
