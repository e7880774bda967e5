import Foundation
import Normalisation
import Testing

@Suite("One spelling for an address")
struct CanonicalURLTests {
    @Test(
        "addresses of one page are one",
        arguments: [
            [
                "https://example.org/a", "http://example.org/a", "HTTP://www.Example.ORG:80/a/",
                "https://example.org:443/a/index.html",
                "https://example.org/a#top", "https://example.org/./b/../a", "https://example.org/%61",
                "https://example.org/a?utm_source=x&fbclid=1",
            ],
            [
                "https://example.org", "http://www.example.org/", "https://example.org/index.php",
                "https://example.org./?", "https://example.org//",
            ],
            ["https://a.vn/x?b=1&a=2", "https://a.vn/x?a=2&b=1&gclid=9"],
            [
                "https://youtu.be/abc123?t=30", "https://www.youtube.com/watch?v=abc123&list=PL1",
                "https://m.youtube.com/watch?feature=share&v=abc123",
                "https://www.youtube-nocookie.com/embed/abc123", "https://youtube.com/shorts/abc123",
            ],
            ["https://doi.org/10.1000/ABC", "http://dx.doi.org/10.1000/abc", "doi:10.1000/abc"],
            ["https://hdl.handle.net/2027/x", "hdl:2027/x", "http://hdl.handle.net/2027/x?urlappend=1"],
            ["https://học-liệu.vn/sách", "https://HỌC-LIỆU.vn/s%C3%A1ch", "https://xn--hc-liu-mk8bsb.vn/s%c3%a1ch"],
            ["https://vi.wikipedia.org/wiki/To%C3%A1n", "https://vi.m.wikipedia.org/wiki/Toán"],
            ["https://a.vn/x;jsessionid=1A", "https://a.vn/x"],
        ])
    func same(addresses: [String]) throws {
        let canonical = addresses.map { CanonicalURL($0)?.rawValue }
        #expect(Set(canonical).count == 1 && canonical[0] != nil, "\(canonical)")
    }

    @Test("addresses of other pages are others")
    func different() {
        let addresses = [
            "https://a.vn/x", "https://a.vn/X", "https://b.vn/x", "https://a.vn:8080/x", "https://a.vn/x?p=1",
            "https://a.vn/x?p=2",
            "https://a.vn/#!/x", "https://a.vn/#/x", "https://a.vn/x%2Fy", "https://a.vn/x/y",
            "https://youtube.com/watch?v=1",
            "https://youtube.com/watch?v=2", "https://youtube.com/playlist?list=1", "https://sub.a.vn/x",
            "https://a.vn/x?ref=1",
        ]
        #expect(Set(addresses.compactMap { CanonicalURL($0) }).count == addresses.count)
    }

    @Test(
        "an international host is written in ASCII",
        arguments: [
            ("https://bücher.example/", "https://xn--bcher-kva.example"),
            ("https://việtnam.vn", "https://xn--vitnam-jk8b.vn"),
            ("https://例え.jp/", "https://xn--r8jz45g.jp"),
        ])
    func punycode(written: String, expected: String) {
        #expect(CanonicalURL(written)?.rawValue == expected)
    }

    @Test(
        "what is no web address has no canonical form",
        arguments: [
            "", "a", "ftp://a.vn", "mailto:a@b.vn", "https://", "https://u@a.vn/", "javascript:x",
            "http://hdl.handle.net/123456789/12", "hdl:123456789/12",
        ])
    func none(text: String) {
        #expect(CanonicalURL(text) == nil)
    }

    @Test("the canonical form is its own canonical form, whatever stands in an address")
    func idempotent() {
        var generator = SeededGenerator(seed: 7)
        let pieces = [
            "/", "//", "..", ".", "?", "#", "#!", "&", "=", "a", "B", "%2f", "%C3%A1", "%zz", "%", "á", "index.html",
            ";jsessionid=x",
            "utm_source=1", "v=1", "watch", "www.", ":80", " ", "\"", "+", "~", "đ", "e\u{301}", "@",
        ]
        for host in ["example.org", "www.youtube.com", "youtu.be", "doi.org", "www.www.vn", "học.vn"] {
            for _ in 0..<300 {
                let tail = (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in
                    pieces.randomElement(using: &generator)
                }.joined()
                guard let once = CanonicalURL("http://\(host)/\(tail)") else { continue }
                #expect(CanonicalURL(once.rawValue) == once, "\(host)/\(tail) → \(once)")
            }
        }
    }
}
