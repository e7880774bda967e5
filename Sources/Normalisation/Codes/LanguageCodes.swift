/// Codes of languages (ISO 639-1, ISO 639-2) and the names records use most.
enum LanguageCodes {
    /// ISO 639-1.
    static let twoLetters = Set(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en
        eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv
        ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne
        ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss
        st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """
        .split { $0 == " " || $0 == "\n" }.map(String.init))

    /// ISO 639-2, both the bibliographic and the terminological codes.
    static let twoLettersByThree = pairs(
        """
        vie:vi eng:en fra:fr fre:fr deu:de ger:de spa:es por:pt rus:ru zho:zh chi:zh jpn:ja kor:ko tha:th khm:km lao:lo
        ind:id msa:ms may:ms mya:my bur:my tgl:tl fil:tl jav:jv sun:su hin:hi ben:bn ara:ar heb:he ita:it nld:nl dut:nl
        pol:pl ces:cs cze:cs slk:sk slo:sk hun:hu ron:ro rum:ro bul:bg ukr:uk bel:be srp:sr hrv:hr bos:bs slv:sl mkd:mk
        mac:mk ell:el gre:el tur:tr fas:fa per:fa urd:ur pan:pa guj:gu mar:mr tam:ta tel:te kan:kn mal:ml ori:or sin:si
        nep:ne tib:bo bod:bo mon:mn kaz:kk uzb:uz aze:az kat:ka geo:ka hye:hy arm:hy swe:sv dan:da nor:no nob:nb nno:nn
        fin:fi est:et lav:lv lit:lt isl:is ice:is gle:ga cym:cy wel:cy cat:ca eus:eu baq:eu glg:gl oci:oc lat:la epo:eo
        swa:sw amh:am hau:ha yor:yo ibo:ig zul:zu xho:xh afr:af sqi:sq alb:sq mlt:mt lug:lg som:so pus:ps kur:ku
        """)

    /// Names in English and Vietnamese, for vocabularies that lack the language; keys as `nameKey` makes them.
    static let codeByName = pairs(
        """
        vietnamese:vi tiếngviệt:vi việt:vi english:en tiếnganh:en anh:en french:fr tiếngpháp:fr pháp:fr german:de
        tiếngđức:de đức:de spanish:es tiếngtâybannha:es portuguese:pt tiếngbồđàonha:pt russian:ru tiếngnga:ru nga:ru
        chinese:zh tiếngtrung:zh tiếngtrungquốc:zh tiếnghoa:zh japanese:ja tiếngnhật:ja nhật:ja korean:ko tiếnghàn:ko
        thai:th tiếngthái:th khmer:km tiếngkhmer:km tiếngkhơme:km lao:lo tiếnglào:lo indonesian:id malay:ms burmese:my
        hindi:hi bengali:bn arabic:ar hebrew:he italian:it tiếngý:it dutch:nl polish:pl czech:cs hungarian:hu
        romanian:ro bulgarian:bg ukrainian:uk serbian:sr croatian:hr slovak:sk slovenian:sl greek:el turkish:tr
        persian:fa farsi:fa urdu:ur tamil:ta telugu:te kannada:kn malayalam:ml marathi:mr gujarati:gu punjabi:pa
        sinhala:si nepali:ne swedish:sv danish:da norwegian:no finnish:fi estonian:et latvian:lv lithuanian:lt
        catalan:ca basque:eu latin:la esperanto:eo swahili:sw mongolian:mn kazakh:kk azerbaijani:az
        """)

    private static func pairs(_ text: String) -> [String: String] {
        let pairs = text.split { $0 == " " || $0 == "\n" }.map { $0.split(separator: ":").map(String.init) }
        return Dictionary(pairs.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
    }
}
