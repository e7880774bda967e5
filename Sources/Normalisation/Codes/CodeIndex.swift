import Vocabularies

/// Finds the concept a source means: by code, by name in Vietnamese or English, by address in another vocabulary.
struct CodeIndex: Sendable {
    private let scheme: ConceptScheme
    private let codesByKey: [String: String]

    /// - Parameter foreignNames: names of other vocabularies → codes of `scheme`.
    init(_ scheme: ConceptScheme, foreignNames: [String: String] = [:]) {
        self.scheme = scheme
        var codes: [String: String] = [:]
        func learn(_ name: String, _ code: String) {
            let key = nameKey(name)
            if !key.isEmpty, codes[key] == nil { codes[key] = code }
        }
        // What comes first wins: a code is never shadowed by the name of another concept.
        for concept in scheme.concepts { learn(concept.code, concept.code) }
        for concept in scheme.concepts {
            [concept.label.vietnamese, concept.label.english].forEach { learn($0, concept.code) }
        }
        for concept in scheme.concepts { (concept.names + concept.exactMatches).forEach { learn($0, concept.code) } }
        for (name, code) in foreignNames.sorted(by: { $0.key < $1.key }) where scheme[code] != nil {
            for prefix in ["", "schema.org/", "schema:"] { learn(prefix + name, code) }
        }
        for (code, names) in Aliases.of(scheme.id).sorted(by: { $0.key < $1.key }) where scheme[code] != nil {
            names.forEach { learn($0, code) }
        }
        codesByKey = codes
    }

    func code(for text: String) -> String? {
        let key = nameKey(text)
        return codesByKey[key] ?? paddedCode(key)
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
            for concept in scheme.concepts {
                let distances = ([concept.code] + concept.names).compactMap {
                    editDistance(wanted, Array(nameKey($0)), limit: limit)
                }
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
