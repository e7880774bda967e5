/// Reads levels written as grades or ages: `lớp 10`, `Grades 9–12`, `K-5`, `khối 6-9`, `7-9`, `18+`.
enum LevelText {
    /// Levels of ISCED 2011; empty for adults, to whom no level belongs; nil where the text is no grade and no age.
    static func levels(_ text: String) -> [String]? {
        guard text.utf8.count <= 40 else { return nil }
        let words = PlainWords(text).map(\.text)
        guard let first = words.first else { return nil }
        switch first {
        case "lop", "khoi": return grades(words.dropFirst()).map { levels($0, vietnameseGrade) }
        case "grade", "grades", "gr", "k", "prek":
            return grades(words.drop { $0.hasPrefix("gr") }).map { levels($0, americanGrade) }
        case "age", "ages", "aged", "tuoi", "tu": return ages(words.dropFirst(), isOpen: text.contains("+"))
        default:
            if words.count == 2, words[1] == "grade", let grade = ordinal(first) {
                return levels(grade...grade, americanGrade)
            }
            return ages(words[...], isOpen: text.contains("+") || text.hasSuffix("-"))
        }
    }

    private static func ordinal(_ word: String) -> Int? {
        let digits = word.prefix { $0.isNumber }
        let grade = ["st", "nd", "rd", "th"].contains(word.dropFirst(digits.count)) ? Int(digits) : nil
        return grade.flatMap { (1...12).contains($0) ? $0 : nil }
    }

    private static func grades(_ words: ArraySlice<String>) -> ClosedRange<Int>? {
        let numbers = words.filter { !["den", "to", "and", "va", "through", "lop"].contains($0) }
            .map { $0 == "k" || $0 == "prek" ? 0 : Int($0) ?? -1 }
        guard let low = numbers.first, let high = numbers.last, numbers.count <= 4, low <= high,
            numbers.allSatisfy({ 0...12 ~= $0 })
        else { return nil }
        return low...high
    }

    /// One number or two, and words that belong to ages.
    private static func ages(_ words: ArraySlice<String>, isOpen: Bool) -> [String]? {
        let known = ["tuoi", "years", "year", "old", "yrs", "to", "den", "u", "up", "and", "tu", "over", "tro", "len"]
        let numbers = words.filter { !known.contains($0) }.map { Int($0) ?? -1 }
        guard let low = numbers.first, numbers.count <= 2, numbers.allSatisfy({ 2...99 ~= $0 }) else { return nil }
        // A bare number may be anything.
        guard numbers.count == 2 || isOpen || words.count > 1 else { return nil }
        let high = numbers.count == 2 ? numbers[1] : isOpen ? 99 : low
        guard low <= high, low < 18 else { return low < 18 ? nil : [] }
        return levels(low...min(high, 17), age)
    }

    private static func levels(_ range: ClosedRange<Int>, _ level: (Int) -> Int) -> [String] {
        var levels: [String] = []
        for value in range {
            let code = "isced\(level(value))"
            if levels.last != code { levels.append(code) }
        }
        return levels
    }

    private static func vietnameseGrade(_ grade: Int) -> Int { grade < 1 ? 0 : grade <= 5 ? 1 : grade <= 9 ? 2 : 3 }
    private static func americanGrade(_ grade: Int) -> Int { grade < 1 ? 0 : grade <= 5 ? 1 : grade <= 8 ? 2 : 3 }
    private static func age(_ age: Int) -> Int { age < 6 ? 0 : age <= 10 ? 1 : age <= 14 ? 2 : 3 }
}
