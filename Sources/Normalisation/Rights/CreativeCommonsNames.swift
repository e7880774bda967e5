import Vocabularies

/// Finds Creative Commons licences that running text names: `CC BY-NC-SA 4.0`, `Creative Commons Attribution 4.0`,
/// `Giấy phép Creative Commons Ghi công – Phi thương mại 4.0 Quốc tế`, `Attribution-ShareAlike 3.0 Unported`.
struct CreativeCommonsNames {
    /// A name as far as it could be read.
    struct Name {
        var modules: CreativeCommonsModules = []
        /// Such as `4.0` or `3.0-IGO`.
        var version: String?
        /// CC0.
        var isZero = false
    }

    private let words: PlainWords
    private(set) var names: [Name] = []
    /// Modules the text mentions outside any name: they bind all the same.
    private(set) var otherModules: CreativeCommonsModules = []

    init(_ words: PlainWords) {
        self.words = words
        var index = 0
        while index < words.count {
            if let trigger = trigger(at: index) {
                index = read(from: index, trigger)
            } else if let (module, length) = CreativeCommonsModules.module(in: words, at: index) {
                if length > 1 || words[index].text.utf8.count > 2 || words[index].isCapital {
                    otherModules.formUnion(module.subtracting(.by))
                }
                index += length
            } else {
                if words[index].text == "commercial", isForbidden(at: index) { otherModules.insert(.nc) }
                index += 1
            }
        }
    }

    private enum Trigger {
        /// `CC`, `Creative Commons`: words before the modules.
        case commons(length: Int)
        /// The name begins with its first module.
        case module
    }

    private func trigger(at index: Int) -> Trigger? {
        switch words[index].text {
        case "cc", "cc0", "creativecommons": .commons(length: 1)
        case "creative" where words.has(["creative", "commons"], at: index): .commons(length: 2)
        case "attribution", "ghi": CreativeCommonsModules.module(in: words, at: index).map { _ in .module }
        case "by" where index == 0: .module
        default: nil
        }
    }

    private static let fillers: Set<String> = [
        "license", "licence", "licensed", "licenses", "licences", "licensing", "under", "a", "an", "the", "of", "terms",
        "giay", "phep", "theo", "quoc", "te", "international", "unported", "generic", "public", "version", "ver", "v",
        "phien", "ban", "creative", "commons", "cc", "and", "va", "is", "with", "intergovernmental",
    ]

    /// Reads one name and records it where it is one; the index behind it.
    private mutating func read(from start: Int, _ trigger: Trigger) -> Int {
        var name = Name()
        var index = start
        var isQualified = false
        if case .commons(let length) = trigger {
            if words[start].text == "cc0" { name.isZero = true }
            index += length
        }
        var fillers = 0
        while index < words.count, fillers < 6 {
            let word = words[index].text
            if let (module, length) = CreativeCommonsModules.module(in: words, at: index) {
                if module == .by, word == "by", !isName(by: index, after: start) { break }
                name.modules.formUnion(module)
                index += length
                fillers = 0
            } else if (word == "zero" || word == "0"), name.modules.isEmpty, name.version == nil {
                name.isZero = true
                index += 1
            } else if name.version == nil, let (version, length) = version(at: index) {
                (name.version, index) = (version, index + length)
            } else if word == "igo" {
                if let version = name.version { name.version = version + "-IGO" }
                index += 1
            } else if Self.fillers.contains(word) {
                isQualified =
                    isQualified || word.hasPrefix("licen") || ["international", "unported", "quoc"].contains(word)
                fillers += 1
                index += 1
            } else {
                break
            }
        }
        record(name, trigger, isQualified: isQualified)
        return max(index, start + 1)
    }

    private mutating func record(_ name: Name, _ trigger: Trigger, isQualified: Bool) {
        switch trigger {
        case .commons: if name.isZero || !name.modules.isEmpty { names.append(name) }
        case .module:
            // “Attribution” alone is a word like any other.
            let isName = name.version != nil || isQualified || name.modules.subtracting(.by) != []
            if isName { names.append(name) } else { otherModules.formUnion(name.modules.subtracting(.by)) }
        }
    }

    /// Whether `by` is a module and not the preposition of “photographs (CC) by Lan”.
    private func isName(by index: Int, after start: Int) -> Bool {
        if words[index].isCapital || index == start || words[index].isJoined { return true }
        guard index + 1 < words.count else { return true }
        return words[index + 1].isJoined || version(at: index + 1) != nil
            || CreativeCommonsModules.module(in: words, at: index + 1) != nil
            || words[index + 1].text.hasPrefix("licen")
    }

    /// `4 0`, `v4 0`, `4`.
    private func version(at index: Int) -> (version: String, length: Int)? {
        let word = words[index].text
        guard let major = (word.hasPrefix("v") ? word.dropFirst() : word[...]).first, word.utf8.count <= 2,
            word.last == major, "1234".contains(major)
        else { return nil }
        if index + 1 < words.count, words[index + 1].isJoined, ["0", "1", "5"].contains(words[index + 1].text) {
            return ("\(major).\(words[index + 1].text)", 2)
        }
        return ("\(major).0", 1)
    }

    /// “Commercial” with a denial shortly before it.
    private func isForbidden(at index: Int) -> Bool {
        words[max(0, index - 4)..<index].contains {
            ["no", "not", "non", "without", "prohibits", "never"].contains($0.text)
        }
    }
}
