import Testing
import Vocabularies

@Suite("LicenceRegister")
struct LicenceRegisterTests {
    private let register = LicenceRegister(licences: [
        Licence(
            code: "CC-BY-4.0", url: "https://creativecommons.org/licenses/by/4.0/", openness: .open,
            label: LocalisedText(vietnamese: "Ghi công", english: "Attribution")),
        Licence(
            code: "CC-BY-SA-3.0", url: "https://creativecommons.org/licenses/by-sa/3.0/", openness: .open,
            label: LocalisedText(vietnamese: "Ghi công – Chia sẻ", english: "Share alike")),
    ])

    @Test(
        "finds a licence by its code and every usual form of its address",
        arguments: [
            "CC-BY-4.0", "cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/",
            "http://creativecommons.org/licenses/by/4.0", "https://www.creativecommons.org/licenses/by/4.0/deed.vi",
            "https://creativecommons.org/licenses/by/4.0/legalcode.en#s3",
            "HTTPS://CREATIVECOMMONS.ORG/licenses/BY/4.0/?x",
        ])
    func forms(text: String) {
        #expect(register.licence(named: text)?.code == "CC-BY-4.0")
    }

    @Test("counts a ported licence as its unported version")
    func ported() {
        #expect(register.licence(named: "http://creativecommons.org/licenses/by-sa/3.0/vn/")?.code == "CC-BY-SA-3.0")
    }

    @Test(
        "does not guess",
        arguments: [
            "", "CC BY", "free", "https://creativecommons.org/licenses/by-nc/4.0/", "https://example.org/by/4.0/",
        ])
    func unknown(text: String) {
        #expect(register.licence(named: text) == nil)
    }
}
