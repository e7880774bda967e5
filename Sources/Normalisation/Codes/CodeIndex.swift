import Vocabularies

/// Finds the concept a source means: by code, by name in Vietnamese or English, by address or word of another vocabulary.
struct CodeIndex: Sendable {
    private let scheme: ConceptScheme
    private let codesByKey: [String: [String]]
    /// Names with marks, by what is typed without them; only those of which there is one.
    private let codesByUnmarkedKey: [String: [String]]
    /// Names of each concept as letters, for suggestions.
    private let lettersOfNames: [[[Character]]]
    private let otherwise: @Sendable (String) -> [String]?

    /// - Parameters:
    ///   - crosswalks: tables whose target is `scheme`.
    ///   - otherwise: reads what no table can list, such as class numbers; nil where it cannot either.
    init(
        _ scheme: ConceptScheme, crosswalks: [CrosswalkID: [String: String]] = [:],
        otherwise: @escaping @Sendable (String) -> [String]? = { _ in nil }
    ) {
        self.scheme = scheme
        self.otherwise = otherwise
        var codes: [String: [String]] = [:]
        func learn(_ name: String, _ targets: [String]) {
            let key = nameKey(name)
            if !key.isEmpty, codes[key] == nil { codes[key] = targets }
        }
        // What comes first wins: a code is never shadowed by the name of another concept.
        for concept in scheme.concepts { learn(concept.code, [concept.code]) }
        for concept in scheme.concepts {
            [concept.label.vietnamese, concept.label.english].forEach { learn($0, [concept.code]) }
        }
        for concept in scheme.concepts { (concept.names + concept.exactMatches).forEach { learn($0, [concept.code]) } }
        for id in CrosswalkID.allCases where id.target == scheme.id && !id.isClassification {
            for (name, targets) in Self.entries(crosswalks[id], of: scheme) {
                for prefix in id.prefixes { learn(prefix + name, targets) }
            }
        }
        for (code, names) in Aliases.of(scheme.id).sorted(by: { $0.key < $1.key }) where scheme[code] != nil {
            names.forEach { learn($0, [code]) }
        }
        codesByKey = codes
        codesByUnmarkedKey = Self.unmarked(codes)
        lettersOfNames = scheme.concepts.map { ([$0.code] + $0.names).map { Array(nameKey($0)) } }
    }

    /// The rows of a crosswalk whose targets the scheme has, sorted; those of `noMatch` have none.
    static func entries(_ crosswalk: [String: String]?, of scheme: ConceptScheme) -> [(String, [String])] {
        (crosswalk ?? [:]).sorted { $0.key < $1.key }.compactMap { name, to in
            let targets = to.split(separator: "|").map(String.init).filter { scheme[$0] != nil }
            return targets.isEmpty && !to.isEmpty ? nil : (name, targets)
        }
    }

    /// The codes `text` stands for; empty where it is known to say nothing here, nil where it is not known.
    func codes(for text: String) -> [String]? {
        let key = nameKey(text)
        return codesByKey[key] ?? paddedCode(key).map { [$0] } ?? otherwise(text) ?? codesByUnmarkedKey[key]
    }

    /// Keys of fewer letters are words of other languages too often: `anh` is no `ảnh`.
    private static let fewestLetters = 4

    private static func unmarked(_ codes: [String: [String]]) -> [String: [String]] {
        var found: [String: Set<[String]>] = [:]
        for (key, targets) in codes where !key.utf8.allSatisfy({ $0 < 0x80 }) {
            let unmarked = unmarkedKey(key)
            guard unmarked.utf8.count >= fewestLetters, unmarked.utf8.allSatisfy({ $0 < 0x80 }) else { continue }
            found[unmarked, default: []].insert(targets)
        }
        return found.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// A code of digits that a spreadsheet took for a number: `54` is `054`, where no other code of the scheme fits.
    private func paddedCode(_ key: String) -> String? {
        guard (1...3).contains(key.utf8.count), key.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
        let padded = (1...3).map { String(repeating: "0", count: $0) + key }.filter { scheme[$0] != nil }
        return padded.count == 1 ? padded.first : nil
    }

    /// At most five concepts whose code or name is near `text`, nearest first; where none is, the first five.
    func suggestions(for text: String) -> [LocalisedText] {
        let wanted = Array(nameKey(text))
        let limit = max(1, wanted.count / 3)
        var near: [(distance: Int, concept: Concept)] = []
        if wanted.count <= 60 {
            for (concept, names) in zip(scheme.concepts, lettersOfNames) {
                let distances = names.compactMap { editDistance(wanted, $0, limit: limit) }
                if let distance = distances.min() { near.append((distance, concept)) }
            }
        }
        near.sort { ($0.distance, $0.concept.code) < ($1.distance, $1.concept.code) }
        let chosen = near.isEmpty ? Array(scheme.concepts.prefix(5)) : near.prefix(5).map(\.concept)
        return chosen.map { concept in
            LocalisedText(
                vietnamese: "\(concept.code) (\(concept.label.vietnamese))",
                english: "\(concept.code) (\(concept.label.english))")
        }
    }
}

extension CrosswalkID {
    /// What may stand before a value: nothing, and the prefixes of the vocabulary.
    fileprivate var prefixes: [String] {
        switch self {
        case .lrmiToResourceTypes: ["", "schema.org/", "schema:"]
        case .dcmiToResourceTypes: ["", "dcmitype:", "dctype:"]
        default: [""]
        }
    }
}
