/// Letters that stand for others (rule R2): Unicode compatibility forms, singletons, and the wrong letters for `đ`.
///
/// Only forms that occur in titles and running text are listed. Full-width and mathematical letters follow arithmetic
/// rules, see `Decomposer`; `™` and `№` stay symbols, for they would stick to the word beside them.
enum CompatibilityForms {
    /// Entries separated by a space: one letter, then what it stands for.
    static let table = """
        \u{340}\u{300} \u{341}\u{301} \u{343}\u{313} \u{FF9E}\u{3099} \u{FF9F}\u{309A} ðđ ɖđ ςσ ϒυ ŉn ẚa ªa ²2 ³3 µμ ¹1 ºo ĳij ſs ǆdž ǉlj ǌnj ǳdz ʰh ʱɦ ʲj ʳr ʴɹ ʵɻ ʶʁ ʷw ʸy ˠɣ ˡl ˢs \
        ˣx ˤʕ ϐβ ϑθ ϕφ ϖπ ϰκ ϱρ ϲσ ϵε ᴬa ᴭæ ᴮb ᴰd ᴱe ᴲǝ ᴳg ᴴh ᴵi ᴶj ᴷk ᴸl ᴹm ᴺn ᴼo ᴽȣ ᴾp ᴿr ᵀt ᵁu ᵂw ᵃa \
        ᵄɐ ᵅɑ ᵆᴂ ᵇb ᵈd ᵉe ᵊə ᵋɛ ᵌɜ ᵍg ᵏk ᵐm ᵑŋ ᵒo ᵓɔ ᵔᴖ ᵕᴗ ᵖp ᵗt ᵘu ᵙᴝ ᵚɯ ᵛv ᵜᴥ ᵝβ ᵞγ ᵟδ ᵠφ ᵡχ ᵢi ᵣr ᵤu \
        ᵥv ᵦβ ᵧγ ᵨρ ᵩφ ᵪχ ᵸн ᶛɒ ᶜc ᶝɕ ᶞð ᶟɜ ᶠf ᶡɟ ᶢɡ ᶣɥ ᶤɨ ᶥɩ ᶦɪ ᶧᵻ ᶨʝ ᶩɭ ᶪᶅ ᶫʟ ᶬɱ ᶭɰ ᶮɲ ᶯɳ ᶰɴ ᶱɵ ᶲɸ ᶳʂ \
        ᶴʃ ᶵƫ ᶶʉ ᶷʊ ᶸᴜ ᶹʋ ᶺʌ ᶻz ᶼʐ ᶽʑ ᶾʒ ᶿθ ⁰0 ⁱi ⁴4 ⁵5 ⁶6 ⁷7 ⁸8 ⁹9 ⁿn ₀0 ₁1 ₂2 ₃3 ₄4 ₅5 ₆6 ₇7 ₈8 ₉9 ₐa \
        ₑe ₒo ₓx ₔə ₕh ₖk ₗl ₘm ₙn ₚp ₛs ₜt ₨rs ℂc ℇɛ ℊg ℋh ℌh ℍh ℎh ℏħ ℐi ℑi ℒl ℓl ℕn ℙp ℚq ℛr ℜr ℝr ℤz \
        ℨz ℬb ℭc ℯe ℰe ℱf ℳm ℴo ℹi ℼπ ℽγ ℾγ ℿπ ⅅd ⅆd ⅇe ⅈi ⅉj ⅰi ⅱii ⅲiii ⅳiv ⅴv ⅵvi ⅶvii ⅷviii ⅸix ⅹx \
        ⅺxi ⅻxii ⅼl ⅽc ⅾd ⅿm ①1 ②2 ③3 ④4 ⑤5 ⑥6 ⑦7 ⑧8 ⑨9 ⑩10 ⑪11 ⑫12 ⑬13 ⑭14 ⑮15 ⑯16 ⑰17 ⑱18 ⑲19 ⑳20 ⑴1 \
        ⑵2 ⑶3 ⑷4 ⑸5 ⑹6 ⑺7 ⑻8 ⑼9 ⑽10 ⑾11 ⑿12 ⒀13 ⒁14 ⒂15 ⒃16 ⒄17 ⒅18 ⒆19 ⒇20 ⒈1 ⒉2 ⒊3 ⒋4 ⒌5 ⒍6 ⒎7 ⒏8 ⒐9 \
        ⒑10 ⒒11 ⒓12 ⒔13 ⒕14 ⒖15 ⒗16 ⒘17 ⒙18 ⒚19 ⒛20 ⒜a ⒝b ⒞c ⒟d ⒠e ⒡f ⒢g ⒣h ⒤i ⒥j ⒦k ⒧l ⒨m ⒩n ⒪o ⒫p ⒬q \
        ⒭r ⒮s ⒯t ⒰u ⒱v ⒲w ⒳x ⒴y ⒵z ⓐa ⓑb ⓒc ⓓd ⓔe ⓕf ⓖg ⓗh ⓘi ⓙj ⓚk ⓛl ⓜm ⓝn ⓞo ⓟp ⓠq ⓡr ⓢs ⓣt ⓤu ⓥv ⓦw \
        ⓧx ⓨy ⓩz ⓪0 ⱼj ⱽv ㍱hpa ㍲da ㍳au ㍴bar ㍵ov ㍶pc ㍷dm ㍸dm2 ㍹dm3 ㍺iu ㎀pa ㎁na ㎂μa ㎃ma ㎄ka ㎅kb ㎆mb ㎇gb \
        ㎈cal ㎉kcal ㎊pf ㎋nf ㎌μf ㎍μg ㎎mg ㎏kg ㎐hz ㎑khz ㎒mhz ㎓ghz ㎔thz ㎕μl ㎖ml ㎗dl ㎘kl ㎙fm ㎚nm ㎛μm ㎜mm ㎝cm \
        ㎞km ㎟mm2 ㎠cm2 ㎡m2 ㎢km2 ㎣mm3 ㎤cm3 ㎥m3 ㎦km3 ㎩pa ㎪kpa ㎫mpa ㎬gpa ㎭rad ㎰ps ㎱ns ㎲μs ㎳ms ㎴pv ㎵nv ㎶μv \
        ㎷mv ㎸kv ㎹mv ㎺pw ㎻nw ㎼μw ㎽mw ㎾kw ㎿mw ㏀kω ㏁mω ㏃bq ㏄cc ㏅cd ㏇co ㏈db ㏉gy ㏊ha ㏋hp ㏌in ㏍kk ㏎km ㏏kt ㏐lm \
        ㏑ln ㏒log ㏓lx ㏔mb ㏕mil ㏖mol ㏗ph ㏙ppm ㏚pr ㏛sr ㏜sv ㏝wb ꚜъ ꚝь ꝰꝯ ﬀff ﬁfi ﬂfl ﬃffi ﬄffl ﬅst ﬆst ｦヲ ｧァ \
        ｨィ ｩゥ ｪェ ｫォ ｬャ ｭュ ｮョ ｯッ ｰー ｱア ｲイ ｳウ ｴエ ｵオ ｶカ ｷキ ｸク ｹケ ｺコ ｻサ ｼシ ｽス ｾセ ｿソ ﾀタ ﾁチ ﾂツ ﾃテ ﾄト ﾅナ ﾆニ ﾇヌ \
        ﾈネ ﾉノ ﾊハ ﾋヒ ﾌフ ﾍヘ ﾎホ ﾏマ ﾐミ ﾑム ﾒメ ﾓモ ﾔヤ ﾕユ ﾖヨ ﾗラ ﾘリ ﾙル ﾚレ ﾛロ ﾜワ ﾝン άά έέ ήή ίί όό ύύ ώώ ιι ΐΐ ΰΰ
        """

    /// Letters without a decomposition that a reader types as ASCII: one letter, then its folded form.
    static let foldings = """
        øo ßss æae œoe łl đd ıi ħh ŧt þth ŋn ɓb ɗd ƙk ƴy ґг
        """
}
