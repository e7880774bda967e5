import Foundation

/// What two spellings of a name have in common: letters and digits without case, so that `Case study`, `case_study` and
/// `CASE-STUDY` meet; of an address, without `http://` or `https://`.
func nameKey(_ text: String) -> String {
    var name = Substring(text)
    for scheme in ["https://", "http://"] where name.hasPrefix(scheme) { name = name.dropFirst(scheme.count) }
    if name.utf8.allSatisfy({ $0 < 0x80 }) {
        return String(
            decoding: name.utf8.compactMap { byte in
                switch byte {
                case 0x41...0x5A: byte | 0x20
                case 0x61...0x7A, 0x30...0x39: byte
                default: nil
                }
            }, as: UTF8.self)
    }
    let letters = name.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.generalCategory == .nonspacingMark
            || $0.properties.generalCategory == .decimalNumber
    }
    return String(String.UnicodeScalarView(letters))
}

/// What is left of a key typed without Vietnamese marks: `nauan` of `nấuăn`.
func unmarkedKey(_ key: String) -> String {
    let letters = key.decomposedStringWithCanonicalMapping.unicodeScalars.lazy
        .filter { $0.properties.generalCategory != .nonspacingMark }.map { $0 == "đ" ? "d" : $0 }
    return String(String.UnicodeScalarView(letters))
}
