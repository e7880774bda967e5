import Foundation

/// Made-up vocabularies with the statistics of real ones: few syllables in Vietnamese, which a handful dominate, and words
/// of one to four of them; many words in English, most of them rare.
struct SyntheticWords {
    /// Function words and common compounds first, as real text has them.
    let vietnamese: [String]
    let english: [String]

    private static let onsets = [
        "", "b", "c", "ch", "d", "đ", "g", "gi", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s", "t", "th",
        "tr", "v", "x",
    ]
    /// Rimes that take every tone, and those that end in a stop and take two.
    private static let openRimes = [
        "a", "ai", "ao", "au", "ay", "am", "an", "ang", "anh", "ăm", "ăn", "ăng", "âm", "ân", "âng", "âu", "ây", "e",
        "em", "en", "eo", "ê", "ên", "ênh", "êu", "i", "ia", "iêm", "iên", "iêng", "iêu", "im", "in", "inh", "iu", "o",
        "oa", "oai", "oan", "oang", "oi", "om", "on", "ong", "ô", "ôi", "ôm", "ôn", "ông", "ơ", "ơi", "ơm", "ơn", "u",
        "ua", "uân", "ui", "um", "un", "ung", "uôi", "uôn", "uông", "uy", "uyên", "ư", "ưa", "ưng", "ươi", "ươm", "ươn",
        "ương",
    ]
    private static let stoppedRimes = [
        "ac", "ach", "ap", "at", "ăc", "ăp", "ăt", "âc", "âp", "ât", "ec", "ep", "et", "êt", "êch", "ich", "iêc", "iêp",
        "iêt", "it", "oc", "op", "ot", "ôc", "ôp", "ôt", "ơp", "ơt", "uât", "uc", "ut", "ưc", "ươc", "ươp", "ươt",
    ]
    private static let functionWords = [
        "và", "của", "là", "các", "cho", "người", "trong", "có", "được", "một", "những", "với", "không", "về", "khi",
        "để", "từ", "đến", "này", "như", "theo", "hoặc", "tại", "bằng", "cũng", "phải", "ra", "vào", "con", "nhiều",
    ]
    private static let compounds = [
        "học tập", "kỹ thuật", "công nghệ", "thông tin", "giáo dục", "đào tạo", "quản lý", "kinh tế", "phát triển",
        "năng lực", "sản xuất", "nông nghiệp", "sức khỏe", "dạy nghề", "lập trình", "máy tính", "ứng dụng", "văn hóa",
        "xã hội", "khoa học", "tiếng Anh", "Việt Nam", "môi trường", "an toàn", "dữ liệu", "thiết kế", "cơ bản",
        "nâng cao", "hướng dẫn", "thực hành", "nghiên cứu", "khởi nghiệp", "chuyển đổi số", "trí tuệ nhân tạo",
        "kế hoạch", "ngân hàng", "pháp luật", "địa phương", "hợp tác", "chất lượng", "dịch vụ", "kỹ năng", "học sinh",
        "sinh viên", "giáo viên", "chương trình", "bài học", "đại học", "tiểu học", "trung học", "cơ khí", "điện tử",
        "toán học", "hóa học", "lịch sử", "nấu ăn", "kế toán", "nuôi trồng thủy sản", "chăm sóc", "du lịch",
    ]
    private static let englishWords = [
        "the", "of", "and", "to", "in", "a", "for", "is", "on", "with", "this", "you", "learn", "course", "how", "by",
        "from", "as", "that", "are", "your", "introduction", "skills", "data", "management", "learning", "students",
        "using", "basic", "an", "be", "or", "will", "development", "business", "education", "health", "science",
        "design", "technology", "training", "practice", "at", "through", "guide", "system", "computer", "language",
        "english", "digital", "programming", "analysis", "research", "project", "community", "teaching", "knowledge",
        "online", "public", "social", "water", "agriculture", "cooking", "accounting", "history",
    ]
    private static let consonants = [
        "b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "tr", "pl", "ch", "sh", "gr",
        "cr", "br", "ph", "th", "j", "k",
    ]
    private static let vowels = ["a", "e", "i", "o", "u", "ea", "io", "ou", "ai", "er", "ar", "or", "in", "en", "an"]
    private static let endings = [
        "", "n", "r", "t", "s", "l", "nt", "ng", "st", "ck", "m", "tion", "ment", "ing", "ly",
    ]
    /// Combining marks of the tones; the first is none.
    private static let tones = ["", "\u{301}", "\u{300}", "\u{309}", "\u{303}", "\u{323}"]

    init(vietnamese count: Int, english englishCount: Int, _ random: inout RandomSource) {
        let syllables = Self.syllables(&random)
        let tail = LongTail(count: syllables.count, shift: 20)
        var words: [String] = []
        for index in 0..<max(Self.functionWords.count, Self.compounds.count) {
            if index < Self.functionWords.count { words.append(Self.functionWords[index]) }
            if index < Self.compounds.count { words.append(Self.compounds[index]) }
        }
        while words.count < count {
            let draw = random.below(100)
            let length = draw < 22 ? 1 : draw < 92 ? 2 : draw < 97 ? 3 : 4
            words.append((0..<length).map { _ in syllables[tail.draw(&random)] }.joined(separator: " "))
        }
        vietnamese = words
        var seen = Set(Self.englishWords)
        var english = Self.englishWords
        while english.count < englishCount {
            var word = ""
            for _ in 0..<2 + random.below(3) {
                word +=
                    Self.consonants[random.below(Self.consonants.count)] + Self.vowels[random.below(Self.vowels.count)]
            }
            word += Self.endings[random.below(Self.endings.count)]
            if seen.insert(word).inserted { english.append(word) }
        }
        self.english = english
    }

    /// Syllables with their tones, those of the common compounds first, the rest in random order.
    private static func syllables(_ random: inout RandomSource) -> [String] {
        let common = (compounds + functionWords).flatMap { $0.lowercased().split(separator: " ").map(String.init) }
        var seen: Set<String> = []
        var syllables = common.filter { seen.insert($0).inserted }
        var others: [String] = []
        for onset in onsets {
            for rime in openRimes { others += tones.map { marked(onset + rime, $0) } }
            for rime in stoppedRimes { others += [tones[1], tones[5]].map { marked(onset + rime, $0) } }
        }
        others = others.filter { seen.insert($0).inserted }
        others.shuffle(using: &random)
        // A language uses about half of what its spelling allows.
        syllables += others.prefix(6500)
        return syllables
    }

    /// Puts a tone on the last vowel that has a mark, or the first of an open pair.
    private static func marked(_ syllable: String, _ tone: String) -> String {
        guard !tone.isEmpty else { return syllable }
        let vowels = Array("aăâeêioôơuưy")
        var letters = Array(syllable)
        let places = letters.indices.filter { vowels.contains(letters[$0]) }
        let strong = places.last { Array("ăâêôơư").contains(letters[$0]) }
        guard
            let place = strong
                ?? (places.count > 1 && places.last == letters.count - 1 ? places.dropLast().last : places.last)
        else { return syllable }
        letters[place] = Character((String(letters[place]) + tone).precomposedStringWithCanonicalMapping)
        return String(letters)
    }
}
