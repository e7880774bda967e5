/// Made-up records for measuring: 60 % Vietnamese with marks, the rest English-like, about a hundred words each.
///
/// Records of one of 300 topics share words; the vocabulary has a long tail. Nothing in it is a real resource.
struct SyntheticCatalogue {
    private static let types = [
        "video", "text", "course", "textbook", "slide", "audio", "image", "worksheet", "assessment", "web_page",
        "simulation", "lesson_plan",
    ]
    private static let subjects = [
        "0111", "0112", "0113", "0114", "0211", "0212", "0213", "0214", "0215", "0221", "0222", "0223", "0231", "0232",
        "0311", "0312", "0313", "0314", "0321", "0322", "0411", "0412", "0413", "0414", "0415", "0416", "0417", "0421",
        "0511", "0512", "0521", "0522", "0531", "0532", "0533", "0541", "0542", "0611", "0612", "0613", "0711", "0712",
        "0713", "0714", "0715", "0716", "0721", "0722", "0723", "0724", "0731", "0732", "0811", "0812", "0821", "0831",
        "0841", "0911", "0912", "0913", "0914", "0915", "0916", "0917", "0921", "0922", "0923", "1011", "1012", "1013",
        "1014", "1015", "1021", "1022", "1031", "1032", "1041",
    ]
    private static let levels = [
        "isced2", "isced3", "isced6", "isced5", "isced1", "isced4", "isced7", "isced0", "isced8",
    ]
    private static let licences = ["by", "by-sa", "by-nc", "by-nc-sa", "by-nc-nd", "by-nd"]
    private static let audiences = [
        "students", "general-public", "teachers", "workers", "farmers", "children", "older-people", "researchers",
        "job-seekers", "women", "parents", "librarians",
    ]
    private static let otherLanguages = ["fr", "zh", "km"]
    static let topics = 300
    static let publishers = 2000

    private let words: SyntheticWords
    private let publisherNames: [String]
    /// Words of each topic.
    private let topicWords: [(vietnamese: [Int], english: [Int])]
    private let vietnameseTail = LongTail(count: 40_000, shift: 4)
    private let englishTail = LongTail(count: 100_000, shift: 4)
    private let topicTail = LongTail(count: topics, shift: 12)
    private let topicWordTail = LongTail(count: 250, shift: 5)
    private let publisherTail = LongTail(count: publishers, shift: 6)
    private let facetTail = LongTail(count: 12, shift: 2)
    private var random: RandomSource
    private var number = 0

    init(seed: UInt64 = 42) {
        var random = RandomSource(seed: seed)
        let words = SyntheticWords(vietnamese: 40_000, english: 100_000, &random)
        self.words = words
        topicWords = (0..<Self.topics).map { _ in
            (
                (0..<250).map { _ in 30 + (random.chance(50) ? random.below(1500) : random.below(39_970)) },
                (0..<250).map { _ in 40 + (random.chance(50) ? random.below(3000) : random.below(99_960)) }
            )
        }
        publisherNames = (0..<Self.publishers).map { number in
            let kind = ["Trường Đại học", "Nhà xuất bản", "University of", "Trung tâm"][number % 4]
            return "\(kind) \(words.vietnamese[60 + random.below(3000)]) \(number)"
        }
        self.random = random
    }

    mutating func next() -> SyntheticRecord {
        number += 1
        let topic = topicTail.draw(&random)
        let isVietnamese = random.chance(60)
        let publisher = publisherTail.draw(&random)
        func facet(_ values: [String], _ draw: Int) -> String { values[draw % values.count] }
        return SyntheticRecord(
            number: number, isVietnamese: isVietnamese, topic: topic,
            title: text(isVietnamese ? 4 + random.below(5) : 5 + random.below(7), topic, isVietnamese, fromTopic: 65),
            description: text(
                isVietnamese ? 30 + random.below(32) : 60 + random.below(61), topic, isVietnamese, fromTopic: 40),
            keywords: (0..<4).map { _ in
                let word = random.below(12)
                return isVietnamese
                    ? words.vietnamese[topicWords[topic].vietnamese[word]]
                    : words.english[topicWords[topic].english[word]]
            },
            publisher: publisher, publisherName: publisherNames[publisher],
            language: isVietnamese ? "vi" : random.chance(96) ? "en" : Self.otherLanguages[random.below(3)],
            type: facet(Self.types, facetTail.draw(&random)), subject: Self.subjects[topic % Self.subjects.count],
            level: facet(Self.levels, facetTail.draw(&random)), licence: facet(Self.licences, facetTail.draw(&random)),
            audience: facet(Self.audiences, facetTail.draw(&random)), year: 2026 - facetTail.draw(&random))
    }

    /// Words, some of them of the topic; a few of the other language.
    private mutating func text(_ count: Int, _ topic: Int, _ isVietnamese: Bool, fromTopic share: Int) -> [String] {
        (0..<count).map { _ in
            let isEnglish = isVietnamese ? random.below(1000) < 60 : random.below(1000) < 985
            if random.chance(share) {
                let place = topicWordTail.draw(&random)
                return isEnglish
                    ? words.english[topicWords[topic].english[place]]
                    : words.vietnamese[topicWords[topic].vietnamese[place]]
            }
            return isEnglish
                ? words.english[englishTail.draw(&random)] : words.vietnamese[vietnameseTail.draw(&random)]
        }
    }
}
