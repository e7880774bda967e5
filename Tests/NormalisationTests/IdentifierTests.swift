import CatalogueModel
import Normalisation
import Testing
import Vocabularies

@Suite("Identifiers in systems of the world")
struct IdentifierTests {
    @Test(
        "are in one spelling",
        arguments: [
            ("doi:10.1000/182", "doi:10.1000/182"), ("https://doi.org/10.1000/ABC", "doi:10.1000/abc"),
            ("http://dx.doi.org/10.1000/182.", "doi:10.1000/182"), ("DOI 10.1000/182", "doi:10.1000/182"),
            ("10.1000/182", "doi:10.1000/182"), ("info:doi/10.1000/182", "doi:10.1000/182"),
            ("ISBN 978-0-306-40615-7", "isbn:9780306406157"), ("ISBN 0-306-40615-2 (pbk.)", "isbn:9780306406157"),
            ("isbn:9780306406157", "isbn:9780306406157"), ("9780306406157", "isbn:9780306406157"),
            ("ISBN-13: 978-0-306-40615-7", "isbn:9780306406157"), ("ISBN-10: 0306406152", "isbn:9780306406157"),
            ("0-306-40615-2", "isbn:9780306406157"), ("urn:isbn:0306406152", "isbn:9780306406157"),
            ("ISBN 080442957X", "isbn:9780804429573"), ("0317-8471", "issn:0317-8471"),
            ("ISSN 03178471", "issn:0317-8471"),
            ("issn 2049-3630", "issn:2049-3630"), ("hdl:2027/x", "hdl:2027/x"),
            ("https://hdl.handle.net/11126/34", "hdl:11126/34"), ("URN:NBN:de:101:1-2", "urn:NBN:de:101:1-2"),
            ("arxiv:1234.5678", "arxiv:1234.5678"), ("OCLC:123", "oclc:123"),
        ])
    func spelling(written: String, expected: String) throws {
        let (resource, warnings) = try normalised([.otherIdentifier: [written]])
        #expect(resource.identifiers == [expected])
        #expect(warnings.isEmpty)
        #expect(try normalised([.otherIdentifier: [expected]]).resource.identifiers == [expected])
    }

    @Test(
        "a wrong check digit is told",
        arguments: ["ISBN 978-0-306-40615-8", "ISBN 0-306-40615-3", "0317-8472", "ISBN 97803064061"])
    func checkDigit(written: String) throws {
        let (resource, warnings) = try normalised([.otherIdentifier: [written]])
        #expect(resource.identifiers.isEmpty)
        #expect(warnings.map { $0.message.english.contains("check digit") } == [true])
    }

    @Test("every digit of a book number counts")
    func everyDigit() throws {
        let digits = Array("9780306406157")
        for place in digits.indices.dropFirst(3) {
            var wrong = digits
            wrong[place] = wrong[place] == "9" ? "0" : "9"
            #expect(try normalised([.otherIdentifier: ["isbn:" + String(wrong)]]).resource.identifiers.isEmpty)
        }
    }

    @Test(
        "what is none is told",
        arguments: [
            "KHTN 123", "J. Physics 12 (2010) 3", "0306406152", "12345", "10.1/x",
            "https://a.vn/x", "mailto:a@b.vn",
        ])
    func unknown(written: String) throws {
        let (resource, warnings) = try normalised([.otherIdentifier: [written]])
        #expect(resource.identifiers.isEmpty)
        #expect(warnings.map(\.field) == ["otherIdentifier"])
    }

    @Test(
        "handles under a prefix that nobody registered are shared by many repositories, and are none",
        arguments: ["hdl:123456789/12", "http://hdl.handle.net/123456789/12", "HDL:123456789/12"])
    func unregistered(written: String) throws {
        let (resource, warnings) = try normalised([.otherIdentifier: [written]])
        #expect(resource.identifiers.isEmpty)
        #expect(warnings.map { $0.message.english.contains("not registered") } == [true])
        #expect(refusals([.url: [], .otherIdentifier: [written]]).map(\.reason) == [.missingField])
        #expect(try normalised([.url: ["http://hdl.handle.net/123456789/12"]]).resource.identifiers.isEmpty)
    }

    @Test("those in an address or identifier are found too, once")
    func found() throws {
        let resource = try normalised([
            .identifier: ["doi:10.1234/Ab"], .url: ["https://doi.org/10.1234/ab"],
            .otherIdentifier: ["10.1234/AB", "isbn:9780306406157"],
        ]).resource
        #expect(resource.identifiers == ["doi:10.1234/ab", "isbn:9780306406157"])
        #expect(
            try normalised([.url: ["https://a.vn/isbn/9780306406157"]]).resource.identifiers == ["isbn:9780306406157"])
        #expect(try normalised([.url: ["https://a.vn/9780306406158"]]).resource.identifiers == [])
    }

    @Test("a record without an address has that of its DOI or handle")
    func resolved() throws {
        #expect(
            try normalised([.url: [], .otherIdentifier: ["doi:10.1000/182"]]).resource.url
                == "https://doi.org/10.1000/182")
        #expect(
            try normalised([.url: ["local"], .otherIdentifier: ["hdl:2027/x"]]).resource.url
                == "https://hdl.handle.net/2027/x")
        #expect(try normalised([.url: ["call number 3", "https://a.vn/3"]]).resource.url == "https://a.vn/3")
        #expect(refusals([.url: [], .otherIdentifier: ["isbn:9780306406157"]]).map(\.reason) == [.missingField])
    }
}
