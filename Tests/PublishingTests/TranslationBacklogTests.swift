import CatalogueModel
import CatalogueStore
import Foundation
import GRDB
import Publishing
import TestSupport
import Testing
import Vocabularies

@Suite("Translation backlog")
struct TranslationBacklogTests {
    private static let days = 86_400.0

    private static func id(_ text: String) throws -> ResourceID { try #require(ResourceID(text)) }

    private static func later(_ days: Double) -> Date { Fixture.instant.addingTimeInterval(days * Self.days) }

    /// The day so many days after the fixture's instant.
    private static func day(_ days: Double) throws -> String {
        try #require(PartialDate(vietnameseDayAt: later(days))).description
    }

    private static func reference() -> ReferenceData {
        var reference = Fixture.reference
        reference.vocabularies = VocabularySet(
            schemes: SchemeID.allCases.filter { $0 != .licences }.map { reference.vocabularies[$0] },
            licences: LicenceRegister(
                licences: reference.vocabularies.licences.licences + [
                    Licence(
                        code: "CC-BY-ND-4.0", url: "https://creativecommons.org/licenses/by-nd/4.0/",
                        openness: .shareOnly, label: LocalisedText(vietnamese: "CC BY-ND 4.0", english: "CC BY-ND 4.0"))
                ]), crosswalks: [:])
        return reference
    }

    private static func english(_ id: String, licence: String? = "CC-BY-4.0") -> LearningResource {
        Fixture.resource(id, title: "Original \(id)") {
            $0.languages = Fixture.languages("en")
            $0.licence = licence
        }
    }

    private static func catalogue() throws -> (CatalogueStore, TranslationBacklog) {
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: reference())
        try store.add([
            english("a:1"), english("a:2"), english("a:nd", licence: "CC-BY-ND-4.0"),
            english("a:unknown", licence: nil),
            Fixture.resource("a:vi", title: "Bản dịch") {
                $0.languages = Fixture.languages("vi")
                $0.licence = "CC-BY-4.0"
            },
            Fixture.resource("a:which") { $0.licence = "CC-BY-4.0" },
        ])
        return (store, TranslationBacklog(store))
    }

    private static func state(
        _ backlog: TranslationBacklog, _ id: String, at instant: Date = Fixture.instant
    ) throws -> TranslationState? {
        try backlog.entry(Self.id(id), at: instant)?.state
    }

    @Test("from wanted to published: both resources lead to each other, and the log tells the way")
    func life() throws {
        let (store, backlog) = try Self.catalogue()
        let original = try Self.id("a:1")
        try backlog.want(original, for: "example", note: "Cho K48", by: "key:a", at: Fixture.instant)
        #expect(try Self.state(backlog, "a:1") == .wanted)
        try backlog.claim(original, for: "example", until: Self.day(30), by: "key:a", at: Fixture.instant)
        #expect(try Self.state(backlog, "a:1") == .claimed)
        try backlog.review(original, draft: "https://example.org/ban-thao", by: "key:a", at: Fixture.instant)
        #expect(try Self.state(backlog, "a:1") == .inReview)
        #expect(throws: TranslationError.notVietnamese(try Self.id("a:2"))) {
            try backlog.publish(original, as: Self.id("a:2"), by: "key:b", at: Fixture.instant)
        }
        try backlog.publish(original, as: Self.id("a:vi"), by: "key:b", at: Fixture.instant)
        let entry = try #require(try backlog.entry(original, at: Fixture.instant))
        #expect(entry.state == .published && entry.isTranslationOffered && entry.draft == nil)
        #expect(try store.related(to: [original]).first?.target == .resource(Self.id("a:vi")))
        #expect(throws: TranslationError.alreadyTranslated(original, by: try Self.id("a:vi"))) {
            try backlog.want(original, for: "example", by: "key:a", at: Fixture.instant)
        }
        let log = try store.read { try AuditLog.entries(about: "resource:a:1", limit: 20, in: $0) }
        #expect(
            log.map(\.change.action).reversed() == ["want", "claim", "review", "publish"].map { "translation." + $0 })
    }

    @Test(
        "what may not be translated, or need not be, never enters, with the reason",
        arguments: ["a:nd", "a:unknown", "a:vi", "a:which", "a:none"])
    func refused(id: String) throws {
        let (_, backlog) = try Self.catalogue()
        let error = #expect(throws: TranslationError.self) {
            try backlog.want(Self.id(id), for: "example", by: "command", at: Fixture.instant)
        }
        let reasons = [
            "a:nd": "CC BY-ND 4.0", "a:unknown": "Chưa rõ giấy phép", "a:vi": "đã là tiếng Việt",
            "a:which": "Chưa rõ", "a:none": "không có học liệu",
        ]
        #expect(error?.message.vietnamese.contains(reasons[id] ?? "?") == true)
        #expect(try backlog.entries(at: Fixture.instant).isEmpty)
    }

    @Test(
        "a licence that becomes ND throws the entry out wherever it stands, with a notice; an open one lets it in again",
        arguments: [0, 1, 2])
    func thrownOut(steps: Int) throws {
        let (store, backlog) = try Self.catalogue()
        let original = try Self.id("a:1")
        try backlog.want(original, for: "example", by: "command", at: Fixture.instant)
        if steps > 0 { try backlog.claim(original, for: "example", until: Self.day(9), by: "c", at: Fixture.instant) }
        if steps > 1 { try backlog.review(original, by: "c", at: Fixture.instant) }
        try store.add([Self.english("a:1", licence: "CC-BY-ND-4.0")])
        let entry = try #require(try backlog.entry(original, at: Fixture.instant))
        #expect(entry.state == .excluded && entry.excludedBy == "CC-BY-ND-4.0")
        #expect(entry.institution == (steps > 0 ? "example" : nil))
        let last = try #require(
            try store.read { try AuditLog.entries(about: "resource:a:1", limit: 1, in: $0) }.first)
        #expect(last.change.action == "translation.exclude" && last.change.actor == "catalogue")
        #expect(throws: TranslationError.self) {
            try backlog.claim(original, for: "example", until: Self.day(9), by: "c", at: Fixture.instant)
        }
        try store.add([Self.english("a:1")])
        try backlog.want(original, for: "example", by: "command", at: Fixture.instant)
        #expect(try Self.state(backlog, "a:1") == .wanted)
    }

    @Test("a register of licences that changes its mind is followed")
    func licenceRegister() throws {
        let (store, backlog) = try Self.catalogue()
        try backlog.want(Self.id("a:1"), for: "example", by: "command", at: Fixture.instant)
        try store.write { try $0.execute(sql: "UPDATE licence SET openness = 'C' WHERE code = 'CC-BY-4.0'") }
        #expect(try backlog.tidy(at: Fixture.instant) == 1)
        #expect(try Self.state(backlog, "a:1") == .excluded)
        #expect(try backlog.tidy(at: Fixture.instant) == 0)
    }

    @Test("a claim that lapses makes the entry wanted again, for everybody")
    func lapse() throws {
        let (store, backlog) = try Self.catalogue()
        let original = try Self.id("a:1")
        try backlog.want(original, for: "example", by: "command", at: Fixture.instant)
        try backlog.claim(original, for: "example", until: Self.day(10), by: "command", at: Fixture.instant)
        #expect(try Self.state(backlog, "a:1", at: Self.later(10)) == .claimed)
        let lapsed = try #require(try backlog.entry(original, at: Self.later(11)))
        #expect(lapsed.state == .wanted && lapsed.hasLapsed && lapsed.institution == nil)
        #expect(throws: TranslationError.notClaimed(original)) {
            try backlog.review(original, by: "command", at: Self.later(11))
        }
        try backlog.claim(original, for: "example", until: Self.day(40), by: "command", at: Self.later(12))
        #expect(try Self.state(backlog, "a:1", at: Self.later(12)) == .claimed)
        let actions = try store.read { try AuditLog.entries(about: "resource:a:1", limit: 9, in: $0) }
            .map(\.change.action)
        #expect(actions.contains("translation.lapse"))
    }

    @Test("only who has it may go on with it; another institution is told who and until when")
    func claimedByAnother() throws {
        let (store, backlog) = try Self.catalogue()
        var reference = Self.reference()
        reference.registers = Registers(
            institutions: [
                Institution(id: "example", name: "A", type: "university"),
                Institution(id: "khac", name: "B", type: "university"),
            ], territories: [])
        try store.replaceReferenceData(with: reference)
        let original = try Self.id("a:1")
        #expect(throws: TranslationError.notInBacklog(original)) {
            try backlog.claim(original, for: "example", until: Self.day(1), by: "c", at: Fixture.instant)
        }
        try backlog.want(original, for: "khac", by: "c", at: Fixture.instant)
        try backlog.claim(original, for: "example", until: Self.day(5), by: "c", at: Fixture.instant)
        #expect(
            throws: TranslationError.claimedByAnother(original, institution: "example", until: try Self.day(5))
        ) { try backlog.claim(original, for: "khac", until: Self.day(9), by: "c", at: Fixture.instant) }
        #expect(throws: TranslationError.unknownInstitution("none")) {
            try backlog.claim(original, for: "none", until: Self.day(9), by: "c", at: Fixture.instant)
        }
        try backlog.claim(original, for: "example", until: Self.day(20), by: "c", at: Fixture.instant)
        try backlog.release(original, by: "c", at: Fixture.instant)
        try backlog.claim(original, for: "khac", until: Self.day(9), by: "c", at: Fixture.instant)
        #expect(try backlog.entries(of: "khac", at: Fixture.instant).count == 1)
    }

    @Test(
        "a claim's day is a day from today to two years on",
        arguments: ["", "2020-01-01", "2026", "hôm nay", "2999-01-01"])
    func badDay(day: String) throws {
        let (_, backlog) = try Self.catalogue()
        try backlog.want(Self.id("a:1"), for: "example", by: "c", at: Fixture.instant)
        #expect(throws: TranslationError.badDay(day)) {
            try backlog.claim(Self.id("a:1"), for: "example", until: day, by: "c", at: Fixture.instant)
        }
    }

    @Test("each institution counts once; the most wanted comes first; small counts are forgotten")
    func demand() throws {
        let (store, backlog) = try Self.catalogue()
        let (first, second) = (try Self.id("a:1"), try Self.id("a:2"))
        #expect(throws: TranslationError.unknownInstitution("nope")) {
            try backlog.want(first, for: "nope", by: "c", at: Fixture.instant)
        }
        for _ in 0..<3 { try backlog.want(first, for: "example", by: "c", at: Fixture.instant) }
        for name in ["key:a", "key:b"] { try backlog.want(second, for: name, by: name, at: Fixture.instant) }
        #expect(try backlog.entries(at: Fixture.instant).map(\.original.id) == [second, first])
        #expect(try backlog.entry(first, at: Fixture.instant)?.demand.wishes == 1)
        try backlog.setDemand(
            [
                TranslationDemand.Figure(original: "a:1", source: .queries, count: 25),
                TranslationDemand.Figure(original: "a:1", source: .uses, count: 9),
                TranslationDemand.Figure(original: "a:2", source: .queries, count: 9),
            ], at: Fixture.instant)
        #expect(try backlog.entries(at: Fixture.instant).map(\.original.id) == [first, second])
        let demand = try #require(try backlog.entry(first, at: Fixture.instant)?.demand)
        #expect(demand.queries == 25 && demand.uses == 0 && demand.score == 3.5)
        let kept = try store.read { try Int.fetchOne($0, sql: "SELECT min(count) FROM translationDemand") }
        #expect(kept == 25)
        try backlog.setDemand(
            [TranslationDemand.Figure(original: "a:2", source: .queries, count: 10)], at: Fixture.instant)
        #expect(try backlog.entry(first, at: Fixture.instant)?.demand.queries == 0)
    }

    @Test("what is in demand and not asked for is named, the most wanted first; asked for, it is an entry")
    func candidates() throws {
        let (_, backlog) = try Self.catalogue()
        try backlog.setDemand(
            [
                TranslationDemand.Figure(original: "a:1", source: .uses, count: 40),
                TranslationDemand.Figure(original: "a:2", source: .queries, count: 25),
                TranslationDemand.Figure(original: "a:nowhere", source: .queries, count: 99),
            ], at: Fixture.instant)
        #expect(try backlog.candidates().map(\.original.id.rawValue) == ["a:2", "a:1"])
        #expect(try backlog.candidates(limit: 1).count == 1)
        try backlog.want(Self.id("a:2"), for: "example", by: "c", at: Fixture.instant)
        #expect(try backlog.candidates().map(\.original.id.rawValue) == ["a:1"])
        #expect(try backlog.entry(Self.id("a:2"), at: Fixture.instant)?.demand.queries == 25)
        try backlog.setDemand([], at: Fixture.instant)
        #expect(try backlog.candidates().isEmpty)
    }

    @Test("a wish taken back by the last who had it takes the entry with it, unless somebody has begun")
    func unwant() throws {
        let (_, backlog) = try Self.catalogue()
        let original = try Self.id("a:1")
        try backlog.want(original, for: "example", by: "c", at: Fixture.instant)
        try backlog.unwant(original, for: "example", by: "c", at: Fixture.instant)
        #expect(try backlog.entry(original, at: Fixture.instant) == nil)
        #expect(throws: TranslationError.notWanted(original)) {
            try backlog.unwant(original, for: "example", by: "c", at: Fixture.instant)
        }
        try backlog.want(original, for: "example", by: "c", at: Fixture.instant)
        try backlog.claim(original, for: "example", until: Self.day(3), by: "c", at: Fixture.instant)
        try backlog.unwant(original, for: "example", by: "c", at: Fixture.instant)
        #expect(try Self.state(backlog, "a:1") == .claimed)
    }

    @Test("a Vietnamese record that says it translates a wanted original publishes it", arguments: [true, false])
    func stated(isVietnamese: Bool) throws {
        let (store, backlog) = try Self.catalogue()
        try backlog.want(Self.id("a:1"), for: "example", by: "c", at: Fixture.instant)
        try store.add([
            Fixture.resource("b:1", title: "Dịch") {
                $0.languages = Fixture.languages(isVietnamese ? "vi" : "km")
                $0.translationOfWork = ["https://example.org/a:1"]
            }
        ])
        let entry = try #require(try backlog.entry(Self.id("a:1"), at: Fixture.instant))
        #expect(entry.state == (isVietnamese ? .published : .wanted))
        #expect(entry.translation?.rawValue == (isVietnamese ? "b:1" : nil))
    }

    @Test("drafts are addresses, notes are short")
    func inputs() throws {
        let (_, backlog) = try Self.catalogue()
        let original = try Self.id("a:1")
        #expect(throws: TranslationError.longNote(limit: 1_000)) {
            try backlog.want(
                original, for: "example", note: String(repeating: "a", count: 1_001), by: "c", at: Fixture.instant)
        }
        try backlog.want(original, for: "example", by: "c", at: Fixture.instant)
        try backlog.claim(original, for: "example", until: Self.day(3), by: "c", at: Fixture.instant)
        for draft in ["javascript:alert(1)", "a:2", "", "ftp://example.org"] {
            #expect(throws: TranslationError.badAddress(draft)) {
                try backlog.review(original, draft: draft, by: "c", at: Fixture.instant)
            }
        }
        #expect(try Self.state(backlog, "a:1") == .claimed)
    }
}
