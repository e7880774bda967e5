/// How many letters of each script a text has.
struct ScriptCounts {
    private(set) var letters = 0
    private(set) var latin = 0
    private(set) var han = 0
    private(set) var kana = 0
    /// Letters by the language that alone is written in their script, as far as learning resources go.
    private(set) var byLanguage: [String: Int] = [:]

    init(_ text: Substring) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x1EA0...0x1EF9: latin += 1
            case 0...0x2AF, 0x300...0x36F, 0x2000...0x206F, 0x3000...0x303F, 0xFF00...0xFF65: continue
            case 0x4E00...0x9FFF, 0x3400...0x4DBF: han += 1
            case 0x3040...0x30FF, 0x31F0...0x31FF: kana += 1
            default:
                guard scalar.properties.isAlphabetic else { continue }
                if let language = Self.language(of: scalar.value) { byLanguage[language, default: 0] += 1 }
            }
            letters += 1
        }
    }

    /// Scripts of one language each; Cyrillic, Arabic, Hebrew, Devanagari, Bengali and Burmese serve several.
    private static func language(of value: UInt32) -> String? {
        switch value {
        case 0x1780...0x17FF, 0x19E0...0x19FF: "km"
        case 0x0E00...0x0E7F: "th"
        case 0x0E80...0x0EFF: "lo"
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3: "ko"
        case 0x0370...0x03FF, 0x1F00...0x1FFF: "el"
        case 0x0B80...0x0BFF: "ta"
        case 0x0C00...0x0C7F: "te"
        case 0x0C80...0x0CFF: "kn"
        case 0x0D00...0x0D7F: "ml"
        case 0x0D80...0x0DFF: "si"
        case 0x10A0...0x10FF: "ka"
        case 0x0530...0x058F: "hy"
        default: nil
        }
    }
}
