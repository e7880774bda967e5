import Foundation
import Normalisation
import Testing
import Vocabularies

@Suite("Finding licences")
struct LicenceDetectorTests {
    private let detector: LicenceDetector

    init() throws {
        detector = LicenceDetector(try Shipped.vocabularies.get().licences)
    }

    @Test(
        "an address is known in any usual form",
        arguments: [
            ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
            ("http://www.creativecommons.org/licenses/by/4.0/deed.vi", "CC-BY-4.0"),
            ("https://creativecommons.org/licenses/by-sa/3.0/vn/legalcode", "CC-BY-SA-3.0"),
            ("http://creativecommons.org/licenses/by/2.1/jp/", "CC-BY"),
            ("https://creativecommons.org/licenses/by-nc/3.0/igo/", "CC-BY-NC-3.0-IGO"),
            ("https://creativecommons.org/licenses/by-nc-nd/", "CC-BY-NC-ND"),
            ("https://creativecommons.org/publicdomain/zero/1.0/legalcode.fr", "CC0-1.0"),
            ("http://creativecommons.org/publicdomain/mark/1.0/", "CC-PDM-1.0"),
            ("http://rightsstatements.org/page/InC-EDU/1.0/?language=en", "RS-InC-EDU"),
            ("http://www.europeana.eu/rights/rr-f/", "EU-RR-F"),
            ("https://opensource.org/licenses/MIT", "MIT"),
            ("https://spdx.org/licenses/CC-BY-SA-4.0.html", "CC-BY-SA-4.0"),
            ("https://www.gnu.org/licenses/gpl-3.0.en.html", "GPL-3.0"),
            ("http://www.gnu.org/licenses/fdl-1.3.txt", "GFDL-1.3"),
            ("https://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0"),
            ("This book is under https://creativecommons.org/licenses/by-nc-sa/4.0/.", "CC-BY-NC-SA-4.0"),
            ("(see <http://creativecommons.org/licenses/by-nd/2.0>)", "CC-BY-ND-2.0"),
            (
                "<a rel=\"license\" href=\"http://creativecommons.org/licenses/by-sa/4.0/\"><img alt='Creative Commons License'/></a>",
                "CC-BY-SA-4.0"
            ),
            ("license:https://creativecommons.org/licenses/by/3.0/us/", "CC-BY-3.0"),
            ("http://purl.org/coar/access_right/c_16ec", "COAR-restricted"),
        ])
    func addresses(text: String, code: String) {
        let finding = detector.finding(in: text)
        #expect(finding?.licence.code == code)
        #expect(finding?.evidence == .address)
    }

    @Test(
        "codes and names are known in running text",
        arguments: [
            ("CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"), ("cc by 4.0", "CC-BY-4.0"), ("CC-BY-SA", "CC-BY-SA"),
            ("CC BY", "CC-BY"),
            ("CC0", "CC0-1.0"), ("CC0 1.0 Universal", "CC0-1.0"), ("Creative Commons Zero v1.0", "CC0-1.0"),
            ("Attribution-ShareAlike 3.0 Unported", "CC-BY-SA-3.0"),
            ("Creative Commons Attribution 4.0 International License", "CC-BY-4.0"),
            ("Creative Commons Attribution 4.0 International (CC BY 4.0)", "CC-BY-4.0"),
            (
                "This work is licensed under a Creative Commons Attribution-NonCommercial-NoDerivatives 4.0 International License.",
                "CC-BY-NC-ND-4.0"
            ),
            ("Creative Commons: by-nc-nd (Attribution-NonCommercial-No Derivative Works)", "CC-BY-NC-ND"),
            ("Giấy phép Creative Commons Ghi công - Phi thương mại 4.0 Quốc tế", "CC-BY-NC-4.0"),
            ("Ghi công–Chia sẻ tương tự", "CC-BY-SA"), ("GHI CÔNG - KHÔNG PHÁI SINH 4.0", "CC-BY-ND-4.0"),
            ("giay phep creative commons ghi cong 4.0", "CC-BY-4.0"), ("CC BY 3.0 IGO", "CC-BY-3.0-IGO"),
            ("CC BY-SA 3.0 VN", "CC-BY-SA-3.0"), ("CC BY v4.0", "CC-BY-4.0"), ("BY-NC-SA 4.0", "CC-BY-NC-SA-4.0"),
            ("Licence: cc-by-nc", "CC-BY-NC"), ("Except where otherwise noted, CC BY 4.0", "CC-BY-4.0"),
            ("MIT License", "MIT"), ("MIT", "MIT"), ("Giấy phép MIT", "MIT"),
            ("Apache License, Version 2.0", "Apache-2.0"),
            ("GNU General Public License v3.0", "GPL-3.0"), ("GPLv3", "GPL-3.0"), ("gfdl-1.3", "GFDL-1.3"),
            ("GNU Affero General Public License v3", "AGPL-3.0"), ("BSD 3-Clause", "BSD-3-Clause"),
            ("public domain", "CC-PDM-1.0"), ("This map is in the public domain.", "CC-PDM-1.0"),
            ("Thuộc phạm vi công cộng", "CC-PDM-1.0"), ("Tác phẩm thuộc phạm vi công cộng", "CC-PDM-1.0"),
            ("Public domain in the United States", "RS-NoC-US"), ("No known copyright restrictions", "RS-NKC"),
            ("In Copyright - Educational Use Permitted", "RS-InC-EDU"),
        ])
    func names(text: String, code: String) {
        #expect(detector.finding(in: text)?.licence.code == code)
        #expect(detector.finding(in: "  \(text) ")?.licence.code == code)
    }

    @Test(
        "what keeps all rights is in copyright, what closes a resource is restricted",
        arguments: [
            ("All rights reserved", "RS-InC"), ("© 2020 Nhà xuất bản Giáo dục. All Rights Reserved.", "RS-InC"),
            ("Bản quyền thuộc về Trường Đại học A", "RS-InC"), ("Đã đăng ký bản quyền", "RS-InC"),
            ("Tous droits réservés", "RS-InC"), ("© 2019 B", "RS-InC"), ("Copyright 1998 by C", "RS-InC"),
            ("info:eu-repo/semantics/closedAccess", "COAR-restricted"),
            ("info:eu-repo/semantics/embargoedAccess", "COAR-embargoed"), ("Lưu hành nội bộ", "COAR-restricted"),
        ])
    func reservations(text: String, code: String) {
        let finding = detector.finding(in: text)
        #expect(finding?.licence.code == code)
        #expect(finding?.evidence == .reservation)
    }

    @Test(
        "open access is no licence",
        arguments: ["open access", "Truy cập mở", "info:eu-repo/semantics/openAccess", "Free to read"])
    func access(text: String) {
        let finding = detector.finding(in: text)
        #expect(finding?.evidence == .access)
        #expect(finding?.licence.openness == .freeToRead)
        #expect(detector.finding(in: [text, "CC BY 4.0"])?.licence.code == "CC-BY-4.0")
        #expect(detector.finding(in: [text, "CC BY 4.0"])?.overruled == [])
    }

    @Test(
        "nothing is guessed",
        arguments: [
            "", "free", "Creative Commons", "CC", "Attribution", "miễn phí", "MIT OpenCourseWare", "by Nguyễn Văn A",
            "Video with captions (CC) by Lan", "https://example.org/licenses/by/4.0/",
            "https://notcreativecommons.org/licenses/by/4.0/", "https://creativecommons.org/", "See the licence",
            "CC BY-ND-SA 4.0", "not licensed under CC BY 4.0", "không thuộc phạm vi công cộng",
            "may be in the public domain", "This is not in the public domain",
            "https://creativecommons.org/licenses/sa/1.0/",
            "attribution theory", "Ghi công nhận kết quả", "public domain in Canada",
        ])
    func nothing(text: String) {
        let finding = detector.finding(in: text)
        #expect(
            finding == nil || finding.map { $0.licence.openness > .openWithLimits } == true,
            "\(String(describing: finding))")
    }

    @Test("of licences that contradict each other the strictest counts, and the others are told")
    func contradiction() {
        let finding = detector.finding(in: ["CC BY 4.0", "All rights reserved"])
        #expect(finding?.licence.code == "RS-InC")
        #expect(finding?.overruled == ["CC-BY-4.0"])
        #expect(
            detector.finding(in: ["CC BY 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"])?.licence.code
                == "CC-BY-NC-4.0")
        #expect(detector.finding(in: ["Text: CC BY-SA 4.0. Code: MIT License."])?.licence.code == "CC-BY-SA-4.0")
        #expect(detector.finding(in: ["CC BY", "CC BY 4.0"])?.licence.code == "CC-BY-4.0")
        #expect(detector.finding(in: ["CC BY 4.0", "CC BY-SA 4.0"])?.licence.code == "CC-BY-SA-4.0")
        #expect(detector.finding(in: ["CC BY 4.0 for non-commercial use only"])?.licence.openness == .openWithLimits)
        #expect(
            detector.finding(in: ["https://creativecommons.org/licenses/by/4.0/ (no derivatives)"])?.licence.openness
                == .shareOnly)
    }

    /// Conditions as they are written, with the class no text that names one may be more open than.
    private static let conditions: [(text: String, limit: OpennessClass)] = [
        ("NC", .openWithLimits), ("NonCommercial", .openWithLimits), ("non-commercial use only", .openWithLimits),
        ("Phi thương mại", .openWithLimits), ("phi thuong mai", .openWithLimits), ("ND", .shareOnly),
        ("NoDerivatives", .shareOnly), ("no derivative works", .shareOnly), ("Không phái sinh", .shareOnly),
        ("not for commercial purposes", .openWithLimits), ("all rights reserved", .freeToRead),
        ("đã đăng ký bản quyền", .freeToRead), ("restricted access", .restricted),
    ]

    @Test("no text gets a licence more open than any condition it names")
    func neverMoreOpen() throws {
        let licences = try Shipped.vocabularies.get().licences.licences
        let chosen = licences.filter { !$0.code.hasPrefix("CC-BY") || $0.code.contains("4.0") || !$0.isVersioned }
        let names = chosen.flatMap { [$0.code, $0.url, $0.label.vietnamese] }
        for name in names + ["CC BY", "public domain", "MIT License", "Creative Commons Attribution 4.0 International"]
        {
            for (condition, limit) in Self.conditions {
                let texts = ["\(name) \(condition)", "\(condition); \(name)", "\(name) (\(condition)) 4.0"]
                for text in texts + (name.contains("/") ? [] : ["\(name)-\(condition)"]) {
                    guard let openness = detector.finding(in: text)?.licence.openness else { continue }
                    #expect(openness >= limit, "\(text): \(openness)")
                }
                // What is glued to an address is no part of it, and opens nothing.
                let glued = detector.finding(in: "\(name)-\(condition)")?.licence.openness
                #expect(glued ?? .unknown >= min(limit, .freeToRead), "\(name)-\(condition)")
                guard let openness = detector.finding(in: [name, condition])?.licence.openness else { continue }
                #expect(openness >= limit, "\(name) | \(condition)")
            }
        }
    }

    @Test("every licence is found by its code, address and labels, and never as a more open one")
    func register() throws {
        for licence in try Shipped.vocabularies.get().licences.licences {
            for text in [licence.code, licence.url, licence.code.lowercased()] {
                #expect(detector.finding(in: text)?.licence == licence, "\(text)")
            }
            for label in [licence.label.english, licence.label.vietnamese] {
                let finding = detector.finding(in: label)
                #expect(finding.map { $0.licence.openness >= licence.openness } ?? true, "\(label)")
            }
        }
    }

    @Test("hostile text neither stops nor fools it", arguments: [1, 100, 10_000])
    func hostile(count: Int) {
        for piece in [
            "cc ", "by-", "creative commons ", "http://creativecommons.org/licenses/", "ghi công ", "not ", "©",
            "\u{301}",
        ] {
            _ = detector.finding(in: String(repeating: piece, count: count))
        }
    }
}
