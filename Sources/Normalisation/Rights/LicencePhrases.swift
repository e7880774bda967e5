/// Phrases that name a licence other than Creative Commons', keep all rights, or say who may read.
///
/// Words are those of `PlainWords`: small letters without marks.
enum LicencePhrases {
    /// Phrase → code.
    static let licences: [(phrase: [String], code: String)] =
        table([
            "MIT": ["mit license", "mit licence", "mit licensed", "giay phep mit", "expat license"],
            "Apache-2.0": [
                "apache 2", "apache2", "apache license 2", "apache license version 2", "apache license v2",
                "apache licence 2", "apache software license 2", "giay phep apache 2",
            ],
            "BSD-3-Clause": ["bsd 3 clause", "3 clause bsd", "new bsd license", "modified bsd license"],
            "BSD-2-Clause": ["bsd 2 clause", "2 clause bsd", "simplified bsd license"],
            "GPL-3.0": ["gpl 3", "gplv3", "gpl v3", "gpl version 3", "gpl3"] + gnu("general public", "3"),
            "GPL-2.0": ["gpl 2", "gplv2", "gpl v2", "gpl version 2", "gpl2"] + gnu("general public", "2"),
            "LGPL-3.0": ["lgpl 3", "lgplv3", "lgpl v3"] + gnu("lesser general public", "3"),
            "LGPL-2.1": ["lgpl 2 1", "lgplv2 1", "lgpl v2 1"] + gnu("lesser general public", "2 1"),
            "AGPL-3.0": ["agpl 3", "agplv3", "agpl v3"] + gnu("affero general public", "3"),
            "GFDL-1.3": ["gfdl 1 3"] + gnu("free documentation", "1 3"),
            "GFDL-1.2": ["gfdl 1 2"] + gnu("free documentation", "1 2"),
            "GFDL-1.1": ["gfdl 1 1"] + gnu("free documentation", "1 1"),
            "MPL-2.0": ["mpl 2", "mozilla public license 2", "mozilla public license version 2"],
            "ODbL-1.0": ["odbl", "open database license", "open database licence"],
            "ODC-By-1.0": ["odc by", "open data commons attribution"],
            "PDDL-1.0": ["pddl"],
            "Unlicense": ["the unlicense", "unlicense license"],
            "OGL-UK-3.0": ["open government licence v3", "open government licence 3", "ogl uk 3", "ogl v3"],
            "etalab-2.0": ["etalab 2", "licence ouverte 2", "licence ouverte v2", "open licence 2"],
        ])

    /// What keeps all rights: in copyright (`RS-InC`).
    static let reservations = split([
        "all rights reserved", "all right reserved", "all copyrights reserved", "tous droits reserves",
        "giu ban quyen", "giu toan quyen", "giu moi quyen", "bao luu moi quyen", "moi quyen duoc bao luu",
        "bao luu toan bo quyen", "ban quyen thuoc ve", "ban quyen thuoc", "da dang ky ban quyen",
        "da dang ki ban quyen", "dang ky ban quyen", "tac gia giu ban quyen", "in copyright",
        "subject to copyright", "protected by copyright", "copyright protected", "cam sao chep",
        "khong duoc sao chep", "may not be reproduced", "do not copy",
    ])

    /// What closes a resource to the public.
    static let restrictions: [(phrase: [String], code: String)] =
        table([
            "COAR-embargoed": ["embargoed access", "embargoedaccess", "under embargo"],
            "COAR-metadata-only": ["metadata only access", "metadata only"],
            "COAR-restricted": [
                "restricted access", "restrictedaccess", "closed access", "closedaccess", "campus only",
                "login required",
                "han che truy cap", "truy cap han che", "luu hanh noi bo", "chi dung noi bo", "acces restreint",
            ],
        ])

    /// Free to read, and no licence: `COAR-open-access`.
    static let access = split([
        "open access", "openaccess", "free to read", "free access", "freely available", "freely accessible",
        "truy cap mo", "truy cap tu do", "doc mien phi", "xem mien phi", "libre acces", "acces libre",
    ])

    /// No rights are known: `RS-NKC`.
    static let noKnownCopyright = split([
        "no known copyright", "no known copyright restrictions", "khong ro con ban quyen",
    ])

    static let publicDomain = split([
        "public domain", "publicdomain", "domaine public", "pham vi cong cong", "thuoc ve cong chung",
    ])

    /// Words that, shortly before a licence, deny it.
    static let denials: Set<String> = [
        "not", "never", "nor", "neither", "without", "khong", "chua", "isn", "aren", "pas",
    ]

    private static func gnu(_ name: String, _ version: String) -> [String] {
        ["license", "licence"].flatMap { word in
            ["", "version ", "v"].map { mark in "gnu \(name) \(word) \(mark)\(version)" }
        }
    }

    private static func split(_ phrases: [String]) -> [[String]] {
        phrases.map { $0.split(separator: " ").map(String.init) }
    }

    private static func table(_ names: [String: [String]]) -> [(phrase: [String], code: String)] {
        names.sorted { $0.key < $1.key }.flatMap { code, phrases in split(phrases).map { ($0, code) } }
    }
}
