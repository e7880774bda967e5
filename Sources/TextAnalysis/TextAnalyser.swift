/// Turns text into search keys, for documents and queries alike (`vietnamese-text.md`, rules R2–R7).
///
/// Words are maximal runs of letters and digits. Han, kana, Hangul, Thai, Lao, Khmer and Burmese, which are written
/// without spaces or with endings attached, give overlapping pairs of characters instead. An apostrophe joins the
/// letters around it (`H'Mông`, `don't`), but parts a French article (`l'eau`) and drops an English possessive.
///
///     TextAnalyser().tokens(of: "Khoẻ, Học").map(\.exact)  // ["khoe³", "hoc⁵"]
package struct TextAnalyser: Sendable {
    private let alphabet = Alphabet.shared

    package init() {}

    /// The tokens of `text` in order.
    ///
    /// - Complexity: O(*n*) in the UTF-8 length of `text`.
    package func tokens(of text: String) -> [Token] {
        var text = text
        return text.withUTF8 { bytes in
            var scanner = TokenScanner(bytes, alphabet: alphabet)
            var tokens: [Token] = []
            while let token = scanner.next() {
                tokens.append(
                    Token(
                        range: token.range,
                        exact: String(decoding: scanner.exact, as: UTF8.self),
                        folded: String(decoding: scanner.folded, as: UTF8.self),
                        marking: token.marking
                    )
                )
                scanner.removeKeys()
            }
            return tokens
        }
    }

    /// The key streams of `text`, for storing.
    ///
    /// Unmarked words get an English stem for their key F: all of them in English text, and those that are spelt like no
    /// Vietnamese syllable in any other. Queries seek both forms, so no text is lost to a stem of the wrong language.
    ///
    /// - Complexity: O(*n*) in the UTF-8 length of `text`, with no allocation for a token.
    package func keys(of text: String, isEnglish: Bool = false) -> KeyText {
        var text = text
        return text.withUTF8 { bytes in
            EnglishStemmer.shared.borrowing { stem in
                var scanner = TokenScanner(bytes, alphabet: alphabet)
                scanner.reserveCapacity()
                var unmarked: [UInt8] = []
                while let token = scanner.next() {
                    if token.isUnmarkedSyllable {
                        unmarked.append(contentsOf: scanner.folded[token.foldedStart...])
                        unmarked.append(.space)
                    }
                    if token.isStemmed(isEnglish: isEnglish) { scanner.stemFolded(from: token.foldedStart, by: stem) }
                    scanner.endKeys()
                }
                return KeyText(
                    exact: String(decoding: scanner.exact.dropLast(), as: UTF8.self),
                    folded: String(decoding: scanner.folded.dropLast(), as: UTF8.self),
                    unmarked: String(decoding: unmarked.dropLast(), as: UTF8.self)
                )
            }
        }
    }

    /// Visits the keys of every token of `text` as `keys(of:isEnglish:)` would write them, without keeping any.
    ///
    /// - Parameter visit: called with key E, key F or its stem, and whether key E is key U as well; the buffers are valid
    ///   during the call only.
    package func forEachKey(
        of text: String, isEnglish: Bool,
        _ visit: (
            _ exact: UnsafeBufferPointer<UInt8>, _ folded: UnsafeBufferPointer<UInt8>, _ isUnmarked: Bool
        ) -> Void
    ) {
        var text = text
        text.withUTF8 { bytes in
            EnglishStemmer.shared.borrowing { stem in
                var scanner = TokenScanner(bytes, alphabet: alphabet)
                while let token = scanner.next() {
                    if token.isStemmed(isEnglish: isEnglish) { scanner.stemFolded(from: 0, by: stem) }
                    scanner.exact.withUnsafeBufferPointer { exact in
                        scanner.folded.withUnsafeBufferPointer { visit(exact, $0, token.isUnmarkedSyllable) }
                    }
                    scanner.removeKeys()
                }
            }
        }
    }

    /// Visits the tokens of `text` in order, and makes only those that are asked for.
    ///
    /// - Parameter visit: called with the token's range in UTF-8, its folded key, which is valid during the call only,
    ///   and a way to have the whole token.
    package func forEachToken(
        of text: String,
        _ visit: (_ range: Range<Int>, _ folded: UnsafeBufferPointer<UInt8>, _ token: () -> Token) -> Void
    ) {
        var text = text
        text.withUTF8 { bytes in
            var scanner = TokenScanner(bytes, alphabet: alphabet)
            while let token = scanner.next() {
                scanner.folded.withUnsafeBufferPointer { folded in
                    visit(token.range, folded) {
                        Token(
                            range: token.range, exact: String(decoding: scanner.exact, as: UTF8.self),
                            folded: String(decoding: folded, as: UTF8.self), marking: token.marking)
                    }
                }
                scanner.removeKeys()
            }
        }
    }

    /// The English stem of a word's folded key; nil where it can have none, or is its own stem.
    package func stem(of token: Token) -> String? {
        guard token.marking == .unmarked, EnglishStemmer.canStem(token.folded.utf8) else { return nil }
        let stem = EnglishStemmer.shared.stem(of: token.folded)
        return stem == token.folded ? nil : stem
    }

    /// The folded keys of `text` joined by a space, for comparing what differs in case and marks only.
    package func folded(_ text: String) -> String {
        tokens(of: text).map(\.folded).joined(separator: " ")
    }
}
