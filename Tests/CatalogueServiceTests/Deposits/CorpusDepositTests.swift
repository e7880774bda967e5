import CatalogueModel
import CatalogueStore
import Foundation
import Publishing
import RecordFormats
import TestSupport
import Testing

@Suite("A hundred resources of the Corpus")
struct CorpusDepositTests {
    /// Records as they stand in the Corpus: the line, and what it says.
    private static func records() throws -> (reference: ReferenceData, [(line: String, resource: LearningResource)]) {
        let reference = try CorpusFolder(Project.corpus).referenceData()
        let reader = DepositReader(reference)
        let folder = Project.corpus + "/Records"
        var records: [(line: String, resource: LearningResource)] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        where file.hasSuffix(".jsonl") {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            for line in text.split(separator: "\n") {
                let rows = try reader.rows(of: Array(line.utf8), as: .json, name: file, institution: nil)
                guard case .resource(let resource, _) = rows.first?.content else { continue }
                records.append((String(line), resource))
            }
        }
        // Every third: from all institutions.
        let chosen = records.enumerated().filter { $0.offset.isMultiple(of: 3) }.map(\.element).prefix(100)
        return (reference, Array(chosen))
    }

    @Test("are deposited by API, form and table, changed, withdrawn and restored, and say the same in the end")
    func life() async throws {
        let (reference, records) = try Self.records()
        #expect(records.count == 100)
        let store = try CatalogueStore()
        try store.replaceReferenceData(with: reference)
        let key = try store.key(.curator)
        try await RunningService.serving(store) { service in
            let headers = ["Authorization": "Bearer \(key)", "Content-Type": "application/json"]
            let browser = try await SignedInBrowser(service, key: key)
            var deposited: [(id: String, resource: LearningResource)] = []
            for (line, resource) in records[..<34] {
                let answer = try await service.answer(
                    "/api/v1/resources", method: "POST", headers: headers, body: Data(line.utf8))
                #expect(answer.status == 201, "\(answer.text)")
                deposited.append((resource.id.rawValue, resource))
            }
            for (_, resource) in records[34..<67] {
                let answer = try await browser.submit(to: "/deposit", fields: Self.form(of: resource))
                let location = try #require(answer.headers["location"], "\(answer.text)")
                deposited.append((String(location.dropFirst("/deposits/".count)), resource))
            }
            var table = CSVWriter(ResourceFields.order)
            for (_, resource) in records[67...] { table.write(ResourceFields(resource).values) }
            let report = try await browser.upload(
                Data(table.bytes), named: "t.csv", field: "file", to: "/deposit/upload")
            let upload = try #require(report.text.firstMatch(of: /name="upload" value="([^"]*)"/)).1
            try await browser.submit(to: "/deposit/upload/confirm", from: "/deposit/upload", ["upload": String(upload)])
            deposited += records[67...].map { ($0.resource.id.rawValue, $0.resource) }
            for (id, resource) in deposited {
                try await Self.changeWithdrawRestore(id, resource, service, headers)
            }
            #expect(try store.read { db in try DepositTable.deposits(.init(), limit: 1, in: db).total } == 100)
        }
        #expect(try store.check().isWell)
    }

    private static func changeWithdrawRestore(
        _ id: String, _ resource: LearningResource, _ service: RunningService, _ headers: [String: String]
    ) async throws {
        let path = "/api/v1/resources/" + (id.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
        let made = try await service.answer(path)
        #expect(made.status == 200, "\(id)")
        let before = try made.json()
        #expect(before["name"] as? String == resource.title)
        var changed = before
        changed["name"] = resource.title + " (bản sửa)"
        let put = try await service.answer(
            path, method: "PUT", headers: headers.merging(["If-Match": made.headers["etag"] ?? ""]) { $1 },
            body: try JSONSerialization.data(withJSONObject: changed))
        #expect(put.status == 200, "\(put.text)")
        let gone = try await service.answer(
            path + "?reason=x", method: "DELETE",
            headers: headers.merging(["If-Match": put.headers["etag"] ?? ""]) { $1 })
        #expect(gone.status == 200, "\(gone.text)")
        #expect(try await service.answer(path).status == 410)
        let back = try await service.answer(
            path + "/versions/1/restore", method: "POST",
            headers: headers.merging(["If-Match": gone.headers["etag"] ?? ""]) { $1 })
        #expect(back.status == 200, "\(back.text)")
        let after = try await service.answer(path).json()
        for key in ["name", "url", "description", "license"] {
            #expect(after[key] as? String == before[key] as? String, "\(id) \(key)")
        }
        #expect((after["keywords"] as? [String]) == (before["keywords"] as? [String]))
    }

    /// What a teacher would fill in for a resource.
    private static func form(of resource: LearningResource) -> [(String, String)] {
        let fields = ResourceFields(resource)
        var items = [("action", "send"), ("institution", resource.publisher.id)]
        for field in [SourceField.name, .url, .description, .license, .datePublished, .timeRequired] {
            items += fields[field].prefix(1).map { (field.rawValue, $0) }
        }
        for field in [SourceField.about, .learningResourceType, .educationalLevel, .inLanguage, .audience] {
            items += fields[field].map { (field.rawValue, $0) }
        }
        items.append(("keywords", fields[.keywords].joined(separator: ", ")))
        items.append(("creator", fields[.creator].joined(separator: "\r\n")))
        return items
    }
}
