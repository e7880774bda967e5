import Foundation

/// The words of a text in small letters without marks, for finding set phrases however they are written.
///
///     PlainWords("CC–BY 4.0, Ghi công").map(\.text)  // ["cc", "by", "4", "0", "ghi", "cong"]
struct PlainWords: RandomAccessCollection {
    struct Word {
        let text: String
        /// Written in capitals throughout.
        let isCapital: Bool
        /// No white space parts it from the word before.
        let isJoined: Bool
    }

    private let words: [Word]

    init(_ text: String) {
        var words: [Word] = []
        var word = ""
        var (isCapital, isJoined, sawSpace) = (true, false, true)
        func end() {
            guard !word.isEmpty else { return }
            words.append(Word(text: word, isCapital: isCapital, isJoined: isJoined))
            word.removeAll(keepingCapacity: true)
            (isCapital, sawSpace) = (true, false)
        }
        for scalar in Self.decomposed(text) {
            guard let letter = Self.letter(scalar) else {
                if scalar.properties.generalCategory == .nonspacingMark { continue }
                end()
                if scalar.properties.isWhitespace { sawSpace = true }
                continue
            }
            if word.isEmpty { isJoined = !sawSpace }
            if scalar.properties.isLowercase { isCapital = false }
            word.unicodeScalars.append(letter)
        }
        end()
        self.words = words
    }

    var startIndex: Int { 0 }
    var endIndex: Int { words.count }
    subscript(index: Int) -> Word { words[index] }

    /// Whether `phrase` stands at `index`.
    func has(_ phrase: [String], at index: Int) -> Bool {
        index + phrase.count <= words.count && phrase.indices.allSatisfy { words[index + $0].text == phrase[$0] }
    }

    /// Where `phrase` stands first.
    func first(_ phrase: [String]) -> Int? {
        guard !phrase.isEmpty, phrase.count <= words.count else { return nil }
        return (0...words.count - phrase.count).first { has(phrase, at: $0) }
    }

    private static func decomposed(_ text: String) -> String.UnicodeScalarView {
        text.utf8.allSatisfy { $0 < 0x80 }
            ? text.unicodeScalars : text.decomposedStringWithCompatibilityMapping.unicodeScalars
    }

    /// The letter or digit in small form; nil for anything else.
    private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "a"..."z", "0"..."9": scalar
        case "A"..."Z": Unicode.Scalar(scalar.value | 0x20)
        case "đ", "Đ": "d"
        case "\0"..."\u{7F}": nil
        default:
            scalar.properties.isAlphabetic && scalar.properties.generalCategory != .nonspacingMark
                ? scalar.properties.lowercaseMapping.unicodeScalars.first : nil
        }
    }
}
