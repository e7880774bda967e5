import CatalogueStore
import Foundation
import Publishing
import TestSupport
import Testing

@Suite("Signing in to the pages")
struct SignInTests {
    private static func store() throws -> CatalogueStore {
        try CatalogueStore.containing(Fixture.resource("example:1"))
    }

    @Test("With a key one is signed in, sees it on every page, and is signed out for good")
    func signIn() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = SignedInBrowser(service)
            let answer = try await browser.submit(to: "/sign-in", ["key": key])
            #expect(answer.status == 303 && answer.headers["location"] == "/")
            let cookie = try #require(answer.headers["set-cookie"])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Secure"))
            for path in ["/", "/search?q=a", "/resources/example:1", "/sources", "/none"] {
                let page = try await browser.open(path)
                #expect(page.text.contains("Đang đăng nhập:") && page.text.contains("người công bố"), "\(path)")
                #expect(page.headers["cache-control"] == "no-store", "\(path)")
            }
            #expect(try await browser.submit(to: "/sign-out", from: "/", [:]).status == 303)
            #expect(try await !browser.open("/").text.contains("Đang đăng nhập:"))
            // The cookie itself is worth nothing any more.
            let value = try #require(cookie.firstMatch(of: /hoclieu-session=([^;]*)/)).1
            let again = try await service.answer("/", headers: ["Cookie": "hoclieu-session=\(value)"])
            #expect(!again.text.contains("Đang đăng nhập:"))
        }
    }

    @Test("Behind https the cookie is sent by https only")
    func secure() async throws {
        let store = try Self.store()
        let key = try store.key(.curator)
        try await RunningService.serving(store) { service in
            let page = try await service.answer("/sign-in", headers: ["X-Forwarded-Proto": "https"])
            #expect(page.headers["set-cookie"]?.contains("Secure") == true)
            let token = try #require(page.text.firstMatch(of: /name="formToken" value="([^"]*)"/)).1
            let cookie = try #require(page.headers["set-cookie"]?.firstMatch(of: /hoclieu-form=[^;]*/)).0
            let answer = try await service.answer(
                "/sign-in", method: "POST",
                headers: [
                    "X-Forwarded-Proto": "https", "Cookie": String(cookie),
                    "Content-Type": "application/x-www-form-urlencoded",
                ], body: Data("formToken=\(token)&key=\(key)".utf8))
            #expect(answer.headers["set-cookie"]?.contains("Secure") == true)
        }
    }

    @Test("A wrong, expired or revoked key signs nobody in and is told so; ten failures are enough for a while")
    func failures() async throws {
        let store = try Self.store()
        let expired = try store.key(.curator, days: 1)
        let time = TestTime()
        time.pass(.seconds(86_400))
        try await RunningService.serving(store, clock: { time.now }) { service in
            let browser = SignedInBrowser(service)
            let late = try await browser.submit(to: "/sign-in", ["key": expired])
            #expect(late.status == 422 && late.text.contains("Khóa đã hết hạn ngày 2023-11-15"))
            for _ in 0..<9 {
                let answer = try await browser.submit(to: "/sign-in", ["key": "<script>alert(1)</script>"])
                #expect(answer.status == 422 && answer.text.contains("role=\"alert\""))
                #expect(!answer.text.contains("<script>alert"))
            }
            let refused = try await browser.submit(to: "/sign-in", ["key": expired])
            #expect(refused.status == 429 && refused.headers["retry-after"] == "900")
            time.pass(.seconds(901))
            #expect(try await browser.submit(to: "/sign-in", ["key": expired]).status == 422)
        }
    }

    @Test(
        "After signing in one goes on to the page one came from, and to no other site",
        arguments: [
            ("/resources/example:1", "/resources/example:1"), ("https://evil.example", "/"), ("//evil.example", "/"),
            ("/\\evil.example", "/"), ("/a\r\nSet-Cookie: x=1", "/"), ("javascript:alert(1)", "/"),
        ])
    func next(given: String, gone: String) async throws {
        let store = try Self.store()
        let key = try store.key(.curator)
        try await RunningService.serving(store) { service in
            let answer = try await SignedInBrowser(service).submit(to: "/sign-in", ["key": key, "next": given])
            #expect(answer.headers["location"] == gone)
        }
    }

    @Test("A form without the token, with another's, or from another site changes nothing")
    func forgery() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let browser = try await SignedInBrowser(service, key: key)
            let other = try await SignedInBrowser(service, key: key)
            let foreign = try await other.open("/").text
            let token = try #require(foreign.firstMatch(of: /name="formToken" value="([^"]*)"/)).1
            let type = "application/x-www-form-urlencoded"
            for body in ["", "formToken=", "formToken=\(token)", "formToken=x&formToken=\(token)"] {
                #expect(try await browser.post("/sign-out", body: Data(body.utf8), type: type).status == 403)
            }
            let own = try await browser.open("/").text
            let good = try #require(own.firstMatch(of: /name="formToken" value="([^"]*)"/)).1
            for headers in [
                ["Origin": "https://evil.example"], ["Origin": "null"], ["Sec-Fetch-Site": "cross-site"],
                ["Sec-Fetch-Site": "same-site"], ["Origin": "http://127.0.0.1:1"],
            ] {
                let answer = try await browser.post(
                    "/sign-out", body: Data("formToken=\(good)".utf8), type: type, headers: headers)
                #expect(answer.status == 403, "\(headers)")
            }
            #expect(try await browser.open("/").text.contains("Đang đăng nhập:"))
            let answer = try await browser.post(
                "/sign-out", body: Data("formToken=\(good)".utf8), type: type,
                headers: ["Origin": "http://127.0.0.1:\(service.port)", "Sec-Fetch-Site": "same-origin"])
            #expect(answer.status == 303)
        }
    }

    @Test("What is no form, is damaged, or is too large is refused before it is looked at")
    func damaged() async throws {
        try await RunningService.serving(Self.store()) { service in
            let browser = SignedInBrowser(service)
            let multipart = "multipart/form-data; boundary=x"
            for (type, body, status) in [
                ("application/json", "{}", 415), ("text/plain", "a=b", 415), ("", "", 415),
                (multipart, "", 400), (multipart, "--x", 400), (multipart, "--x\r\n\r\n", 400),
                (multipart, "--x\r\nContent-Disposition: form-data\r\n\r\na\r\n--x--", 400),
                ("multipart/form-data", "--x--", 400), (multipart, "--x--", 403),
                ("application/x-www-form-urlencoded", String(repeating: "a&", count: 3000), 400),
                ("application/x-www-form-urlencoded", String(repeating: "a", count: 600_000), 413),
                ("application/x-www-form-urlencoded", "%00%FF%ZZ=&=&&&", 403),
            ] {
                let answer = try await browser.post("/sign-in", body: Data(body.utf8), type: type)
                #expect(answer.status == status, "\(type) \(body.prefix(40))")
            }
        }
    }

    @Test("A key in the header of an API request is checked, whatever is asked for")
    func bearer() async throws {
        let store = try Self.store()
        let key = try store.key(.publisher)
        try await RunningService.serving(store) { service in
            let path = "/api/v1/resources/example:1"
            #expect(try await service.answer(path, headers: ["Authorization": "Bearer \(key)"]).status == 200)
            for header in ["Bearer hlm_x", "Bearer", "bearer  ", "Bearer \(key)x"] {
                let answer = try await service.answer(path, headers: ["Authorization": header])
                #expect(answer.status == 401 && answer.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
            }
        }
    }

    @Test("An address that takes other methods says which")
    func methods() async throws {
        try await RunningService.serving(Self.store()) { service in
            let get = try await service.answer("/sign-out", accept: "text/html")
            #expect(get.status == 405 && get.headers["allow"] == "POST")
            let put = try await service.answer("/sign-in", method: "PUT")
            #expect(put.status == 405 && put.headers["allow"] == "GET, HEAD, POST")
        }
    }
}
