import Vocabularies
import Yams

/// A part of a mapping file and where it stands: reads it, or says what it should have been.
struct MappingNode {
    private let node: Node
    private let file: String
    /// Keys from the top of the file to here.
    let key: String?
    private let line: Int

    private init(_ node: Node, file: String, key: String?, line: Int) {
        self.node = node
        self.file = file
        self.key = key
        self.line = node.mark?.line ?? line
    }

    /// - Throws: `RecordMappingError` where `yaml` is empty or no YAML.
    static func root(of yaml: String, file: String) throws(RecordMappingError) -> MappingNode {
        let node: Node?
        do {
            node = try Yams.compose(yaml: yaml)
        } catch {
            throw syntaxError(error, file: file)
        }
        guard let node else {
            throw RecordMappingError(
                file: file, line: 1, key: nil,
                message: LocalisedText(vietnamese: "Tệp trống", english: "The file is empty"),
                remedy: LocalisedText(
                    vietnamese: "Hãy ghi name, publisher và fields", english: "It needs name, publisher and fields"))
        }
        return MappingNode(node, file: file, key: nil, line: 1)
    }

    private static func syntaxError(_ error: any Error, file: String) -> RecordMappingError {
        var line = 1
        var detail = "\(error)"
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            (line, detail) = (mark.line, problem)
        case .duplicatedKeysInMapping(let duplicates, let context):
            line = context.mark.line
            detail = "the key “\(duplicates.first ?? "")” stands there twice"
        default: break
        }
        return RecordMappingError(
            file: file, line: line, key: nil,
            message: LocalisedText(vietnamese: "YAML sai: \(detail)", english: "This is no YAML: \(detail)"),
            remedy: LocalisedText(
                vietnamese: "Hãy xem lại thụt đầu dòng, dấu hai chấm và dấu ngoặc kép",
                english: "Look at the indentation, colons and quotation marks"))
    }

    func error(_ message: LocalisedText, _ remedy: LocalisedText) -> RecordMappingError {
        RecordMappingError(file: file, line: line, key: key, message: message, remedy: remedy)
    }

    func error(
        vietnamese: String, english: String, remedyVietnamese: String, remedyEnglish: String
    ) -> RecordMappingError {
        error(
            LocalisedText(vietnamese: vietnamese, english: english),
            LocalisedText(vietnamese: remedyVietnamese, english: remedyEnglish))
    }
}

// MARK: Reading

extension MappingNode {
    var isList: Bool { node.sequence != nil }
    var isTable: Bool { node.mapping != nil }

    /// Keys and values in the order of the file.
    ///
    /// - Throws: `RecordMappingError` where this is no table of keys.
    func members() throws(RecordMappingError) -> [(key: String, value: MappingNode)] {
        guard let mapping = node.mapping else {
            throw error(
                vietnamese: "Ở đây phải là các cặp “khóa: giá trị”", english: "Keys with values belong here",
                remedyVietnamese: "Ví dụ:  name: title", remedyEnglish: "For example:  name: title")
        }
        var members: [(key: String, value: MappingNode)] = []
        for (keyNode, value) in mapping {
            let name = keyNode.scalar?.string ?? ""
            let path = key.map { "\($0).\(name)" } ?? name
            members.append((name, MappingNode(value, file: file, key: path, line: keyNode.mark?.line ?? line)))
        }
        return members
    }

    /// One text.
    ///
    /// - Throws: `RecordMappingError` for a list, a table and an empty value.
    func text() throws(RecordMappingError) -> String {
        guard let scalar = node.scalar, node.null == nil, !scalar.string.trimmed.isEmpty else { throw notText() }
        return scalar.string.trimmed
    }

    private func notText() -> RecordMappingError {
        error(
            vietnamese: "Ở đây phải là một đoạn chữ", english: "Text belongs here",
            remedyVietnamese: "Hãy ghi giá trị, trong dấu ngoặc kép nếu có : hoặc {",
            remedyEnglish: "Write a value, in quotation marks where it holds : or {")
    }

    /// One or several texts as they are, white space at their ends included.
    func rawTexts() throws(RecordMappingError) -> [String] {
        var texts: [String] = []
        for element in elements() {
            guard let text = element.node.scalar?.string, !text.isEmpty else { throw element.notText() }
            texts.append(text)
        }
        return texts
    }

    /// The elements of a list; of anything else, itself.
    func elements() -> [MappingNode] {
        guard let sequence = node.sequence else { return [self] }
        return sequence.map { MappingNode($0, file: file, key: key, line: line) }
    }

    /// One or several texts; none for `[]` and an empty value.
    func texts() throws(RecordMappingError) -> [String] {
        if node.null != nil { return [] }
        var texts: [String] = []
        for element in elements() { texts.append(try element.text()) }
        return texts
    }
}
