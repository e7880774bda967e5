import TextAnalysis
import Testing

@Suite("Telex and VNI typing")
struct TypingDecoderTests {
    @Test(
        "words typed without their keyboard program are read",
        arguments: [
            ("hocj", "học"), ("taapj", "tập"), ("naaus", "nấu"), ("awn", "ăn"), ("dduwowngf", "đường"),
            ("dduongwf", "đường"),
            ("tieengs", "tiếng"), ("vieetj", "việt"), ("tuwj", "tự"), ("hoaf", "hòa"), ("quyeenr", "quyển"),
            ("giaos", "giáo"),
            ("hoc5", "học"), ("ta65p", "tập"), ("d9u7o7ng2", "đường"), ("na61u", "nấu"), ("a8n", "ăn"),
        ])
    func readings(typed: String, meant: String) {
        let analyser = TextAnalyser()
        let exact = TypingDecoder.readings(of: typed).map { analyser.keys(of: $0).exact }
        #expect(exact.contains(analyser.keys(of: meant).exact), "\(TypingDecoder.readings(of: typed))")
    }

    @Test(
        "what is no typing stays alone", arguments: ["hoc", "machine", "học", "a", "", "programming", "2024", "khoa"])
    func others(word: String) {
        #expect(TypingDecoder.readings(of: word).isEmpty)
    }
}
