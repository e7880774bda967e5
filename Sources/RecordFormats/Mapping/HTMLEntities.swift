/// Named and numbered characters of HTML: those of HTML 4 that occur in running text.
enum HTMLEntities {
    /// The character of `&name;`, `&#233;` or `&#xE9;`; U+FFFD for a number that is no character.
    static func scalar(named name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let number =
            digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let number else { return nil }
        return number == 0 ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
    }

    private static let named: [String: Unicode.Scalar] = {
        var named: [String: Unicode.Scalar] = [:]
        for (offset, name) in latin1.split(whereSeparator: \.isWhitespace).enumerated() {
            named[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset))
        }
        for pair in others.split(whereSeparator: \.isWhitespace) {
            let parts = pair.split(separator: ":")
            named[String(parts[0])] = UInt32(parts[1], radix: 16).flatMap(Unicode.Scalar.init)
        }
        return named
    }()

    /// U+00A0 to U+00FF, in order.
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro
        para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil
        Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave
        Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml
        igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute
        thorn yuml
        """

    private static let others = """
        amp:26 lt:3C gt:3E quot:22 apos:27 OElig:152 oelig:153 Scaron:160 scaron:161 Yuml:178 fnof:192 circ:2C6 tilde:2DC
        ensp:2002 emsp:2003 thinsp:2009 zwnj:200C zwj:200D lrm:200E rlm:200F ndash:2013 mdash:2014 lsquo:2018 rsquo:2019
        sbquo:201A ldquo:201C rdquo:201D bdquo:201E dagger:2020 Dagger:2021 bull:2022 hellip:2026 permil:2030 prime:2032
        Prime:2033 lsaquo:2039 rsaquo:203A oline:203E frasl:2044 euro:20AC trade:2122 larr:2190 uarr:2191 rarr:2192
        darr:2193 harr:2194 minus:2212 infin:221E asymp:2248 ne:2260 le:2264 ge:2265 Alpha:391 Beta:392 Gamma:393
        Delta:394 Pi:3A0 Sigma:3A3 Omega:3A9 alpha:3B1 beta:3B2 gamma:3B3 delta:3B4 epsilon:3B5 lambda:3BB mu:3BC pi:3C0
        sigma:3C3 omega:3C9 abreve:103 Abreve:102 dstrok:111 Dstrok:110 newline:A tab:9 hearts:2665 star:2606
        """
}
