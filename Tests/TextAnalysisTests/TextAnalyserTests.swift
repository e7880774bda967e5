import Foundation
import TestSupport
import TextAnalysis
import Testing

@Suite("TextAnalyser")
struct TextAnalyserTests {
    private let analyser = TextAnalyser()

    @Test("query and document meet as the conformance pairs say", arguments: ConformancePair.all)
    func pairs(pair: ConformancePair) {
        let document = analyser.tokens(of: pair.document)
        let meetings = analyser.tokens(of: pair.query).map { word -> ConformancePair.Meeting in
            if document.contains(where: { $0.exact == word.exact }) { return .exact }
            switch word.marking {
            case .unmarked, .quality:
                if document.contains(where: {
                    $0.folded == word.folded && ($0.marking != .unmarked || word.marking == .unmarked)
                }) {
                    return .fold
                }
                fallthrough
            case .tone:
                return document.contains { $0.folded == word.folded && $0.marking == .unmarked } ? .unmarked : .none
            }
        }
        switch pair.meeting {
        case .exact, .equiv: #expect(meetings.allSatisfy { $0 == .exact })
        case .fold: #expect(meetings.allSatisfy { $0 == .exact || $0 == .fold } && meetings.contains(.fold))
        case .unmarked: #expect(meetings.contains(.unmarked) && !meetings.contains(.none))
        case .none: #expect(meetings.contains(.none))
        }
    }

    @Test(
        "keys of words in many scripts",
        arguments: [
            ("résumé café", "résumé cafe¹", "resume cafe"),
            ("Straße ÆØÅ", "straße æøå", "strasse aeoa"),
            ("Ёжик Йод", "ёжик йод", "ежик иод"), ("Μάθηση ΛΌΓΟΣ", "μάθηση λόγοσ", "μαθηση λογοσ"),
            ("日本語", "日本 本語", "日本 本語"), ("H'Mông l'eau student's", "hmông l eau student", "hmong l eau student"),
            ("C4, mp3; 4.0", "c4 mp3 4 0", "c4 mp3 4 0"), ("ＡＢＣ ﬁn Ⅳ", "abc fin iv", "abc fin iv"), ("", "", ""),
            ("…!? 🙂", "", ""),
        ])
    func keys(text: String, exact: String, folded: String) {
        let keys = analyser.keys(of: text)
        #expect(keys.exact == exact)
        #expect(keys.folded == folded)
    }

    @Test("only unmarked words that could be Vietnamese have a key U")
    func unmarked() {
        #expect(analyser.keys(of: "hoc tập school strengths nau đa ban").unmarked == "hoc nau ban")
    }

    @Test("composed, decomposed and mixed spellings have the same keys", arguments: 0..<40 as Range<UInt64>)
    func normalisation(seed: UInt64) {
        let text = randomText(seed: seed)
        let keys = analyser.keys(of: text)
        #expect(analyser.keys(of: text.decomposedStringWithCanonicalMapping) == keys)
        #expect(analyser.keys(of: text.precomposedStringWithCanonicalMapping) == keys)
    }

    @Test("tokens and key streams agree, and ranges give the token again", arguments: 0..<40 as Range<UInt64>)
    func ranges(seed: UInt64) throws {
        let text = randomText(seed: seed)
        let tokens = analyser.tokens(of: text)
        #expect(tokens.map(\.exact).joined(separator: " ") == analyser.keys(of: text).exact)
        #expect(tokens.map(\.folded).joined(separator: " ") == analyser.keys(of: text).folded)
        var end = 0
        for token in tokens {
            let from = text.utf8.index(text.utf8.startIndex, offsetBy: token.range.lowerBound)
            let to = text.utf8.index(text.utf8.startIndex, offsetBy: token.range.upperBound)
            #expect(
                from.samePosition(in: text.unicodeScalars) != nil && to.samePosition(in: text.unicodeScalars) != nil)
            #expect(analyser.tokens(of: String(text[from..<to])).map(\.exact) == [token.exact])
            #expect(token.range.lowerBound >= end || token.exact.unicodeScalars.allSatisfy { $0.value > 0xE00 })
            end = token.range.upperBound
        }
    }

    @Test("folding folded text changes nothing", arguments: 0..<40 as Range<UInt64>)
    func idempotent(seed: UInt64) {
        let folded = analyser.folded(randomText(seed: seed))
        #expect(analyser.folded(folded) == folded)
    }

    private func randomText(seed: UInt64) -> String {
        var random = SeededGenerator(seed: seed)
        let alphabet = Array(
            "aàảãáạăằâầđeèêếiìyỳoòôồơờuùưừbcdghklmnpqrstvxABCĐẠƯz09 ,.-_…’'\u{301}\u{323}\u{302}\u{31B}\u{200B}ñüßøжйΣα学カไทខ🙂"
                .unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0..<60, using: &random) {
            text.append(alphabet.randomElement(using: &random) ?? " ")
        }
        return String(text)
    }
}
