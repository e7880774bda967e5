import Foundation
import TestSupport
import Testing

@Suite("A museum's spreadsheet, uploaded in a real browser")
struct UploadInBrowserTests {
    /// 2,685 rows, one of them without a title.
    @Test("2,685 recordings go in through the page but for one without a title; a second upload adds nothing")
    func nationalGallery() async throws {
        guard let shared = Project.sharedData else {
            print("skipped: ../shared/data is not here")
            return
        }
        let folder = try TemporaryFolder()
        let hoclieu = CommandLineProgram.hoclieu
        let record = try folder.file(
            "a.jsonl",
            "{\"identifier\":\"example:1\",\"name\":\"A\",\"url\":\"https://example.org/1\",\"publisher\":\"example\"}\n"
        )
        _ = try hoclieu.run("ingest", record, "--data", folder.path, "--corpus", Project.corpus)
        let museum = "national-gallery-of-art"
        let key = try hoclieu.run(
            "key", "create", "Bảo tàng", "--role", "publisher", "--institution", museum, "--data", folder.path
        ).output.trimmingCharacters(in: .whitespacesAndNewlines)
        _ = try hoclieu.run("trust", museum, "--data", folder.path)
        let output = try folder.file("output", "")
        let process = try hoclieu.start(
            ["serve", "--port", "0", "--without-harvests", "--data", folder.path], output: output,
            errors: try folder.file("errors", ""))
        defer {
            kill(process.processIdentifier, SIGTERM)
            process.waitUntilExit()
        }
        let site = try await address(in: output)
        let browser = try Chromium()
        try browser.open(site + "/sign-in?next=/deposit/upload")
        try browser.go(
            "document.getElementById('key').value = '\(key)'; document.querySelector('form.fields').submit()")
        let first = try upload(shared, in: browser)
        #expect(first.contains("2.684") && first.contains("Thiếu giá trị bắt buộc"), "\(first.prefix(2000))")
        try browser.go("document.querySelector('form[action*=confirm] button').click()")
        let done = try browser.evaluate("document.querySelector('main').innerText")
        #expect(done.contains("Đã ghi.") && done.contains("2.684"), "\(done.prefix(500))")
        let found = try hoclieu.run("search", "vermeer", "--limit", "1", "--data", folder.path).output
        #expect(found.contains("National Gallery") || found.contains("Phòng tranh"), "\(found)")
        try browser.open(site + "/deposit/upload")
        let second = try upload(shared, in: browser)
        #expect(second.contains("đã có, giữ nguyên") && !second.contains("sẽ thêm"), "\(second.prefix(500))")
        #expect(try hoclieu.run("check", "--data", folder.path).status == 0)
    }

    /// Sends the table with its mapping; returns what the report says.
    private func upload(_ shared: String, in browser: Chromium) throws -> String {
        try browser.choose(shared + "/records/nga/media_items.csv", in: "#file")
        try browser.choose(Project.corpus + "/Mappings/nga.yaml", in: "#mapping")
        try browser.go("document.querySelector('form[enctype]').submit()")
        return try browser.evaluate("document.querySelector('main').innerText")
    }

    private func address(in output: String) async throws -> String {
        for _ in 0..<300 {
            try await Task.sleep(for: .milliseconds(100))
            let said = try String(contentsOfFile: output, encoding: .utf8)
            if let match = said.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+/) { return String(match.0) }
        }
        throw CocoaError(.fileReadUnknown)
    }
}
