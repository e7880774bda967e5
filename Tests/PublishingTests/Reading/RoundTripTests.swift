import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import RecordFormats
import TestSupport
import Testing

@Suite("What is written is read back")
struct RoundTripTests {
    /// Every record of the Corpus, normalised.
    private static func corpus() throws -> (reference: ReferenceData, resources: [LearningResource]) {
        let reference = try CorpusFolder(Project.corpus).referenceData()
        let reader = DepositReader(reference)
        let folder = URL(fileURLWithPath: Project.corpus + "/Records")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "jsonl" }.sorted { $0.path < $1.path }
        var resources: [LearningResource] = []
        for file in files {
            for row in try reader.rows(
                of: Array(try Data(contentsOf: file)), as: .json, name: file.lastPathComponent, institution: nil)
            {
                if case .resource(let resource, _) = row.content { resources.append(resource) }
            }
        }
        return (reference, resources)
    }

    @Test("The values of a resource, normalised, are the resource")
    func fields() throws {
        let (reference, resources) = try Self.corpus()
        #expect(resources.count > 100)
        let reader = DepositReader(reference)
        for resource in resources {
            let row = reader.row(of: ResourceFields(resource).values, institution: nil)
            guard case .resource(let again, let needsIdentifier) = row.content else {
                Issue.record("\(resource.id): \(row.problems)")
                continue
            }
            #expect(again == resource && !needsIdentifier, "\(resource.id)")
        }
    }

    @Test("A table written for people, read back, is the same resources")
    func table() throws {
        let (reference, resources) = try Self.corpus()
        var writer = CSVWriter(ResourceFields.order)
        for resource in resources { writer.write(ResourceFields(resource).values) }
        let rows = try DepositReader(reference).rows(
            of: SpreadsheetText(writer.bytes).bytes, as: .table(nil), name: "t.csv", institution: nil)
        #expect(rows.count == resources.count)
        for (row, resource) in zip(rows, resources) {
            guard case .resource(let again, _) = row.content else {
                Issue.record("\(resource.id): \(row.problems)")
                continue
            }
            #expect(
                ResourceFields(resource).differences(from: ResourceFields(again)).isEmpty,
                "\(ResourceFields(resource).differences(from: ResourceFields(again)))")
        }
    }

    @Test(
        "What a spreadsheet program would compute is written as text and read back as it was",
        arguments: ["=1+1", "@x", "+a", "-b", "=HYPERLINK(\"x\",\"y\")", "'=x", "a, b", "dòng\nhai", "\"trích\""])
    func formulas(title: String) throws {
        var writer = CSVWriter([.name, .url])
        writer.write([.name: [title], .url: ["https://example.org/1"]])
        let text = String(decoding: writer.bytes, as: UTF8.self)
        let line = try #require(text.split(separator: "\r\n").last)
        #expect(!FormulaCell.isFormula(String(line.drop { $0 == "\"" })))
        let row = try DepositReader(Fixture.reference).rows(
            of: SpreadsheetText(writer.bytes).bytes, as: .table(nil), name: "t.csv", institution: "example")[0]
        guard case .resource(let resource, _) = row.content else {
            Issue.record("\(row)")
            return
        }
        #expect(resource.title == title.replacing("\n", with: " ") || resource.title == title)
    }
}
