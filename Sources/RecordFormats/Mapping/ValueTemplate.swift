/// Text with places for values: `tate:{acno}`.
struct ValueTemplate: Hashable, Sendable {
    private enum Part: Hashable {
        case text(String)
        case place(ValuePath)
        /// Digits made of all values at these paths.
        case hash([ValuePath])
    }

    private let parts: [Part]

    /// Nil where a brace is not closed or a place names no path.
    init?(_ text: String) {
        var parts: [Part] = []
        var literal = ""
        var rest = Substring(text)
        while let character = rest.popFirst() {
            if character == "{", rest.first != "{" {
                guard let end = rest.firstIndex(of: "}"), let part = Self.place(rest[..<end]) else { return nil }
                if !literal.isEmpty { parts.append(.text(literal)) }
                literal = ""
                parts.append(part)
                rest = rest[end...].dropFirst()
            } else {
                if character == "{" { rest.removeFirst() }
                literal.append(character)
            }
        }
        if !literal.isEmpty { parts.append(.text(literal)) }
        self.parts = parts
    }

    private static func place(_ text: Substring) -> Part? {
        guard text.hasPrefix("hash:") else { return ValuePath(text.trimmed).map { .place($0) } }
        let names = text.dropFirst(5).split(separator: ",", omittingEmptySubsequences: false)
        let paths = names.compactMap { ValuePath($0.trimmed) }
        return paths.count == names.count ? .hash(paths) : nil
    }

    var paths: [ValuePath] {
        parts.flatMap { part in
            switch part {
            case .text: [ValuePath]()
            case .place(let path): [path]
            case .hash(let paths): paths
            }
        }
    }

    /// The filled text; nil where a place has no value, or all places of a hash have none.
    func text(from content: RecordContent) -> String? {
        var text = ""
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .place(let path):
                let values = content.texts(at: path)
                if values.isEmpty { return nil }
                text += values.joined(separator: ", ")
            case .hash(let paths):
                let values = paths.map(content.texts)
                if values.allSatisfy(\.isEmpty) { return nil }
                text += StableHash.digits(of: values)
            }
        }
        return text
    }
}
