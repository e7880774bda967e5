import Foundation
import TestSupport
import Testing

@Suite("The shipped Corpus")
struct CorpusTests {
    private static func records() throws -> [[String: Any]] {
        let folder = Project.corpus + "/Records"
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().flatMap { file in
            try String(contentsOfFile: folder + "/" + file, encoding: .utf8).split(whereSeparator: \.isNewline).map {
                try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any], "\(file)")
            }
        }
    }

    @Test("goes in without a refusal or a warning, and the catalogue is sound")
    func ingest() throws {
        let folder = try TemporaryFolder()
        let hoclieu = CommandLineProgram.hoclieu
        let outcome = try hoclieu.run(
            "ingest", Project.corpus, "--data", folder.path, "--corpus", Project.corpus, "--lang", "en")
        #expect(
            outcome.status == 0 && outcome.output.contains("0 refused, 0 warnings"), "\(outcome.errors.prefix(800))")
        #expect(try hoclieu.run("check", "--data", folder.path).status == 0)
    }

    @Test("has the breadth it is meant to have: records, publishers, languages, groups, types")
    func breadth() throws {
        let records = try Self.records()
        #expect(records.count >= 300)
        let publishers = Set(records.compactMap { ($0["publisher"] as? [String: Any])?["identifier"] as? String })
        #expect(publishers.count >= 40)
        let vietnamese = records.count { ($0["inLanguage"] as? [String])?.contains("vi") ?? false }
        #expect(vietnamese * 3 >= records.count, "\(vietnamese) of \(records.count)")
        let register = try Project.text(of: "Corpus/Registers/institutions.csv")
        func hasRecords(from types: [String]) -> Bool {
            register.split(whereSeparator: \.isNewline).contains { line in
                publishers.contains(String(line.prefix { $0 != "," })) && types.contains { line.contains(",\($0),") }
            }
        }
        #expect(hasRecords(from: ["university"]))
        #expect(hasRecords(from: ["college", "vocational", "continuing-education"]))
        #expect(hasRecords(from: ["museum"]) && hasRecords(from: ["library"]))
        let types = Set(records.flatMap { $0["learningResourceType"] as? [String] ?? [] })
        #expect(types.isSuperset(of: ["textbook", "course", "video", "simulation", "image", "data", "lesson_plan"]))
    }

    @Test("every record names its address, its licence and the page its facts were taken from")
    func provenance() throws {
        for record in try Self.records() {
            let name = record["identifier"] as? String ?? "?"
            for key in ["url", "license", "subjectOf"] {
                #expect((record[key] as? String)?.hasPrefix("http") == true, "\(name) \(key)")
            }
            #expect((record["description"] as? String ?? "").count >= 40, "\(name)")
        }
    }

    @Test("the nine districts of 2024 stand in the register with the days on which they began and ended")
    func districts() throws {
        let rows = try Project.text(of: "Corpus/Registers/territories.csv").split(whereSeparator: \.isNewline)
        let districts = rows.filter { $0.contains(",district-") }
        #expect(districts.count == 9)
        #expect(districts.allSatisfy { $0.contains(",can-tho-2004,") && $0.contains(",2025-06-30,can-tho-2025,") })
        #expect(districts.allSatisfy { $0.contains(/,20\d\d-\d\d-\d\d,2025-06-30,/) })
    }
}
