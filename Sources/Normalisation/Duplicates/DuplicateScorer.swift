/// Scores how likely two records describe the same resource: the same work in the same language, edition and form.
///
/// Translations, editions, volumes and the course to a book are related, not the same. The score adds up evidence in
/// logarithms of odds (Fellegi and Sunter 1969) with weights set by hand on judged pairs; it is symmetric and depends on
/// nothing but the two records.
package enum DuplicateScorer {
    /// Weight of the title below which it is taken for a common one, such as *Untitled* or *Bài 1*.
    private static let commonWeight = 1.0

    /// - Complexity: O(*n* · *m*) in the words of both titles, at most `TitleTraits.mostWords`.
    package static func score(_ a: DuplicateTraits, _ b: DuplicateTraits) -> DuplicateScore {
        var evidence = Evidence()
        let sharesIdentifier = a.identifiers.contains(where: b.identifiers.contains)
        let sharesAddress = a.place.address == b.place.address
        if sharesIdentifier { evidence.add(.sameIdentifier, 6.5) }
        if sharesAddress { evidence.add(.sameAddress, sharesIdentifier ? 1 : 6) }
        if sharesIdentifier || sharesAddress {
            addStrong(a, b, to: &evidence)
        } else {
            addWeak(a, b, to: &evidence)
        }
        return DuplicateScore(parts: evidence.parts)
    }

    /// Evidence beside a common identifier or address: are they two parts of what stands there?
    private static func addStrong(_ a: DuplicateTraits, _ b: DuplicateTraits, to evidence: inout Evidence) {
        let title = comparison(a.title, b.title)
        switch title {
        case .identical: evidence.add(.sameTitle, 2.5)
        case .near: evidence.add(.nearlySameTitle, 2)
        case .withoutSubtitle: evidence.add(.titleWithoutSubtitle, 1.5)
        case .contained: evidence.add(.titleContained, 0.8)
        case .contrasting: evidence.add(.titlesContrast, -3)
        case .unrelated: evidence.add(.titlesUnrelated, -3.5)
        }
        if contrast(a.title.numbers, b.title.numbers) { evidence.add(.differentNumbers, -8) }
        switch creators(a, b) {
        case .same: evidence.add(.sameCreators, 1)
        case .partly: evidence.add(.someSameCreators, 0.5)
        case .different: evidence.add(.differentCreators, -1)
        case nil: break
        }
        if differentLanguages(a, b) {
            let isOneTitle = title == .identical || title == .near || title == .withoutSubtitle
            evidence.add(.differentLanguages, isOneTitle ? -1 : -4)
        }
    }

    private static func addWeak(_ a: DuplicateTraits, _ b: DuplicateTraits, to evidence: inout Evidence) {
        if differentLanguages(a, b) { evidence.add(.differentLanguages, -12) }
        if contrast(a.title.numbers, b.title.numbers) { evidence.add(.differentNumbers, -12) }
        guard evidence.parts.isEmpty else { return }
        let title = comparison(a.title, b.title)
        addTitle(title, a, b, to: &evidence)
        addCreators(a, b, to: &evidence)
        if !a.schemes.isEmpty, !Set(a.schemes).isDisjoint(with: b.schemes) { evidence.add(.differentIdentifiers, -2.5) }
        if !a.languages.isEmpty, !b.languages.isEmpty { evidence.add(.sameLanguage, 0.5) }
        if let mine = a.year, let other = b.year {
            switch abs(mine - other) {
            case 0: evidence.add(.sameYear, 1)
            case 1: break
            default: evidence.add(.differentYears, -3)
            }
        }
        if !a.resourceTypes.isEmpty, !b.resourceTypes.isEmpty, a.resourceTypes.isDisjoint(with: b.resourceTypes) {
            evidence.add(.differentTypes, -3)
        }
        if a.place.site == b.place.site {
            if a.place.isShared { evidence.add(.sameSharedSite, -2) } else { evidence.add(.sameSite, -7) }
        }
    }

    private static func addTitle(
        _ title: TitleComparison, _ a: DuplicateTraits, _ b: DuplicateTraits, to evidence: inout Evidence
    ) {
        switch title {
        case .identical: evidence.add(.sameTitle, 3)
        case .near: evidence.add(.nearlySameTitle, 2.2)
        case .withoutSubtitle: evidence.add(.titleWithoutSubtitle, 2)
        case .contained: evidence.add(.titleContained, -2)
        case .contrasting: evidence.add(.titlesContrast, -8)
        case .unrelated: evidence.add(.titlesUnrelated, -10)
        }
        let numbers =
            title == .withoutSubtitle
            ? (a.title.hasSubtitle ? a.title.mainNumbers : a.title.numbers)
                == (b.title.hasSubtitle ? b.title.mainNumbers : b.title.numbers)
            : a.title.numbers == b.title.numbers
        if !numbers { evidence.add(.numberMissing, -3.5) }
        // Where the words are the same, the spelling with marks says how much they tell.
        let isOneTitle = title == .identical || title == .near
        let weight = isOneTitle ? max(a.title.weight, b.title.weight) : min(a.title.weight, b.title.weight)
        if weight < commonWeight {
            evidence.add(.commonTitle, -5)
        } else if weight < 4 {
            evidence.add(.commonTitle, (weight - 4) * 0.35)
        } else if weight > 4 {
            evidence.add(.tellingTitle, min(2.5, (weight - 4) * 0.35))
        }
    }

    private static func addCreators(_ a: DuplicateTraits, _ b: DuplicateTraits, to evidence: inout Evidence) {
        switch creators(a, b) {
        case .same: evidence.add(.sameCreators, 4)
        case .partly: evidence.add(.someSameCreators, 2.5)
        case .different: evidence.add(.differentCreators, -5)
        case nil: evidence.add(.creatorsMissing, -0.5)
        }
    }

    private enum CreatorOverlap {
        case same
        case partly
        case different
    }

    /// Nil where one of the two names nobody.
    private static func creators(_ a: DuplicateTraits, _ b: DuplicateTraits) -> CreatorOverlap? {
        guard !a.creators.isEmpty, !b.creators.isEmpty else { return nil }
        let mine = a.creators.filter { name in b.creators.contains(where: name.matches) }.count
        let theirs = b.creators.filter { name in a.creators.contains(where: name.matches) }.count
        if mine == 0 { return .different }
        let isSame =
            (a.creators.count > b.creators.count || mine == a.creators.count)
            && (b.creators.count > a.creators.count || theirs == b.creators.count)
        return isSame ? .same : .partly
    }

    /// Titles compared in one order, whichever comes first.
    private static func comparison(_ a: TitleTraits, _ b: TitleTraits) -> TitleComparison {
        let isInOrder = a.words.lexicographicallyPrecedes(b.words) {
            ($0.folded, $0.exact ?? "") < ($1.folded, $1.exact ?? "")
        }
        return isInOrder ? .compare(a, b) : .compare(b, a)
    }

    /// Whether each has a number that the other lacks.
    private static func contrast(_ a: Set<String>, _ b: Set<String>) -> Bool {
        !a.isSubset(of: b) && !b.isSubset(of: a)
    }

    private static func differentLanguages(_ a: DuplicateTraits, _ b: DuplicateTraits) -> Bool {
        !a.languages.isEmpty && !b.languages.isEmpty && a.languages.isDisjoint(with: b.languages)
    }

    private struct Evidence {
        var parts: [DuplicateScore.Part] = []

        mutating func add(_ reason: DuplicateReason, _ points: Double) {
            parts.append(DuplicateScore.Part(reason: reason, points: points))
        }
    }
}
