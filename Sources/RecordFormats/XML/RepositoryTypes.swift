/// The words repositories have for kinds of resources, in the codes of our vocabulary.
///
/// Sources: DCMI Type Vocabulary; COAR Resource Types 3; info:eu-repo semantics; MODS `typeOfResource`; DataCite
/// `resourceTypeGeneral`; the types DSpace comes with.
enum RepositoryTypes {
    /// Our code where the word is known, the word itself otherwise; nil where it says nothing about a kind.
    static func code(for text: String) -> String? {
        var word = text.trimmed
        let lower = word.lowercased()
        if lower.hasPrefix("info:eu-repo/semantics/") {
            word = String(word.dropFirst("info:eu-repo/semantics/".count))
        } else if lower.hasPrefix("http"), let slash = word.lastIndex(where: { $0 == "/" || $0 == "#" }) {
            let last = String(word[word.index(after: slash)...])
            return codes[key(last)] ?? word
        }
        if statuses.contains(key(word)) { return nil }
        return codes[key(word)] ?? word
    }

    /// Our code where the word is known, nil otherwise.
    static func knownCode(for text: String) -> String? {
        guard let code = code(for: text), codes.values.contains(code) else { return nil }
        return code
    }

    /// Code for a media type such as `video/mp4`; nil where it does not tell.
    static func code(forMediaType type: String) -> String? {
        switch type.lowercased().prefix(while: { $0 != "/" }) {
        case "video": "video"
        case "audio": "audio"
        case "image": "image"
        default: nil
        }
    }

    private static func key(_ word: String) -> String {
        word.lowercased().filter { $0 != " " && $0 != "-" && $0 != "," }
    }

    private static let statuses: Set<String> = [
        "publishedversion", "acceptedversion", "submittedversion", "updatedversion", "draft", "peerreviewed",
        "nonpeerreviewed", "openaccess", "collection", "physicalobject", "event", "mixedmaterial",
    ]

    private static let codes: [String: String] = {
        let words = [
            "text": """
            text article journalarticle c_6501 c_2df8fbb1 thesis c_46ec bachelorthesis c_7a1f masterthesis c_bdcc
            doctoralthesis c_db06 dissertation studentthesis report c_93fc technicalreport researchreport workingpaper
            c_8042 preprint c_816b review c_efa0 conferenceobject c_c94f conferencepaper c_5794 conferencepresentation
            conferenceposter c_6670 bookpart bookchapter c_3248 contributiontoperiodical c_18cf
            journal c_0640 periodical manuscript annotation letter newspaper booksection
            """,
            "textbook": "book c_2f33 ebook",
            "video": "movingimage c_12ce c_8a7e audiovisual recordingvideo",
            "audio":
                "sound c_18cc soundrecording soundrecordingmusical soundrecordingnonmusical recordingoral recordingmusical",
            "image": "image stillimage c_c513 c_ecc8 photo",
            "map": "cartographic map c_12cc",
            "sheet_music": "notatedmusic musicalscore c_18cw",
            "application": "software c_5ce6 interactiveresource c_e9a0 softwaremultimedia",
            "data": "dataset c_ddb1",
            "script": "lecture c_8544",
            "slide": "presentation",
            "web_page": "website c_7ad9 blogpost",
            "other": "other c_1843 threedimensionalobject",
        ]
        let pairs = words.flatMap { code, words in
            words.split(whereSeparator: \.isWhitespace).map { (String($0), code) }
        }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()
}
