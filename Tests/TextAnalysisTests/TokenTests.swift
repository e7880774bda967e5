import Foundation
import Testing
import TextAnalysis

@Suite("Tokens")
struct TokenTests {
    private let analyser = TextAnalyser()

    @Test(
        "a text has the keys the rules give",
        arguments: [
            ("Học tập, suốt đời!", "hoc⁵ tâp⁵ suôt¹ đơi²", "hoc tap suot doi"),
            ("thúy thúi tay tai ý", "thuy¹ thui¹ tay tai y¹", "thuy thui tay tai y"),
            ("Mỹ kỹ Quý lý thy", "mi⁴ ki⁴ qui¹ li¹ thi", "mi ki qui li thi"),
            ("résumé, élève canción", "résumé élève cancion¹", "resume eleve cancion"),
            ("für Straße, Ångström", "für straße ångström", "fur strasse angstrom"),
            ("Søren Œuvre łódź çà", "søren œuvre łódź ça²", "soren oeuvre lodz ca"),
            ("Учёба й ещё", "учёба й ещё", "учеба и еще"),
            ("Διά βίου ΜΆΘΗΣΙΣ ᾧ", "διά βίου μάθησισ ᾧ", "δια βιου μαθησισ ω"),
            ("covid19 MP3 4.0 1.234,5", "covid19 mp3 4 0 1 234 5", "covid19 mp3 4 0 1 234 5"),
            ("C++, C#; F# và .NET C", "cpp csharp fsharp va² dotnet c", "cpp csharp fsharp va dotnet c"),
            ("example.net C+ G++", "example net c g", "exampl net c g"),
            ("H'Mông M’Nông Đắk R'Lấp", "hmông mnông đăk¹ rlâp¹", "hmong mnong dak rlap"),
            ("don't teacher's it’s rock'n'roll", "dont teacher it rocknroll", "dont teacher it rocknrol"),
            ("l'eau d’Ivoire qu'elle 'abc'", "l eau d ivoire qu elle abc", "l eau d ivoir qu ell abc"),
            ("ＨＯＣ ﬁne x² Ⅷ 𝗛𝗼𝗰 ㎏", "hoc fine x2 viii hoc kg", "hoc fine x2 viii hoc kg"),
            ("ca\u{301} cá¹ ca1", "ca¹ ca1¹ ca1", "ca ca1 ca1"),
            ("١٢٣ कि", "123 क\u{E03F}", "123 क\u{E03F}"),
            ("مُحَمَّد שָׁלוֹם أحمد", "محمد שלום أحمد", "محمد שלום احمد"),
            ("a\u{200B}b c\u{AD}d e\u{A0}f\u{2013}g", "ab cd e f g", "ab cd e f g"),
            ("1️⃣ ❤️ ok👍🏽ok \u{301}a", "1 ok ok a", "1 ok ok a"),
            ("ꭰꭱ Ꭰ", "ꭰꭱ ꭰ", "ꭰꭱ ꭰ"),
        ])
    func keys(text: String, exact: String, folded: String) {
        let keys = analyser.keys(of: text)
        #expect(keys.exact == exact)
        #expect(keys.folded == folded)
    }

    @Test(
        "scripts without spaces give overlapping pairs",
        arguments: [
            ("日本語", "日本 本語"), ("日", "日"), ("IT技術です。本", "it 技術 術で です 本"), ("か\u{3099}す", "がす"),
            ("ｶﾞｽ", "ガス"), ("한국어", "한국 국어"), ("\u{1112}\u{1161}\u{11AB}국", "한국"),
            ("ไทย", "ไท ทย"), ("၁၂ ကခ", "12 ကခ"), ("กี่", "ก\u{E535}\u{E548}"),
        ])
    func pairs(text: String, keys: String) {
        #expect(analyser.keys(of: text).exact == keys)
        #expect(analyser.folded(text) == keys)
    }

    @Test(
        "marking tells how much a Vietnamese syllable states",
        arguments: [
            ("hoc", Marking.unmarked), ("tâp", .quality), ("đai", .quality), ("học", .tone), ("test", .unmarked),
            ("café", .unmarked), ("THCĐ", .unmarked), ("nghịêm", .tone), ("2024", .unmarked), ("für", .unmarked),
        ])
    func marking(word: String, marking: Marking) {
        #expect(analyser.tokens(of: word).map(\.marking) == [marking])
    }

    @Test("the unmarked stream holds mark-less words that may be syllables")
    func unmarked() {
        #expect(analyser.keys(of: "Tai lieu học tâp for testing, can be 2024").unmarked == "tai lieu can be")
    }

    @Test("a text without words has no keys", arguments: ["", " ", "?!\u{A0}—", "\u{301}\u{200B}", "'", "👍"])
    func empty(text: String) {
        #expect(analyser.tokens(of: text).isEmpty)
        let keys = analyser.keys(of: text)
        #expect([keys.exact, keys.folded, keys.unmarked] == ["", "", ""])
    }

    @Test("normalisation forms and case make no difference", arguments: RandomText.samples)
    func normalisation(text: String) {
        let keys = analyser.keys(of: text)
        #expect(analyser.keys(of: text.decomposedStringWithCanonicalMapping) == keys)
        #expect(analyser.keys(of: text.precomposedStringWithCanonicalMapping) == keys)
        #expect(analyser.keys(of: RandomText.mixed(text)) == keys)
        #expect(analyser.keys(of: text.lowercased()) == keys)
        #expect(sortKey(of: text.decomposedStringWithCanonicalMapping) == sortKey(of: text))
    }

    @Test("folded keys fold to themselves", arguments: RandomText.samples)
    func idempotence(text: String) {
        // Vowel signs have scalars of their own in keys, which mean nothing in a text.
        let folded = analyser.folded(text).filter { $0.unicodeScalars.allSatisfy { !(0xE000...0xF8FF ~= $0.value) } }
        #expect(analyser.folded(folded) == folded)
        #expect(slug(of: slug(of: text)) == slug(of: text))
    }

    @Test("a range stands on scalar boundaries and its text gives the token again", arguments: RandomText.samples)
    func ranges(text: String) throws {
        let bytes = Array(text.utf8)
        var last = 0
        for token in analyser.tokens(of: text) {
            #expect(token.range.lowerBound >= last && !token.range.isEmpty)
            last = token.range.lowerBound
            let part = try #require(String(validating: bytes[token.range], as: UTF8.self))
            let again = analyser.tokens(of: part)
            #expect(again.map(\.exact) == [token.exact], "\(part)")
            #expect(again.map(\.folded) == [token.folded])
            #expect(again.map(\.marking) == [token.marking])
        }
    }

    @Test("tokens and key streams agree", arguments: RandomText.samples)
    func streams(text: String) {
        let tokens = analyser.tokens(of: text)
        let keys = analyser.keys(of: text)
        #expect(tokens.map(\.exact).joined(separator: " ") == keys.exact)
        let folded = tokens.map { token in
            // What could be Vietnamese, or has marks, keeps its letters; the rest gets its English stem.
            token.isSyllable || token.exact != token.folded ? token.folded : analyser.stem(of: token) ?? token.folded
        }
        #expect(folded.joined(separator: " ") == keys.folded)
        let unmarked = tokens.filter { $0.marking == .unmarked && $0.isSyllable && $0.exact == $0.folded }
        #expect(unmarked.map(\.folded).joined(separator: " ") == keys.unmarked)
    }

    @Test("words do not depend on what stands around them", arguments: RandomText.samples)
    func locality(text: String) {
        let words = text.split(separator: " ").map(String.init)
        #expect(words.map(analyser.folded).filter { !$0.isEmpty }.joined(separator: " ") == analyser.folded(text))
    }
}
