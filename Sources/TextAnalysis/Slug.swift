/// The words of `text` without marks, joined by hyphens, for addresses and file names; empty if there is none.
///
///     slug(of: "Đại học Cần Thơ")  // "dai-hoc-can-tho"
package func slug(of text: String) -> String {
    let analyser = TextAnalyser()
    let bytes = Array(text.utf8)
    var slug = ""
    var end = 0
    for token in analyser.tokens(of: text) {
        if token.range.lowerBound < end {
            // The second of two overlapping pairs adds its last character only.
            slug += analyser.folded(String(decoding: bytes[end..<token.range.upperBound], as: UTF8.self))
        } else {
            if !slug.isEmpty { slug.append("-") }
            slug.append(token.folded)
        }
        end = token.range.upperBound
    }
    slug.unicodeScalars.removeAll { $0.properties.generalCategory == .privateUse }
    return slug
}
