package import CatalogueStore
package import Foundation
package import Publishing

/// Opens pages and sends forms as a browser does: keeps cookies and sends what the page's form carries.
package actor SignedInBrowser {
    private let service: RunningService
    private var cookies: [String: String] = [:]

    package init(_ service: RunningService) {
        self.service = service
    }

    /// A browser in which the holder of `key` has signed in.
    package init(_ service: RunningService, key: String) async throws {
        self.service = service
        _ = try await submit(to: "/sign-in", ["key": key])
    }

    package func open(_ path: String) async throws -> RunningService.Answer {
        let answer = try await service.answer(path, accept: "text/html", headers: headers)
        keep(answer)
        return answer
    }

    /// Opens the page at `page` (that of `path` where nil), and sends a form of its to `path` with `fields`.
    @discardableResult
    package func submit(
        to path: String, from page: String? = nil, _ fields: KeyValuePairs<String, String>
    ) async throws -> RunningService.Answer {
        try await submit(to: path, from: page, fields: fields.map { ($0.key, $0.value) })
    }

    @discardableResult
    package func submit(
        to path: String, from page: String? = nil, fields: [(String, String)]
    ) async throws -> RunningService.Answer {
        let form = try await open(page ?? path)
        let token = Self.token(in: form.text)
        let body = ([("formToken", token ?? "")] + fields)
            .map { Self.encoded($0.0) + "=" + Self.encoded($0.1) }.joined(separator: "&")
        return try await post(path, body: Data(body.utf8), type: "application/x-www-form-urlencoded")
    }

    /// Opens the page at `page` and sends a file with `fields` to `path`.
    @discardableResult
    package func upload(
        _ content: Data, named name: String, field: String, to path: String, from page: String? = nil,
        _ fields: KeyValuePairs<String, String> = [:]
    ) async throws -> RunningService.Answer {
        let form = try await open(page ?? path)
        let boundary = "----hoclieu-test-boundary"
        var body = Data()
        for (name, value) in [("formToken", Self.token(in: form.text) ?? "")] + fields.map({ ($0.key, $0.value) }) {
            body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Data(
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: text/csv\r\n\r\n"
                .utf8)
        body += content + Data("\r\n--\(boundary)--\r\n".utf8)
        return try await post(path, body: body, type: "multipart/form-data; boundary=\(boundary)")
    }

    /// Sends `body` as it stands, with the cookies held.
    package func post(
        _ path: String, body: Data, type: String, headers more: [String: String] = [:]
    ) async throws -> RunningService.Answer {
        let answer = try await service.answer(
            path, method: "POST", accept: "text/html",
            headers: headers.merging(["Content-Type": type]) { $1 }.merging(more) { $1 }, body: body)
        keep(answer)
        return answer
    }

    private var headers: [String: String] {
        cookies.isEmpty ? [:] : ["Cookie": cookies.map { "\($0.key)=\($0.value)" }.sorted().joined(separator: "; ")]
    }

    private func keep(_ answer: RunningService.Answer) {
        guard let header = answer.headers["set-cookie"] else { return }
        for match in header.matches(of: /(hoclieu-[a-z]+)=([^;, ]*)([^,]*)/) {
            cookies[String(match.1)] = match.3.contains("Max-Age=0") ? nil : String(match.2)
        }
    }

    private static func token(in page: String) -> String? {
        page.firstMatch(of: /name="formToken" value="([^"]*)"/).map { String($0.1) }
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }
}

extension CatalogueStore {
    /// A key of the catalogue, for tests; made at the fixture's instant.
    package func key(_ role: Role, of institution: String? = nil, territory: String? = nil, days: Int = 30) throws
        -> String
    {
        var generator = SystemRandomNumberGenerator()
        let request = KeyRequest(
            name: "\(role.rawValue) \(institution ?? territory ?? "") \(UInt32.random(in: 0 ... .max))", role: role,
            institution: role == .publisher ? institution ?? "example" : nil,
            territory: role == .official ? territory ?? "example-district" : nil, days: days)
        return try AccessKeys(self).create(request, by: "command", at: Fixture.instant, using: &generator).secret.text
    }
}
