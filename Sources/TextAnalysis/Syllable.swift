/// The sound pattern of Vietnamese syllables, on folded text: an optional onset and a rime.
package enum Syllable {
    private static let onsets: Set<String> = [
        "b", "c", "ch", "d", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh", "nh", "p", "ph", "qu", "r",
        "s", "t", "th", "tr", "v", "x",
    ]
    private static let rimes = """
        a ac ach ai am an ang anh ao ap at au ay e ec em en eng enh eo ep et eu i ia ich iec iem ien ieng iep iet ieu im
        in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on ong ooc oong op
        ot u ua uac uan uang uat uay uc ue uech uenh ui uich uinh uit um un ung uo uoc uoi uom uon uong uop uot uou up
        ut uu uy uya uych uyen uyet uynh uyp uyt uyu y yem yen yet yeu
        """
    private static let longest = 7
    /// Every syllable as up to 7 letters packed into an integer, one byte a letter.
    private static let all: Set<UInt64> = {
        var all: Set<UInt64> = []
        for rime in rimes.split(whereSeparator: \.isWhitespace) {
            for onset in onsets.union([""]) {
                let letters = onset + rime
                if letters.utf8.count <= longest { all.insert(packed(letters.utf8)) }
            }
        }
        return all
    }()

    /// Whether folded letters could be one Vietnamese syllable; foreign words may pass (*ban*, *on*).
    ///
    /// - Complexity: O(1).
    package static func isPossible(_ folded: some Collection<UInt8>) -> Bool {
        folded.count <= longest && all.contains(packed(folded))
    }

    private static func packed(_ letters: some Collection<UInt8>) -> UInt64 {
        letters.reduce(0) { $0 << 8 | UInt64($1) }
    }
}
