import CatalogueModel
import CatalogueStore
import GRDB
import TestSupport
import Testing

@Suite("Checking a catalogue")
struct CheckTests {
    @Test(
        "finds what was tampered with",
        arguments: [
            "UPDATE learningResource SET record = replace(record, 'Tài', 'Tải')",
            "UPDATE learningResource SET title = 'khác' WHERE rowID = 1",
            "DELETE FROM searchFacet1 WHERE resource = 1",
            "INSERT INTO searchTerms1 (rowid, titleExact) VALUES (99, 'extra')",
            "INSERT INTO searchTerms1 (searchTerms1) VALUES ('delete-all')",
            "UPDATE learningResource SET version = 2 WHERE rowID = 1",
            "DELETE FROM changeLog", "UPDATE meta SET value = '0' WHERE key = 'analysisVersion'",
            "UPDATE concept SET code = 'x' WHERE code = '083'",
            "DELETE FROM searchSegment1", "INSERT INTO searchTombstone1 VALUES (1, 1000)",
            "UPDATE searchState1 SET version = 0",
        ])
    func tampered(sql: String) throws {
        let store = try CatalogueStore.containing(
            Fixture.resource("example:1") { $0.subjects = ["083"] }, Fixture.resource("example:2"))
        #expect(try store.check().isWell)
        try store.write { try $0.execute(sql: sql) }
        #expect(try !store.check().isWell, "\(sql)")
    }
}
