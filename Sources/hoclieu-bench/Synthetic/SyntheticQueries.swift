import Foundation

/// Queries as people type them, made of the words of made-up records.
struct SyntheticQueries {
    private var random: RandomSource
    private let vietnamese: [SyntheticRecord]
    private let english: [SyntheticRecord]

    /// - Parameter records: some of the records that are searched.
    init(for records: [SyntheticRecord], seed: UInt64 = 777) {
        random = RandomSource(seed: seed)
        vietnamese = records.filter(\.isVietnamese)
        english = records.filter { !$0.isVietnamese }
    }

    /// Several Vietnamese words (48 %), one common word (12 %), one to four English words (34 %), a rare word (6 %); half
    /// of the Vietnamese ones typed without marks where `stripsMarks`.
    mutating func words(_ count: Int, stripsMarks: Bool = false) -> [String] {
        (0..<count).map { _ in
            let draw = random.below(100)
            let query: String
            switch draw {
            case ..<48: query = several(of: vietnamese, words: 1 + random.below(3))
            case ..<60:
                let record = vietnamese[random.below(vietnamese.count)]
                query = record.description.min { $0.count < $1.count } ?? ""
            case ..<94: query = several(of: english, words: 1 + random.below(4))
            default: query = english[random.below(english.count)].description.max { $0.count < $1.count } ?? ""
            }
            return stripsMarks && random.chance(50) ? Self.unmarked(query) : query
        }
    }

    /// Distinct words of one record: of its title, its keywords, or its description.
    private mutating func several(of records: [SyntheticRecord], words count: Int) -> String {
        let record = records[random.below(records.count)]
        var chosen: [String] = []
        for _ in 0..<count {
            let draw = random.below(100)
            let source = draw < 45 ? record.title : draw < 75 ? record.keywords : record.description
            let word = source[random.below(source.count)]
            if !chosen.contains(word) { chosen.append(word) }
        }
        return chosen.joined(separator: " ")
    }

    static func unmarked(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
                    !(0x300...0x36F).contains($0.value)
                })
        ).replacing("đ", with: "d").replacing("Đ", with: "D")
    }
}
