import TextAnalysis
import Testing

@Suite("Legacy encodings")
struct LegacyEncodingTests {
    @Test(
        "the twelve cases of the conformance list are decoded",
        arguments: [
            ("häc tËp suèt ®êi", "học tập suốt đời"), ("®¹i häc CÇn Th¬", "đại học Cần Thơ"),
            ("tr\u{AD}êng nghÒ", "trường nghề"), ("th\u{AD} viÖn sè", "thư viện số"),
            ("hoïc taäp suoát ñôøi", "học tập suốt đời"), ("tröôøng ngheà", "trường nghề"), ("Caàn Thô", "Cần Thơ"),
            ("h÷c t§p", "học tập"), ("h†c tÆp", "học tập"), ("hoòc tâòp", "học tập"), ("Cáº§n ThÆ¡", "Cần Thơ"),
            ("h&#7885;c t&#7853;p", "học tập"),
        ])
    func cases(garbled: String, meant: String) {
        #expect(LegacyEncoding.repair(garbled)?.text == meant, "\(String(describing: LegacyEncoding.repair(garbled)))")
    }

    @Test(
        "sound text in any language is left alone",
        arguments: [
            "Học tập suốt đời", "hoc tap suot doi", "Éducation à distance", "Übung macht den Meister", "naïve café", "",
            "日本語", "Æsir og Ødegård", "C++ & Rust – 10 € §5", "El niño comió piñas", "x",
        ])
    func sound(text: String) {
        #expect(LegacyEncoding.repair(text) == nil)
    }
}
