package import CatalogueModel
package import CatalogueStore
package import Foundation
import GRDB

/// What is wanted in Vietnamese, and how far it is; every change goes into the audit log.
///
/// wanted → claimed → in review → published. A claim that lapses makes its entry wanted again. What a licence forbids to
/// translate never enters, and leaves where the licence changes.
package struct TranslationBacklog: Sendable {
    /// Characters at most.
    package static let noteLimit = 1_000
    /// Days a claim may last.
    package static let longestClaim = 731

    private let store: CatalogueStore

    package init(_ store: CatalogueStore) {
        self.store = store
    }

    // MARK: Reading

    /// Entries by demand, the most wanted first; ties by the older one.
    ///
    /// - Parameters:
    ///   - states: only those; nil for all.
    ///   - institution: only what it translates; nil for all.
    ///   - instant: decides which claims have lapsed.
    package func entries(
        in states: Set<TranslationState>? = nil, of institution: String? = nil, at instant: Date, limit: Int = 1_000
    ) throws -> [TranslationEntry] {
        guard let day = PartialDate(vietnameseDayAt: instant) else { return [] }
        return try store.read { db in
            try TranslationReading(db, day: day).entries()
                .filter { states?.contains($0.state) ?? true }
                .filter { institution == nil || $0.institution == institution }
                .sorted {
                    $0.demand.score == $1.demand.score
                        ? ($0.since, $0.original.id) < ($1.since, $1.original.id)
                        : $0.demand.score > $1.demand.score
                }.prefix(limit).map(\.self)
        }
    }

    /// The entry of one original; nil where the backlog has none.
    package func entry(_ original: ResourceID, at instant: Date) throws -> TranslationEntry? {
        guard let day = PartialDate(vietnameseDayAt: instant) else { return nil }
        return try store.read { db in try TranslationReading(db, day: day).entries(only: original).first }
    }

    /// Originals in demand that the backlog does not have yet, the most wanted first; those that may not be translated
    /// are left out.
    package func candidates(limit: Int = 50) throws -> [TranslationCandidate] {
        let reference = try store.referenceData()
        return try store.read { db in
            let rules = TranslationRules(reference, in: db)
            let found = try TranslationReading.unclaimedDemand(in: db).sorted {
                ($1.value.score, $0.key) < ($0.value.score, $1.key)
            }
            var candidates: [TranslationCandidate] = []
            for (id, demand) in found where candidates.count < limit {
                guard let id = ResourceID(id), let original = try rules.translatable(id) else { continue }
                candidates.append(TranslationCandidate(original: original, demand: demand))
            }
            return candidates
        }
    }

    // MARK: Writing

    /// Takes down that somebody wants it; opens an entry where there is none.
    ///
    /// - Parameter wantedBy: an institution of the register, or the name of a key; each counts once.
    /// - Throws: `TranslationError` for what may not or need not be translated.
    package func want(
        _ original: ResourceID, for wantedBy: String, note: String? = nil, by actor: String, at instant: Date
    ) throws {
        let note = note.flatMap { $0.isEmpty ? nil : $0 }
        if let note, note.count > Self.noteLimit { throw TranslationError.longNote(limit: Self.noteLimit) }
        try change(original, "want", by: actor, at: instant) { row, rules in
            // Keys and the command line name themselves with a colon; institutions stand in the register.
            if !wantedBy.contains(":"), wantedBy != "command" { try rules.requireInstitution(wantedBy) }
            try rules.requireTranslatable(original)
            if row?.state == .published, let translation = row?.translation {
                throw TranslationError.alreadyTranslated(original, by: translation)
            }
            try rules.db.execute(
                sql: """
                    INSERT INTO translationWish VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET note = coalesce(excluded.note, note)
                    """, arguments: [original.rawValue, wantedBy, note, instant.seconds, actor])
            if row == nil || row?.state == .excluded { row = TranslationRow(original, at: instant) }
        }
    }

    /// Takes a wish back; an entry nobody wants any more and nobody has begun goes.
    ///
    /// - Throws: `TranslationError.notWanted`.
    package func unwant(_ original: ResourceID, for wantedBy: String, by actor: String, at instant: Date) throws {
        try change(original, "unwant", by: actor, at: instant) { row, rules in
            try rules.db.execute(
                sql: "DELETE FROM translationWish WHERE original = ? AND wantedBy = ?",
                arguments: [original.rawValue, wantedBy])
            guard rules.db.changesCount > 0 else { throw TranslationError.notWanted(original) }
            let left = try Int.fetchOne(
                rules.db, sql: "SELECT count(*) FROM translationWish WHERE original = ?",
                arguments: [original.rawValue])
            if left == 0, row?.state == .wanted { row = nil }
        }
    }

    /// An institution takes it on until a day; one that has it already sets another day, or takes it back from review.
    ///
    /// - Throws: `TranslationError`.
    package func claim(
        _ original: ResourceID, for institution: String, until day: String, by actor: String, at instant: Date
    ) throws {
        let last = try Self.lastDay(day, at: instant)
        try change(original, "claim", by: actor, at: instant) { row, rules in
            try rules.requireInstitution(institution)
            try rules.requireTranslatable(original)
            guard var claimed = row else { throw TranslationError.notInBacklog(original) }
            switch claimed.state {
            case .wanted: break
            case .claimed, .inReview:
                guard claimed.institution == institution else {
                    throw TranslationError.claimedByAnother(
                        original, institution: claimed.institution ?? "?", until: claimed.claimedUntil?.description)
                }
            case .published, .excluded: throw TranslationError.notInBacklog(original)
            }
            claimed.state = .claimed
            claimed.institution = institution
            claimed.claimedUntil = last
            row = claimed
        }
    }

    /// The translation is ready to be looked at.
    ///
    /// - Parameter draft: address where reviewers find it.
    /// - Throws: `TranslationError`.
    package func review(_ original: ResourceID, draft: String? = nil, by actor: String, at instant: Date) throws {
        if let draft {
            guard case .address = RelationTarget(draft) else { throw TranslationError.badAddress(draft) }
        }
        try change(original, "review", by: actor, at: instant) { row, rules in
            try rules.requireTranslatable(original)
            guard var reviewed = row else { throw TranslationError.notInBacklog(original) }
            guard reviewed.state == .claimed else { throw TranslationError.notClaimed(original) }
            reviewed.state = .inReview
            reviewed.claimedUntil = nil
            reviewed.draft = draft ?? reviewed.draft
            row = reviewed
        }
    }

    /// The translation is a resource of the catalogue; the relation `translationOf` is set in the same transaction.
    ///
    /// - Throws: `TranslationError`, and `RelationError` where the relation would close a circle.
    package func publish(
        _ original: ResourceID, as translation: ResourceID, by actor: String, at instant: Date
    ) throws {
        try change(original, "publish", by: actor, at: instant) { row, rules in
            try rules.requireTranslatable(original, mayBeTranslated: true)
            try rules.requireVietnamese(translation)
            guard var published = row else { throw TranslationError.notInBacklog(original) }
            guard published.state == .inReview else { throw TranslationError.notInReview(original) }
            let isStated = try Int.fetchOne(
                rules.db,
                sql: """
                    SELECT 1 FROM resourceRelation
                    WHERE subject = ? AND kind = 'translationOf' AND resolved = ? AND circle IS NULL
                    """, arguments: [translation.rawValue, original.rawValue])
            if isStated == nil {
                try RelationTables.add(
                    translation, .translationOf, .resource(original), note: nil, by: actor, at: instant, in: rules.db)
            }
            published.state = .published
            published.translation = translation
            published.draft = nil
            row = published
        }
    }

    /// Whoever has it gives it up: it is wanted again.
    ///
    /// - Throws: `TranslationError`.
    package func release(_ original: ResourceID, by actor: String, at instant: Date) throws {
        try change(original, "release", by: actor, at: instant) { row, _ in
            guard var released = row else { throw TranslationError.notInBacklog(original) }
            guard released.state == .claimed || released.state == .inReview else {
                throw TranslationError.notClaimed(original)
            }
            released.reopen()
            row = released
        }
    }

    /// Takes down what usage statistics counted; counts below `TranslationDemand.smallestCount` are forgotten.
    ///
    /// - Parameter figures: replace all that was known.
    package func setDemand(_ figures: [TranslationDemand.Figure], at instant: Date) throws {
        try store.write { db in
            try db.execute(sql: "DELETE FROM translationDemand")
            for figure in figures where figure.count >= TranslationDemand.smallestCount {
                try db.execute(
                    sql: "INSERT OR REPLACE INTO translationDemand VALUES (?, ?, ?, ?)",
                    arguments: [figure.original, figure.source.rawValue, figure.count, instant.seconds])
            }
        }
    }

    /// Reopens what was claimed and not finished in time, and throws out what a licence forbids since the register of
    /// licences changed.
    ///
    /// - Returns: how many entries changed.
    @discardableResult
    package func tidy(at instant: Date) throws -> Int {
        guard let day = PartialDate(vietnameseDayAt: instant) else { return 0 }
        return try store.write { db in
            var changes = 0
            let rows = try Row.fetchAll(
                db, sql: "SELECT * FROM translationEntry WHERE state IN ('wanted', 'claimed', 'inReview')"
            ).compactMap { TranslationRow($0) }
            for row in rows {
                let licence = try String.fetchOne(
                    db, sql: "SELECT record ->> '$.licence' FROM learningResource WHERE id = ?",
                    arguments: [row.original.rawValue])
                if try !TranslationUpkeep.mayBeTranslated(licence: licence, in: db) {
                    try TranslationUpkeep.exclude(row.original.rawValue, licence: licence, at: instant.seconds, in: db)
                    changes += 1
                } else if row.hasLapsed(on: day) {
                    try Self.lapse(row, at: instant, in: db)
                    changes += 1
                }
            }
            return changes
        }
    }

    // MARK: Parts

    private func change(
        _ original: ResourceID, _ action: String, by actor: String, at instant: Date,
        _ body: (inout TranslationRow?, TranslationRules) throws -> Void
    ) throws {
        let reference = try store.referenceData()
        guard let day = PartialDate(vietnameseDayAt: instant) else { return }
        try store.write { db in
            var row = try TranslationRow.fetch(original, in: db)
            if let lapsed = row, lapsed.hasLapsed(on: day) { row = try Self.lapse(lapsed, at: instant, in: db) }
            let before = row
            try body(&row, TranslationRules(reference, in: db))
            if var after = row {
                if after.state != before?.state { after.since = instant }
                try after.write(in: db)
                row = after
            } else if before != nil {
                try db.execute(
                    sql: "DELETE FROM translationEntry WHERE original = ?", arguments: [original.rawValue])
            }
            try AuditLog.append(
                AuditChange(
                    actor: actor, action: "translation.\(action)", subject: "resource:\(original)",
                    before: before?.auditText, after: row?.auditText),
                at: instant, in: db)
        }
    }

    @discardableResult
    private static func lapse(_ row: TranslationRow, at instant: Date, in db: Database) throws -> TranslationRow {
        var after = row
        after.reopen()
        after.since = instant
        try after.write(in: db)
        try AuditLog.append(
            AuditChange(
                actor: TranslationUpkeep.actor, action: "translation.lapse", subject: "resource:\(row.original)",
                before: row.auditText, after: after.auditText),
            at: instant, in: db)
        return after
    }

    private static func lastDay(_ text: String, at instant: Date) throws -> PartialDate {
        guard let day = PartialDate(text), day.isDay, let today = PartialDate(vietnameseDayAt: instant),
            let latest = PartialDate(
                vietnameseDayAt: instant.addingTimeInterval(Double(longestClaim) * 86_400)),
            (today.description...latest.description).contains(day.description)
        else { throw TranslationError.badDay(text) }
        return day
    }
}

extension TranslationRow {
    /// Wanted again, by nobody's hand.
    fileprivate mutating func reopen() {
        state = .wanted
        institution = nil
        claimedUntil = nil
        draft = nil
    }
}
