import Foundation

/// Made-up records for measuring: 60 % Vietnamese with marks, the rest English-like, with a long-tailed vocabulary.
struct SyntheticRecords {
    private static let onsets = [
        "b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "q", "s", "t", "th", "tr", "v", "x",
    ]
    private static let rimes = [
        "a", "á", "à", "an", "ạn", "ang", "âm", "ăn", "em", "ền", "ên", "iệt", "in", "o", "ong", "ông", "ơn", "ộc", "u",
        "ung", "ương", "ướng", "ữ", "y", "oa", "uyền",
    ]
    private static let types = ["video", "textbook", "course", "image", "worksheet"]
    private static let subjects = ["011", "022", "041", "053", "061", "081", "091", "101"]

    private var state: UInt64

    init(seed: UInt64 = 42) {
        state = seed
    }

    /// The record of `number` as a line of JSON.
    mutating func line(_ number: Int) -> String {
        let isVietnamese = next() % 10 < 6
        let title = text(isVietnamese, 4 + Int(next() % 8))
        let description = text(isVietnamese, 20 + Int(next() % 60))
        let type = Self.types[Int(next() % UInt64(Self.types.count))]
        let subject = Self.subjects[Int(next() % UInt64(Self.subjects.count))]
        return """
            {"identifier":"synthetic:\(number)","name":"\(title)","description":"\(description)",\
            "url":"https://example.org/\(number)","publisher":{"identifier":"synthetic","name":"Made up"},\
            "inLanguage":"\(isVietnamese ? "vi" : "en")","learningResourceType":"\(type)","about":["\(subject)"],\
            "license":"https://creativecommons.org/licenses/by/4.0/"}
            """
    }

    private mutating func text(_ isVietnamese: Bool, _ words: Int) -> String {
        (0..<words).map { _ in word(isVietnamese) }.joined(separator: " ")
    }

    /// Low ranks are common: the rank is the product of two draws.
    private mutating func word(_ isVietnamese: Bool) -> String {
        if isVietnamese {
            let onset = Self.onsets[Int(next() % UInt64(Self.onsets.count) * (next() % 100) / 100)]
            return onset + Self.rimes[Int(next() % UInt64(Self.rimes.count) * (next() % 100) / 100)]
        }
        return "word" + String((next() % 300) * (next() % 300), radix: 26)
    }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
