import CatalogueModel

// MARK: Subjects, kinds and readers

extension MARCCrosswalk {
    mutating func takeSubjects() {
        for field in record.fields("600", "610", "611", "630", "650", "651") {
            values.add(Self.heading(of: field), to: .keywords)
        }
        for field in record.fields("653") { values.add(field["a"].map(ISBDPunctuation.trimmed), to: .keywords) }
        for field in record.fields("072", "084") where field.first("2")?.lowercased().hasPrefix("isced") == true {
            values.add(field["a"], to: .about)
        }
        takeClassNumbers()
    }

    /// Dewey numbers, else those of the Library of Congress: normalisation has crosswalks from both to ISCED-F.
    private mutating func takeClassNumbers() {
        for field in record.fields("082") {
            values.add(field["a"].compactMap { Self.classNumber("ddc:", $0) }, to: .about)
        }
        guard values[.about].isEmpty else { return }
        for field in record.fields("050") {
            values.add(field["a"].compactMap { Self.classNumber("lcc:", $0) }, to: .about)
        }
    }

    /// The number without the marks at which it may be shortened (`519.5/3`) and without notes (`[E]`, `20`).
    private static func classNumber(_ scheme: String, _ text: String) -> String? {
        let word = text.prefix { !$0.isWhitespace }
        let number = word.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") }
        let letters = number.prefix(while: \.isLetter).count
        let digits = number.dropFirst(letters).prefix(while: \.isNumber).count
        // `MLCS` and labels of recordings are no classes of the Library of Congress.
        let isNumber = scheme == "ddc:" ? letters == 0 && digits == 3 : 1...3 ~= letters && digits > 0
        return isNumber ? scheme + number : nil
    }

    /// A heading with its subdivisions; forms that name a kind of resource count as its type instead.
    private static func heading(of field: MARCField) -> String {
        let isName = field.tag.hasPrefix("60") || field.tag.hasPrefix("61")
        let main = field.values(of: isName ? ["a", "b", "t"] : ["a"])
        let subdivisions = field.values(of: ["x", "y", "z"]) + field["v"].filter { form($0) == nil }
        return (main + subdivisions).map(ISBDPunctuation.trimmed).joined(separator: " – ")
    }

    /// Genre terms and form subdivisions that say what kind of learning resource a thing is, without case and number.
    private static let forms = [
        "textbook": "textbook", "giáo trình": "textbook", "sách giáo khoa": "textbook", "bài giảng": "script",
        "lecture": "script", "lecture note": "script", "tập bài giảng": "script",
        "problems, exercises, etc": "drill_and_practice",
        "bài tập": "drill_and_practice", "examination": "assessment", "examinations, questions, etc": "assessment",
        "đề thi": "assessment", "từ điển": "index", "dictionarie": "index", "map": "map", "bản đồ": "map",
        "atlase": "map",
        "atlas": "map", "score": "sheet_music", "audiobook": "audio", "podcast": "audio", "sách nói": "audio",
        "educational film": "video", "instructional film": "video", "video": "video",
        "educational game": "educational_game",
        "case studie": "case_study", "lesson plan": "lesson_plan", "giáo án": "lesson_plan", "data set": "data",
        "database": "data",
        "photograph": "image", "poster": "image", "khóa học": "course", "online course": "course",
    ]

    private static func form(_ text: String) -> String? {
        let term = ISBDPunctuation.trimmed(text).lowercased()
        return forms[term] ?? (term.hasSuffix("s") ? forms[String(term.dropLast())] : nil)
    }

    mutating func takeTypes() {
        for field in record.fields("655") {
            for term in field["a"] {
                if let code = Self.form(term) {
                    values.add(code, to: .learningResourceType)
                } else {
                    values.add(ISBDPunctuation.trimmed(term), to: .keywords)
                }
            }
        }
        let subdivisions = record.fields("600", "610", "630", "650", "651").flatMap { $0["v"] }
        values.add(subdivisions.compactMap(Self.form), to: .learningResourceType)
        values.add(
            record.fields("336").flatMap { $0["b"] }.compactMap { Self.contentTypes[$0] }, to: .learningResourceType)
        if values[.learningResourceType].isEmpty { values.add(typeOfLeader, to: .learningResourceType) }
    }

    /// RDA content types (336 $b) → our resource types.
    private static let contentTypes = [
        "cod": "data", "cop": "application", "cri": "map", "crm": "map", "crt": "map", "ntm": "sheet_music",
        "prm": "audio",
        "snd": "audio", "spw": "audio", "sti": "image", "tdi": "video", "tdm": "video", "txt": "text",
    ]

    /// Leader/06, and for computer files 008/26.
    private var typeOfLeader: String? {
        switch record.type {
        case "a", "t": "text"
        case "c", "d": "sheet_music"
        case "e", "f": "map"
        case "g": "video"
        case "i", "j": "audio"
        case "k": "image"
        case "m":
            switch record.coded("008", 26..<27) {
            case "a", "e": "data"
            case "b", "i": "application"
            case "c": "image"
            case "d": "text"
            case "g": "educational_game"
            case "h": "audio"
            default: nil
            }
        default: nil
        }
    }
}

extension MARCCrosswalk {
    /// 521: reading or interest grade is a level; anything else, like 385, an audience. 008/22 speaks only where neither does.
    mutating func takeReaders() {
        for field in record.fields("521") {
            let isGrade = field.indicator1 == "0" || field.indicator1 == "2"
            values.add(field["a"].map(ISBDPunctuation.trimmed), to: isGrade ? .educationalLevel : .audience)
        }
        for field in record.fields("385") { values.add(field["a"].map(ISBDPunctuation.trimmed), to: .audience) }
        guard values[.audience].isEmpty, values[.educationalLevel].isEmpty, "acdgijkmort".contains(record.type) else {
            return
        }
        switch record.coded("008", 22..<23) {
        case "a", "b", "c", "j": values.add("children", to: .audience)
        case "g": values.add("general-public", to: .audience)
        default: break
        }
    }
}
