import Foundation

/// Text made of what has broken analysers before: every letter of Vietnamese in every form, marks, other scripts,
/// apostrophes, invisible scalars.
enum RandomText {
    static let samples: [String] = (0..<150).map { seed in
        var generator = SplitMix(state: UInt64(seed))
        return sample(&generator)
    }

    /// Every other scalar decomposed.
    static func mixed(_ text: String) -> String {
        text.enumerated().map { index, character in
            index % 2 == 0 ? String(character).decomposedStringWithCanonicalMapping : String(character)
        }.joined()
    }

    private static let words = """
        học tập nghiệp Đường ƯỚC lựơng qủan thuỷ thúy Ý kỹ sỹ quý hoà hòa hoc tap ly my dai test the open café résumé \
        Ångström straße Żółć Учёба Йод διά ΌΣΟΣ ﬁne ＨＯＣ x² 日本語 がく パン 한국어 ไทย कि C++ .NET c# don't teacher's l'eau \
        H'Mông 1️⃣ 2024 4.0 mp3 ½ ệ ǘ Ǻ ṩ ợ ưỡi naïve
        """.split(separator: " ").map(String.init)

    private static let odd = [
        "a", "ă", "Â", "e", "ê", "o", "ơ", "Ư", "y", "Ý", "đ", "Đ", "ð", "n", "g", "h", "\u{301}", "\u{300}", "\u{309}",
        "\u{303}", "\u{323}", "\u{302}", "\u{306}", "\u{31B}", "\u{341}", "\u{308}", "\u{200B}", "\u{AD}", "-", "'",
        "’", ".", "s", "7", "あ", "\u{3099}", "\u{17D2}", "ក", "\u{FE0F}", "+", "#", "𝒂", "ß", "ι", "\u{345}",
    ]

    private static func sample(_ generator: inout SplitMix) -> String {
        (0..<12).map { _ in
            if Bool.random(using: &generator) { return words.randomElement(using: &generator) ?? "" }
            return (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                odd.randomElement(using: &generator) ?? ""
            }.joined()
        }.joined(separator: " ")
    }

    private struct SplitMix: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = state
            value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
            return value ^ (value >> 31)
        }
    }
}
