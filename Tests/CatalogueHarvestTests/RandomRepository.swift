import TestSupport

/// Chance decides what a made-up repository is like, what changes in it and what goes wrong.
struct RandomRepository {
    /// Something done to the records.
    enum Edit: Sendable {
        case put(Int, title: String)
        case delete(Int)

        func apply(to provider: OAIProvider) {
            switch self {
            case .put(let number, let title): provider.put(ProvidedRecord(number, title: title))
            case .delete(let number): provider.delete(number)
            }
        }
    }

    private var generator: SeededGenerator
    private var statesSize = true

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func settings() -> OAIProviderSettings {
        var settings = OAIProviderSettings()
        settings.deletedRecords = OAIProviderSettings.DeletedRecords.allCases[number(0...2)]
        settings.usesSeconds = number(0...1) == 0
        settings.pageSize = number(1...12)
        settings.isSorted = number(0...2) > 0
        settings.statesSize = number(0...1) == 0
        statesSize = settings.statesSize
        return settings
    }

    /// Few enough deletions for the shrink guard.
    mutating func edits() -> [Edit] {
        (0..<number(0...8)).map { index in
            let record = number(0...70)
            return number(0...3) == 0
                ? .delete(record) : .put(record, title: "Bài giảng \(number(0...9_999)) lần \(index)")
        }
    }

    mutating func faults() -> [OAIFault] {
        (0..<number(0...4)).map { _ in
            let verb = number(0...4) == 0 ? ["ListIdentifiers", "GetRecord", "Identify"][number(0...2)] : "ListRecords"
            let kind = kind()
            // What is accepted after a second look is told once, and not in the next harvest.
            let times = kind == .invalidUTF8 ? 1 : kind == .malformedRecord ? number(1...2) : number(1...5)
            // Before the first size was told, nobody can know that a list ends too early.
            let page = verb.hasPrefix("List") ? number(kind == .lostToken ? 1...5 : 0...5) : nil
            return OAIFault(kind, verb: verb, page: page, times: times)
        }
    }

    /// Damage to the bytes of answers.
    mutating func corruptions() -> [OAIFault] {
        (0..<number(1...3)).map { _ in
            let verb = ["ListRecords", "ListRecords", "ListIdentifiers", "GetRecord", "Identify"][number(0...4)]
            return OAIFault(
                .corrupted(seed: generator.next()), verb: verb, page: verb.hasPrefix("List") ? number(0...5) : nil,
                times: number(1...5))
        }
    }

    private mutating func kind() -> OAIFault.Kind {
        let share = Double(number(0...99)) / 100
        var kinds: [OAIFault.Kind] = [
            .cut(share), .silentlyCut(share), .status(500), .status(503, retryAfter: 5), .status(503), .drip, .webPage,
            .repeatedToken, .expiredToken, .malformedRecord, .invalidUTF8, .emptyPage,
        ]
        // Without a size nobody can tell that a list ended too early.
        if statesSize { kinds.append(.lostToken) }
        return kinds[number(0...kinds.count - 1)]
    }
}
