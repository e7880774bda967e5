import Harvesting
import Testing

@Suite("Addresses that may be asked")
struct AddressGuardTests {
    @Test(
        "an address is what its bits say, in every form that carries an IPv4 address",
        arguments: [
            ("1.1.1.1", AddressKind.global), ("8.8.8.8", .global), ("203.113.131.1", .global),
            ("100.63.255.255", .global),
            ("100.128.0.1", .global), ("172.15.255.255", .global), ("172.32.0.1", .global),
            ("192.167.255.255", .global),
            ("11.0.0.0", .global), ("223.255.255.254", .global), ("198.17.0.1", .global), ("198.20.0.1", .global),
            ("127.0.0.1", .loopback), ("127.255.255.255", .loopback), ("10.0.0.0", .privateNetwork),
            ("10.255.255.255", .privateNetwork), ("172.16.0.0", .privateNetwork), ("172.31.255.255", .privateNetwork),
            ("192.168.0.0", .privateNetwork), ("192.168.255.255", .privateNetwork), ("100.64.0.0", .carrierNetwork),
            ("100.127.255.255", .carrierNetwork), ("169.254.0.1", .linkLocal), ("169.254.169.254", .cloudMetadata),
            ("169.254.170.2", .cloudMetadata), ("168.63.129.16", .cloudMetadata), ("100.100.100.200", .cloudMetadata),
            ("192.0.0.192", .cloudMetadata), ("0.0.0.0", .unspecified), ("0.1.2.3", .unspecified),
            ("192.0.2.1", .example), ("198.51.100.7", .example), ("203.0.113.9", .example), ("198.18.0.1", .example),
            ("198.19.255.255", .example), ("192.0.0.8", .reserved), ("192.88.99.1", .reserved),
            ("224.0.0.1", .multicast),
            ("239.255.255.255", .multicast), ("240.0.0.1", .reserved), ("255.255.255.255", .reserved),
            ("2606:4700:4700::1111", .global), ("2001:dc8::1", .global), ("2400:cb00::1", .global),
            ("::", .unspecified),
            ("::1", .loopback), ("::ffff:127.0.0.1", .loopback), ("::ffff:10.1.2.3", .privateNetwork),
            ("::ffff:8.8.8.8", .global), ("::127.0.0.1", .loopback), ("::ffff:0:192.168.1.1", .privateNetwork),
            ("64:ff9b::10.0.0.1", .privateNetwork), ("64:ff9b::8.8.8.8", .global),
            ("64:ff9b::a9fe:a9fe", .cloudMetadata), ("64:ff9b:1::1", .privateNetwork),
            ("2002:7f00:1::1", .loopback), ("2002:a9fe:a9fe::", .cloudMetadata), ("2002:c0a8:101::1", .privateNetwork),
            ("2002:808:808::1", .global), ("2001:0:53aa:64c::1", .reserved), ("2001:db8::1", .example),
            ("2001:2::1", .example), ("3fff::1", .example), ("100::1", .reserved), ("fc00::1", .privateNetwork),
            ("fdff:ffff::1", .privateNetwork), ("fd00:ec2::254", .cloudMetadata), ("fd20:ce::254", .cloudMetadata),
            ("fe80::1", .linkLocal), ("febf::1", .linkLocal), ("fec0::1", .privateNetwork), ("ff02::1", .multicast),
            ("5f00::1", .reserved), ("4000::1", .reserved), ("2606:4700::5efe:192.168.0.1", .privateNetwork),
            ("2606:4700::200:5efe:10.0.0.1", .privateNetwork), ("2606:4700::200:5efe:8.8.8.8", .global),
        ])
    func kinds(text: String, kind: AddressKind) throws {
        let address = try #require(IPAddress(text))
        #expect(AddressKind.of(address) == kind)
        #expect(IPAddress(address.description) == address)
    }

    @Test(
        "hidden spellings of one host are that host",
        arguments: [
            ("http://2130706433/", "127.0.0.1"), ("http://0x7f.1/", "127.0.0.1"), ("http://0x7F000001", "127.0.0.1"),
            ("http://017700000001/", "127.0.0.1"), ("http://127.1/", "127.0.0.1"), ("http://127.0.1/", "127.0.0.1"),
            ("http://127.0.0.1./", "127.0.0.1"), ("http://１２７.０.０.１/", "127.0.0.1"),
            ("http://①②⑦。0。0。1/", "127.0.0.1"), ("http://0/", "0.0.0.0"), ("http://3232235777/", "192.168.1.1"),
            ("http://192.168.257/", "192.168.1.1"), ("http://0xA9FEA9FE/", "169.254.169.254"),
            ("http://[::1]/", "[::1]"), ("http://[0:0:0:0:0:0:0:1]:80/", "[::1]"),
            ("http://[::ffff:7f00:1]/", "[::ffff:7f00:1]"), ("HTTP://LOCALHOST./", "localhost"),
            ("https://Đạihọc.VN/", "xn--ihc-uqa4598avha.vn"), ("http://bücher.de:80/", "xn--bcher-kva.de"),
        ])
    func spellings(text: String, host: String) throws {
        #expect(try HTTPAddress(text).host.description == host)
    }

    @Test(
        "what is no plain web address is refused",
        arguments: [
            "", "example.org", "ftp://example.org/", "file:///etc/passwd", "gopher://example.org/", "http:/example.org",
            "http:example.org", "http://", "http:///path", "http://user@example.org/", "http://u:p@example.org/",
            "http://127.0.0.1%2f@example.org/", "http://example.org:0/", "http://example.org:65536/",
            "http://example.org:8o/", "http://example.org:-1/", "http://exa mple.org/", "http://a%62c.vn/",
            "http://example.org\\@127.0.0.1/", "http://[::1", "http://[fe80::1%25eth0]/", "http://[127.0.0.1]/",
            "http://[::g]/", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://1.2.3.256/", "http://0x100000000/",
            "http://4294967296/", "http://08.1.1.1/", "http://a..b/", "http://.a/", "http://a/\u{0}",
            "http://exa\nmple.org/", "http://" + String(repeating: "a", count: 64) + ".vn/",
            "http://example.org/" + String(repeating: "a", count: 9000), "javascript:alert(1)", "unix:///run/x",
        ])
    func refused(text: String) {
        #expect(throws: HTTPAddressError.self) { try HTTPAddress(text) }
    }

    @Test(
        "references are resolved as RFC 3986 has it",
        arguments: [
            ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
            ("//g", "http://g/"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q"),
            ("g#s", "http://a/b/c/g"), ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("..", "http://a/b/"),
            ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../../g", "http://a/g"),
            ("g/../h", "http://a/b/c/h"),
            ("/./g", "http://a/g"), ("g;x=1/../y", "http://a/b/c/y"), ("https://h:8443/x", "https://h:8443/x"),
            ("tài liệu.pdf", "http://a/b/c/t%C3%A0i%20li%E1%BB%87u.pdf"), ("100%", "http://a/b/c/100%25"),
            ("a%2fb", "http://a/b/c/a%2fb"), ("/%2e%2e/x", "http://a/x"), ("?a=[1]", "http://a/b/c/d;p?a=%5B1%5D"),
        ])
    func references(reference: String, expected: String) throws {
        let base = try HTTPAddress("http://a/b/c/d;p?q")
        #expect(try base.resolving(reference).description == expected)
    }

    @Test(
        "nothing outside the public Internet is asked",
        arguments: [
            "http://127.0.0.1/", "http://localhost/", "http://a.localhost/", "http://printer.local/",
            "http://metadata.google.internal/", "http://router.home.arpa/", "http://10.0.0.1/", "http://[::1]/",
            "http://[fd00::1]/", "http://169.254.169.254/latest", "http://2130706433/", "http://[::ffff:10.0.0.1]/",
            "http://example.org:22/", "http://example.org:25/", "https://example.org:3306/", "http://example.org:6379/",
        ])
    func guarded(text: String) throws {
        let address = try HTTPAddress(text)
        let permission = AddressGuard(for: [try HTTPAddress("http://source.example/")], allowsPrivateAddresses: true)
        #expect(throws: AddressRefusal.self) { try permission.check(address) }
    }

    @Test("one bad address among good ones refuses the name")
    func mixedAnswers() throws {
        let address = try HTTPAddress("https://repository.example/")
        let permission = AddressGuard(for: [address])
        let good = try #require(IPAddress("8.8.8.8"))
        for bad in ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1"] {
            let ip = try #require(IPAddress(bad))
            #expect(throws: AddressRefusal.address(ip, .of(ip))) { try permission.check([good, ip], of: address) }
        }
        try permission.check([good], of: address)
    }

    @Test("a permission holds for the source's own host and port, and never for what is no network")
    func permission() throws {
        let own = try HTTPAddress("http://127.0.0.1:9999/oai")
        let permission = AddressGuard(for: [own], allowsPrivateAddresses: true)
        try permission.check(own)
        for other in ["http://127.0.0.1/", "http://127.0.0.2:9999/", "http://10.0.0.1/", "http://127.0.0.1:9998/"] {
            let address = try HTTPAddress(other)
            #expect(throws: AddressRefusal.self) { try permission.check(address) }
        }
        #expect(throws: AddressRefusal.self) { try AddressGuard(for: [own]).check(own) }
        for never in ["http://169.254.169.254/", "http://0.0.0.0/", "http://224.0.0.1/", "http://[fe80::1]/"] {
            let address = try HTTPAddress(never)
            let generous = AddressGuard(for: [address], allowsPrivateAddresses: true)
            #expect(throws: AddressRefusal.self) { try generous.check(address) }
        }
        let explicit = try HTTPAddress("https://example.org:9443/oai")
        try AddressGuard(for: [explicit]).check(explicit)
    }
}
