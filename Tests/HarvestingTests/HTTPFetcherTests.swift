import Foundation
import Harvesting
import Synchronization
import TestSupport
import Testing

@Suite("Fetching", .timeLimit(.minutes(2)))
struct HTTPFetcherTests {
    @Test("an answer comes with status, headers, address, digest and body; the request says who asks")
    func answer() async throws {
        let heard = Mutex<LoopbackServer.Request?>(nil)
        try await LoopbackServer.answering { request in
            heard.withLock { $0 = request }
            return [.answer(200, [("Content-Type", "Text/XML; charset=utf-8"), ("ETag", "\"7\"")], text: "học liệu")]
        } _: { server in
            var request = try server.request("/a?b=c d")
            request.accept = "text/xml"
            request.validators = CacheValidators(entityTag: "\"6\"", lastModified: "Sun, 06 Nov 1994 08:49:37 GMT")
            let answer = try await HTTPFetcher.test.fetch(request)
            #expect(answer.status == 200)
            #expect(answer.headers.mediaType == "text/xml")
            #expect(answer.headers.validators == CacheValidators(entityTag: "\"7\""))
            #expect(answer.address.target == "/a?b=c%20d")
            #expect(try answer.body.text == "học liệu")
            #expect(answer.body.digest == "3358dee628b43ac490cc00ec243e2ef804461d37f175a68ca72b2047a390026e")
        }
        let request = try #require(heard.withLock { $0 })
        #expect(request.target == "/a?b=c%20d")
        #expect(request.headers["user-agent"] == "hoclieu/1.0 (+https://hoclieu.example/lien-he)")
        #expect(request.headers["accept"] == "text/xml")
        #expect(request.headers["if-none-match"] == "\"6\"")
        #expect(request.headers["if-modified-since"] == "Sun, 06 Nov 1994 08:49:37 GMT")
    }

    @Test("what has not changed has no body; what is not there is an answer and no success")
    func statuses() async throws {
        try await LoopbackServer.answering { request in
            request.target == "/same" ? [.answer(304)] : [.answer(404, text: "no")]
        } _: { server in
            let same = try await HTTPFetcher.test.fetch(try server.request("/same"))
            #expect(same.isNotModified && same.body.count == 0)
            try same.checkStatus()
            let missing = try await HTTPFetcher.test.fetch(try server.request("/x"))
            #expect(try missing.body.text == "no")
            #expect(throws: FetchError.self) { try missing.checkStatus() }
        }
    }

    @Test("a long body goes through a temporary file and can be read twice", arguments: [100, 70_000, 1_000_000])
    func spooled(memory: Int) async throws {
        let content = (0..<700_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        try await LoopbackServer.answering { _ in
            [.answer(body: content)]
        } _: { server in
            let limits = FetchLimits(bytes: 1 << 20, bytesInMemory: memory, total: .seconds(60))
            let body = try await HTTPFetcher.test.fetch(try server.request("/", limits: limits)).body
            #expect(try body.bytes == content)
            #expect(try body.bytes == content)
            #expect(try body.prefix(10) == Array(content.prefix(10)) && body.suffix(10) == Array(content.suffix(10)))
        }
    }

    @Test("a server that never ends is left at the limit", arguments: [true, false])
    func endless(cutsOff: Bool) async throws {
        try await LoopbackServer.answering { _ in
            [.head(200, []), .endless([UInt8](repeating: 0x61, count: 10_000))]
        } _: { server in
            var limits = FetchLimits(bytes: 1_000_000, bytesInMemory: 1000, total: .seconds(60))
            limits.cutsOff = cutsOff
            let request = try server.request("/", limits: limits)
            if cutsOff {
                let body = try await HTTPFetcher.test.fetch(request).body
                #expect(body.count == 1_000_000 && body.isCutOff)
            } else {
                #expect(await reason { try await HTTPFetcher.test.fetch(request) } == .bodyTooLong(limit: 1_000_000))
            }
        }
    }

    @Test("headers that never end are refused")
    func endlessHeaders() async throws {
        try await LoopbackServer.answering { request in
            let line = "X-Filler: \(String(repeating: "a", count: 1000))\r\n"
            let endless = request.target == "/endless"
            return [
                .bytes(Array("HTTP/1.1 200 OK\r\n".utf8)),
                endless ? .endless(Array(line.utf8)) : .bytes(Array(String(repeating: line, count: 100).utf8)),
                .bytes(Array("Content-Length: 0\r\n\r\n".utf8)),
            ]
        } _: { server in
            for path in ["/endless", "/long"] {
                let request = try server.request(path)
                #expect(await reason { try await HTTPFetcher.test.fetch(request) } == .headersTooLong(limit: 64 << 10))
            }
        }
    }

    @Test("compressed bodies are unpacked; one that swells is stopped; a broken one is refused")
    func compression() async throws {
        let text = String(repeating: "Giáo trình mở. ", count: 5000)
        try await LoopbackServer.answering { request in
            let headers = [("Content-Encoding", request.target == "/odd" ? "br" : "gzip")]
            let packed = Deflated.gzip(Array(text.utf8))
            return switch request.target {
            case "/bomb": [.answer(200, headers, body: Deflated.bomb(200_000_000))]
            case "/cut": [.answer(200, headers, body: packed.dropLast(packed.count / 2))]
            case "/junk": [.answer(200, headers, text: "this is not compressed at all")]
            default: [.answer(200, headers, body: packed)]
            }
        } _: { server in
            #expect(try await HTTPFetcher.test.fetch(try server.request("/")).body.text == text)
            let bomb = try server.request("/bomb", limits: .file)
            #expect(await reason { try await HTTPFetcher.test.fetch(bomb) } == .inflatesTooMuch(limit: 100))
            for path in ["/cut", "/junk", "/odd"] {
                let request = try server.request(path)
                let found = await reason { try await HTTPFetcher.test.fetch(request) }
                #expect(found != nil, "\(path)")
            }
        }
    }

    @Test("a connection cut in the middle is no answer", arguments: [true, false])
    func cut(chunked: Bool) async throws {
        try await LoopbackServer.answering { _ in
            let headers = chunked ? [("Transfer-Encoding", "chunked")] : [("Content-Length", "100")]
            return [.head(200, headers, Array((chunked ? "50\r\n" : "").utf8) + Array("half".utf8))]
        } _: { server in
            let request = try server.request("/")
            #expect(await reason { try await HTTPFetcher.test.fetch(request) } == .connectionLost)
        }
    }

    @Test("silence, dripping and what is no HTTP are told apart")
    func slowness() async throws {
        try await LoopbackServer.answering { request in
            switch request.target {
            case "/silent": [.pause(.seconds(30))]
            case "/stops": [.head(200, [("Content-Length", "9")], [0x61]), .pause(.seconds(30))]
            case "/drips":
                [.head(200, [])] + (0..<600).flatMap { _ in [.bytes([0x61]), .pause(.milliseconds(50))] }
            case "/closes": []
            default: [.bytes(Array("SSH-2.0-OpenSSH_9.2\r\n".utf8))]
            }
        } _: { server in
            var limits = FetchLimits(bytes: 1000, bytesInMemory: 1000, total: .seconds(60))
            limits.idle = .milliseconds(300)
            for path in ["/silent", "/stops"] {
                let request = try server.request(path, limits: limits)
                #expect(await reason { try await HTTPFetcher.test.fetch(request) } == .timedOut(.idle), "\(path)")
            }
            limits.total = .milliseconds(500)
            let drip = try server.request("/drips", limits: limits)
            #expect(await reason { try await HTTPFetcher.test.fetch(drip) } == .timedOut(.total))
            let closes = try server.request("/closes", limits: limits)
            #expect(await reason { try await HTTPFetcher.test.fetch(closes) } == .connectionLost)
            let other = try server.request("/ssh", limits: limits)
            guard case .malformedAnswer? = await reason({ try await HTTPFetcher.test.fetch(other) }) else {
                Issue.record("an SSH server was taken for a web server")
                return
            }
        }
    }

    @Test("what cannot be connected to is told by its kind")
    func connections() async throws {
        try await LoopbackServer.answering { _ in
            [.answer(text: "plain")]
        } _: { server in
            let address = try HTTPAddress("https://127.0.0.1:\(server.port)/")
            let permission = AddressGuard(for: [address], allowsPrivateAddresses: true)
            let request = FetchRequest(address, limits: .page, permission: permission)
            guard case .notSecure? = await reason({ try await HTTPFetcher.test.fetch(request) }) else {
                Issue.record("no TLS was found missing")
                return
            }
        }
        // Nobody may listen below 1024 without being asked to; port 1 is free everywhere.
        let address = try HTTPAddress("http://127.0.0.1:1/")
        let permission = AddressGuard(for: [address], allowsPrivateAddresses: true)
        let closed = FetchRequest(address, limits: .page, permission: permission)
        #expect(await reason { try await HTTPFetcher.test.fetch(closed) } == .connectionRefused)
        let nobody = HTTPFetcher(version: "1", contact: "x", resolver: AddressResolver { _ in [] })
        let unknown = FetchRequest(try HTTPAddress("http://nobody.example/"), limits: .page, permission: permission)
        #expect(await reason { try await nobody.fetch(unknown) } == .unknownHost("nobody.example"))
    }

    @Test("redirects are followed, told and limited")
    func redirects() async throws {
        try await LoopbackServer.answering { request in
            switch request.target {
            case "/loop": [.answer(302, [("Location", "/loop")])]
            case "/bad": [.answer(301, [("Location", "ftp://example.org/")])]
            case "/user": [.answer(301, [("Location", "http://u:p@example.org/")])]
            case "/a/b": [.answer(301, [("Location", "../c?x=1#y")])]
            default: [.answer(text: request.target)]
            }
        } _: { server in
            let answer = try await HTTPFetcher.test.fetch(try server.request("/a/b"))
            #expect(try answer.body.text == "/c?x=1")
            #expect(answer.address.target == "/c?x=1")
            #expect(answer.redirects.map(\.status) == [301] && !answer.redirects.contains { $0.isDowngrade })
            let loop = try server.request("/loop")
            #expect(await reason { try await HTTPFetcher.test.fetch(loop) } == .tooManyRedirects(limit: 5))
            let bad = try server.request("/bad")
            #expect(await reason { try await HTTPFetcher.test.fetch(bad) } == .unusableAddress(.scheme("ftp")))
            let user = try server.request("/user")
            #expect(await reason { try await HTTPFetcher.test.fetch(user) } == .unusableAddress(.credentials))
        }
    }

    @Test(
        "a redirect into a private network is refused, whatever the source may do at home",
        arguments: [
            "http://127.0.0.1/", "http://localhost:8080/", "http://10.0.0.1/", "//169.254.169.254/latest/meta-data",
            "http://[::1]/", "http://0x7f.1/", "http://2130706433:8080/", "http://192.168.1.1:8080/admin",
            "http://127.0.0.1:22/",
        ])
    func redirectInside(location: String) async throws {
        let asked = Mutex(0)
        try await LoopbackServer.answering { _ in
            asked.withLock { $0 += 1 }
            return [.answer(302, [("Location", location)])]
        } _: { server in
            let request = try server.request("/")
            guard case .refusedAddress? = await reason({ try await HTTPFetcher.test.fetch(request) }) else {
                Issue.record("followed to \(location)")
                return
            }
        }
        #expect(asked.withLock { $0 } == 1)
    }

    @Test("the address that was checked is the one connected to: a second look-up never happens")
    func noRebinding() async throws {
        try await LoopbackServer.answering { request in
            [.answer(text: request.headers["host"] ?? "")]
        } _: { server in
            let address = try HTTPAddress("http://repository.example:\(server.port)/")
            let lookups = Mutex(0)
            let fetcher = HTTPFetcher(
                version: "1", contact: "x",
                resolver: AddressResolver { _ in
                    let count = lookups.withLock { count in
                        count += 1
                        return count
                    }
                    return [IPAddress(count == 1 ? "127.0.0.1" : "203.0.113.1")].compactMap(\.self)
                })
            let allowed = AddressGuard(for: [address], allowsPrivateAddresses: true)
            let answer = try await fetcher.fetch(FetchRequest(address, limits: .page, permission: allowed))
            #expect(try answer.body.text == "repository.example:\(server.port)")
            #expect(lookups.withLock { $0 } == 1)
        }
    }

    @Test("a name that stands for a public and a private address is not asked")
    func mixedNames() async throws {
        let address = try HTTPAddress("http://repository.example/")
        let fetcher = HTTPFetcher(
            version: "1", contact: "x",
            resolver: AddressResolver { _ in ["8.8.8.8", "10.0.0.1"].compactMap { IPAddress($0) } })
        let request = FetchRequest(address, limits: .page, permission: AddressGuard(for: [address]))
        let inside = try #require(IPAddress("10.0.0.1"))
        #expect(
            await reason { try await fetcher.fetch(request) } == .refusedAddress(.address(inside, .privateNetwork)))
    }

    @Test("a cancelled fetch ends as cancelled")
    func cancelled() async throws {
        try await LoopbackServer.answering { _ in
            [.pause(.seconds(30))]
        } _: { server in
            let request = try server.request("/")
            let task = Task { try await HTTPFetcher.test.fetch(request) }
            try await Task.sleep(for: .milliseconds(100))
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
    }

    @Test(
        "Retry-After is read in all its forms",
        arguments: [
            ("120", 120), (" 0 ", 0), ("99999999999999999999", 999_999_999), ("Sun, 06 Nov 1994 08:50:37 GMT", 60),
            ("Sunday, 06-Nov-94 08:49:57 GMT", 20), ("Sun Nov  6 08:49:38 1994", 1),
            ("Sun, 06 Nov 1993 08:49:37 GMT", 0),
            ("-5", nil), ("soon", nil), ("1.5", nil), ("", nil), ("Sun, 99 Nov 1994 08:49:37 GMT", nil),
        ] as [(String, Int?)])
    func retryAfter(text: String, seconds: Int?) {
        let now = Date(timeIntervalSince1970: 784_111_777)
        #expect(RetryAfter(text)?.wait(from: now) == seconds.map { .seconds($0) })
    }
}
