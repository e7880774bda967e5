/// All syllables Vietnamese spelling allows, about 6,500 without tones, of which fewer than half are words.
///
/// Onsets and rimes are those of native words and long-settled loans; spelling rules (c/k/q, g/gh, ng/ngh) hold.
struct SyllableTable: Sendable {
    static let shared = SyllableTable()

    /// Syllables with letter quality and without tones.
    private var spelt = CodeSet(capacity: 16_384)
    /// The same that end in c, ch, p or t.
    private var stopped = CodeSet(capacity: 8_192)
    /// Syllables without any marks.
    private var folded = CodeSet(capacity: 8_192)

    private init() {
        for (onsets, rimes) in Self.combinations {
            for onset in onsets.split(separator: " ") {
                for rime in rimes.split(separator: " ") { insert((onset == "-" ? "" : onset) + rime) }
            }
        }
        for loan in Self.loans.split(separator: " ") { insert(loan) }
    }

    /// Whether a folded key, after rule R6, is spelt like a syllable.
    @inline(__always)
    func isFolded(_ code: LetterCode) -> Bool { folded.contains(code.packed) }

    /// Whether a syllable body, after rule R6, exists and takes the tone.
    func isSyllable(_ body: LetterCode, tone: Tone) -> Bool {
        guard spelt.contains(body.packed) else { return false }
        return tone == .sac || tone == .nang || !stopped.contains(body.packed)
    }

    private mutating func insert(_ syllable: some StringProtocol) {
        var code = LetterCode(syllable.utf16)
        _ = code.unifyFinalY()
        spelt.insert(code.packed)
        if ["c", "ch", "p", "t"].contains(where: syllable.hasSuffix) { stopped.insert(code.packed) }
        var plain = LetterCode(syllable.utf16.map(Self.plain))
        _ = plain.unifyFinalY()
        folded.insert(plain.packed)
    }

    private static func plain(_ letter: UInt16) -> UInt16 {
        switch letter {
        case 0x103, 0xE2: 0x61
        case 0x111: 0x64
        case 0xEA: 0x65
        case 0xF4, 0x1A1: 0x6F
        case 0x1B0: 0x75
        default: letter
        }
    }
}

extension SyllableTable {
    private static let aRimes = """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
        """
    private static let oRimes = """
        o oc oi om on ong op ot ooc oong ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
        """
    private static let uRimes = """
        u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt \
        ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
        """
    private static let eRimes = "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu"
    private static let iRimes = """
        i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
        """
    /// Rimes that begin with a glide, which labials do not precede.
    private static let glides = """
        oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet \
        uân uâng uât uây uê uêch uênh uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
        """

    private static let combinations: [(onsets: String, rimes: String)] = [
        ("- b ch d đ h kh l m n nh p ph r s t th tr v x", "\(aRimes) \(oRimes) \(uRimes)"),
        ("b ch d đ h kh l m n nh p ph r s t th tr v x", "\(eRimes) \(iRimes)"),
        ("-", "\(eRimes) i ia ich im in inh it iu y yêm yên yêng yêt yêu"),
        ("- ch d đ h kh l n nh r s t th tr x", glides),
        ("c g ng", "\(aRimes) \(oRimes) \(uRimes)"),
        ("g ng", glides),
        ("k", "\(eRimes) \(iRimes)"),
        ("gh ngh", "\(eRimes) \(iRimes)"),
        ("gi", "\(aRimes) \(oRimes) \(uRimes) e em en eo ep et êc êm ên êng êt"),
        ("g", "i in ich im ip it"),
        ("qu", "\(aRimes) \(eRimes) i y it in ich inh ip iu yt yn ych ynh yên yêt yp yu ơ ơi ơn ơt ôc ôi ôt"),
        ("h k l m s t v b n x", "y"),
    ]

    /// Settled loans and names the rules leave out.
    private static let loans = "boa voan buyt phuy phuya toong đăk lăk đak lak kon"
}
