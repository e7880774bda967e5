/// Finds the text in the many forms schema.org values have in the wild.
enum SchemaOrgText {
    /// Every text in `value`, in order.
    static func all(in value: JSONValue, shape: SchemaOrgShape) -> [String] {
        switch value {
        case .string(let text): return [text]
        case .number(let digits): return [digits]
        case .array(let elements): return elements.flatMap { all(in: $0, shape: shape) }
        case .object:
            for key in shape.members {
                guard let member = value[key] else { continue }
                let texts = all(in: member, shape: shape)
                if !texts.isEmpty { return texts }
            }
            return languageMap(in: value).map { [$0.text] } ?? []
        case .null, .bool: return []
        }
    }

    /// The text of a language map or of a list of texts that say their language: the Vietnamese one, else the English,
    /// else the first; nil where `value` is neither.
    static func preferred(in value: JSONValue) -> (text: String, language: String?)? {
        switch value {
        case .object: return languageMap(in: value) ?? taggedText(in: value)
        case .array(let elements):
            let texts = elements.compactMap(taggedText)
            return best(of: texts)
        default: return nil
        }
    }

    /// `{"@value": "…", "@language": "vi"}`
    private static func taggedText(in value: JSONValue) -> (text: String, language: String?)? {
        guard let text = value["@value"]?.text, let language = value["@language"]?.text else { return nil }
        return (text, language)
    }

    /// `{"vi": "…", "en": "…"}`
    private static func languageMap(in value: JSONValue) -> (text: String, language: String?)? {
        guard case .object(let members) = value, members.allSatisfy({ isLanguage($0.key) }),
            members.count > 1 || members.first?.key != "id"
        else { return nil }
        let texts = members.compactMap { member -> (text: String, language: String?)? in
            all(in: member.value, shape: .localText).first.map { ($0, member.key) }
        }
        return best(of: texts)
    }

    private static func best(of texts: [(text: String, language: String?)]) -> (text: String, language: String?)? {
        for wanted in ["vi", "en"] {
            if let found = texts.first(where: { $0.language?.lowercased().hasPrefix(wanted) == true }) { return found }
        }
        return texts.first
    }

    private static func isLanguage(_ key: String) -> Bool {
        let primary = key.prefix { $0 != "-" && $0 != "_" }
        return (2...3).contains(primary.utf8.count) && key != "url"
            && primary.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 }
    }
}
