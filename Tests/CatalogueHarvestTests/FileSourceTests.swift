import CatalogueHarvest
import CatalogueModel
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Sources that are files", .serialized, .timeLimit(.minutes(10)))
struct FileSourceTests {
    private func line(_ number: Int, _ title: String? = nil) -> String {
        """
        {"identifier": "\(number)", "name": "\(title ?? "Bài \(number)")", "url": "https://truong.example/\(number)", "inLanguage": "vi"}
        """
    }

    private func lines(_ numbers: some Sequence<Int>) -> String { numbers.map { line($0) }.joined(separator: "\n") }

    private func serving(
        _ paths: [String] = ["/a.jsonl"],
        _ use: @Sendable (Harvests, WebSite) async throws -> Void
    ) async throws {
        let harvests = try Harvests()
        let files = WebSite()
        try await files.serving { server in
            try harvests.register(paths.map { server.url + $0 }, as: .file)
            try await use(harvests, files)
        }
    }

    private func id(_ number: Int) -> String { "example:\(number)" }

    @Test("a file that has not changed is not sent again; one that changed changes what it changed")
    func changes() async throws {
        try await serving { harvests, files in
            files.put("/a.jsonl", "application/jsonl", lines(0..<30))
            let first = try await harvests.run()
            #expect(first.verdict == .success && first.counts.added == 30 && first.run.kind == .full)
            harvests.time.pass(.seconds(86_400))
            let before = try harvests.everything().filter { $0.hasPrefix("learningResource") }
            let second = try await harvests.run()
            #expect(second.verdict == .success && second.counts.read == 0 && second.codes == ["unchanged"])
            #expect(files.asked() == ["200 /a.jsonl", "304 /a.jsonl"])
            #expect(try harvests.everything().filter { $0.hasPrefix("learningResource") } == before)
            files.put(
                "/a.jsonl", "application/jsonl",
                lines((0..<30).filter { $0 != 7 && $0 != 9 }) + "\n" + line(99) + "\n"
                    + line(3, "Bài ba, bản mới"))
            let third = try await harvests.run()
            #expect(third.verdict == .success && third.counts.withdrawn == 0 && third.counts.added == 1)
            #expect(third.codes == ["missing-once"] && third.counts.addsUp)
            // The file says the same the next time: then it is meant.
            let fourth = try await harvests.run()
            #expect(fourth.verdict == .success && fourth.counts.withdrawn == 2 && fourth.counts.addsUp)
            #expect(try await harvests.run().counts.read == 0)
            #expect(Set(try harvests.withdrawn().keys) == [id(7), id(9)])
            #expect(try harvests.titles()[id(3)] == "Bài ba, bản mới" && harvests.titles().count == 29)
        }
    }

    @Test("a server without validators sends the same bytes: nothing is read")
    func sameBytes() async throws {
        let harvests = try Harvests()
        let text = lines(0..<10)
        try await LoopbackServer.answering { _ in
            [.answer(200, [("Content-Type", "application/json")], text: text)]
        } _: { server in
            try await harvests.register([server.url + "/x"], as: .file).run()
            #expect(try await harvests.run().codes == ["unchanged"])
        }
    }

    @Test("a record may move between the files of a source; only what none of them has is gone")
    func severalFiles() async throws {
        try await serving(["/a.jsonl", "/b.jsonl"]) { harvests, files in
            files.put("/a.jsonl", "application/jsonl", lines(0..<10))
            files.put("/b.jsonl", "application/jsonl", lines(10..<20))
            let first = try await harvests.run()
            #expect(first.counts.added == 20)
            files.put("/a.jsonl", "application/jsonl", lines(0..<8))
            try await harvests.run()
            #expect(try await harvests.run().counts.withdrawn == 2)
            #expect(Set(try harvests.withdrawn().keys) == [id(8), id(9)])
            files.put("/a.jsonl", "application/jsonl", lines(0..<5))
            files.put("/b.jsonl", "application/jsonl", lines(5..<20))
            for _ in 0..<2 { #expect(try await harvests.run().counts.withdrawn == 0) }
            #expect(try harvests.titles().count == 20)
        }
    }

    @Test("a file that is not there withdraws nothing, nor does one that came in part or damaged", arguments: 0..<5)
    func damage(kind: Int) async throws {
        try await serving { harvests, files in
            files.put("/a.jsonl", "application/jsonl", lines(0..<12))
            try await harvests.run()
            let text = lines((0..<12).filter { $0 != 4 })
            switch kind {
            case 0: files.remove("/a.jsonl")
            case 1: files.put("/a.jsonl", "application/jsonl", String(text.dropLast(40)))
            case 2: files.put("/a.jsonl", "text/html", "<!DOCTYPE html><html><body>Bảo trì</body></html>")
            case 3:
                files.put(
                    "/a.jsonl", "application/jsonl", text.replacing("\"identifier\": \"6\"", with: "\"identifier\": "))
            default: files.put("/a.jsonl", "application/jsonl", "")
            }
            let report = try await harvests.run()
            #expect([.failed, .suspicious].contains(report.verdict), "\(report)")
            #expect(try harvests.withdrawn().isEmpty && harvests.titles().count == 12)
            files.put("/a.jsonl", "application/jsonl", text)
            try await harvests.run()
            #expect(try harvests.titles().count == 12)
            #expect(try await harvests.run().counts.withdrawn == 1)
            #expect(try harvests.titles().count == 11)
        }
    }

    @Test(
        "a mapping brings the columns of the institution into ours; one that cannot be read stops the harvest, and only it"
    )
    func mapping() async throws {
        let mapping = """
            name: Danh mục thử
            format: csv
            publisher: { identifier: example, name: Trường Thử }
            fields:
              identifier: ma
              name: ten
              url: "https://truong.example/{ma}"
            """
        let harvests = try Harvests()
        try await LoopbackServer.answering { _ in
            [.answer(200, [("Content-Type", "application/octet-stream")], text: "ma,ten\n1,Bài một\n2,Bài hai\n")]
        } _: { server in
            try harvests.register([server.url + "/tai-ve"], as: .file) { $0.mapping = mapping }
            let report = try await harvests.run()
            #expect(report.verdict == .success, "\(report)")
            #expect(try harvests.titles() == [id(1): "Bài một", id(2): "Bài hai"])
            try harvests.register([server.url + "/tai-ve"], as: .file) { $0.mapping = "fields: [" }
            let broken = try await harvests.run { $0.isFull = true }
            #expect(broken.verdict == .failed && broken.run.endedBy?.code == "unusable-mapping")
            #expect(try harvests.state().lease == nil)
        }
    }

    @Test("a file of a format nobody knows is refused with words")
    func unknownFormat() async throws {
        let harvests = try Harvests()
        try await LoopbackServer.answering { _ in
            [.answer(200, [("Content-Type", "application/octet-stream")], text: "???")]
        } _: { server in
            let report = try await harvests.register([server.url + "/x"], as: .file).run()
            #expect(report.verdict == .failed && report.run.endedBy?.code == "unknown-format")
        }
    }
}
