import CatalogueModel
import Vocabularies

/// Reads mapping files; `RecordMapping` shows what stands in them.
struct RecordMappingParser {
    private static let keys = ["name", "format", "publisher", "constants", "fields", "transforms", "values"]
    private static let requiredFields: [SourceField] = [.identifier, .name, .url, .publisher]

    let file: String

    func mapping(from yaml: String) throws(RecordMappingError) -> RecordMapping {
        let root = try MappingNode.root(of: yaml, file: file)
        let parts = try Dictionary(root.members(), uniquingKeysWith: { first, _ in first })
        for (key, part) in parts where !Self.keys.contains(key) { throw unknownKey(part, key, Self.keys) }
        let format = try format(parts["format"])
        guard let fields = parts["fields"] else {
            throw root.error(
                vietnamese: "Thiếu “fields”", english: "“fields” is missing",
                remedyVietnamese: "Hãy ghi mỗi trường của ta lấy từ đâu",
                remedyEnglish: "Say where each of our fields comes from")
        }
        var constants = try byField(parts["constants"]) { (node) throws(RecordMappingError) in try node.texts() }
        if let publisher = parts["publisher"] { try addPublisher(publisher, to: &constants) }
        let transforms = try byField(parts["transforms"], transforms)
        let tables = try byField(parts["values"], table)
        let rules = try rules(fields, constants, transforms, tables)
        try checkThatNothingIsMissing(root, rules, constants)
        try checkThatAllIsUsed(parts, rules)
        return RecordMapping(
            name: try parts["name"]?.text() ?? file, format: format, constants: constants, rules: rules)
    }

    private func rules(
        _ fields: MappingNode, _ constants: [SourceField: [String]], _ transforms: [SourceField: [TextTransform]],
        _ tables: [SourceField: ValueTable]
    ) throws(RecordMappingError) -> [FieldRule] {
        var rules: [FieldRule] = []
        for (key, node) in try fields.members() {
            let field = try field(key, node)
            if constants[field] != nil {
                throw node.error(
                    vietnamese: "“\(key)” đã có giá trị cố định", english: "“\(key)” has a constant already",
                    remedyVietnamese: "Hãy bỏ một trong hai, hoặc dùng “default”",
                    remedyEnglish: "Remove one of the two, or use “default”")
            }
            var sources: [ValueSource] = []
            for element in node.elements() { sources.append(try source(element)) }
            rules.append(
                FieldRule(field: field, sources: sources, transforms: transforms[field] ?? [], table: tables[field]))
        }
        return rules
    }

    private func checkThatNothingIsMissing(
        _ root: MappingNode, _ rules: [FieldRule], _ constants: [SourceField: [String]]
    ) throws(RecordMappingError) {
        let given = Set(rules.map(\.field)).union(constants.keys)
        guard let missing = Self.requiredFields.first(where: { !given.contains($0) }) else { return }
        throw root.error(
            vietnamese: "Chưa nói “\(missing.rawValue)” lấy từ đâu",
            english: "Nothing says where “\(missing.rawValue)” comes from",
            remedyVietnamese: "Mọi bản ghi cần identifier, name, url và publisher",
            remedyEnglish: "Every record needs identifier, name, url and publisher")
    }

    /// A transform or table for a field that nothing fills is a slip of the pen.
    private func checkThatAllIsUsed(
        _ parts: [String: MappingNode], _ rules: [FieldRule]
    ) throws(RecordMappingError) {
        let filled = Set(rules.map(\.field.rawValue))
        for part in ["transforms", "values"] {
            for (key, node) in try parts[part]?.members() ?? [] where !filled.contains(key) {
                throw node.error(
                    vietnamese: "“fields” không có “\(key)”", english: "“\(key)” is not in “fields”",
                    remedyVietnamese: "Hãy thêm vào “fields” hoặc bỏ dòng này",
                    remedyEnglish: "Add it to “fields”, or remove this line")
            }
        }
    }
}

// MARK: Parts

extension RecordMappingParser {
    private func format(_ node: MappingNode?) throws(RecordMappingError) -> RecordFormat? {
        guard let node else { return nil }
        let text = try node.text()
        guard let format = RecordFormat(rawValue: text), format != .xml else {
            throw node.error(
                vietnamese: "Không có định dạng “\(text)”", english: "There is no format “\(text)”",
                remedyVietnamese: "Hãy ghi jsonl hoặc csv", remedyEnglish: "Write jsonl or csv")
        }
        return format
    }

    private func addPublisher(
        _ node: MappingNode, to constants: inout [SourceField: [String]]
    ) throws(RecordMappingError) {
        guard node.isTable else {
            constants[.publisher] = [try node.text()]
            return
        }
        for (key, value) in try node.members() {
            switch key {
            case "identifier": constants[.publisher] = [try value.text()]
            case "name": constants[.publisherName] = [try value.text()]
            default: throw unknownKey(value, key, ["identifier", "name"])
            }
        }
    }

    private func source(_ node: MappingNode) throws(RecordMappingError) -> ValueSource {
        guard node.isTable else { return ValueSource(place: try place(node), pattern: nil, fallback: nil) }
        var place: ValueSource.Place?
        var pattern: TextPattern?
        var fallback: String?
        for (key, value) in try node.members() {
            switch key {
            case "path": place = try self.place(value)
            case "pattern": pattern = try self.pattern(value)
            case "default": fallback = try value.text()
            default: throw unknownKey(value, key, ["path", "pattern", "default"])
            }
        }
        guard let place else {
            throw node.error(
                vietnamese: "Thiếu “path”", english: "“path” is missing",
                remedyVietnamese: "Hãy ghi đường dẫn hoặc tên cột; giá trị cố định thì ghi trong “constants”",
                remedyEnglish: "Name a path or column; constant values belong to “constants”")
        }
        return ValueSource(place: place, pattern: pattern, fallback: fallback)
    }

    private func place(_ node: MappingNode) throws(RecordMappingError) -> ValueSource.Place {
        let text = try node.text()
        let place: ValueSource.Place? =
            text.contains("{") ? ValueTemplate(text).map { .template($0) } : ValuePath(text).map { .path($0) }
        guard let place else {
            throw node.error(
                vietnamese: "“\(text)” viết chưa đúng", english: "“\(text)” is no path and no template",
                remedyVietnamese: "Đường dẫn như a.b[].c; mẫu như \"tate:{acno}\"",
                remedyEnglish: "A path is like a.b[].c, a template like \"tate:{acno}\"")
        }
        return place
    }

    private func pattern(_ node: MappingNode) throws(RecordMappingError) -> TextPattern {
        let text = try node.text()
        do {
            return try TextPattern(text)
        } catch {
            throw node.error(
                vietnamese: "“\(text)” không phải là biểu thức chính quy",
                english: "“\(text)” is no regular expression",
                remedyVietnamese: "Hãy xem lại dấu ngoặc; trong \"…\" viết \\ thành \\\\",
                remedyEnglish: "Look at its brackets; within \"…\" write \\ as \\\\")
        }
    }

    private func transforms(_ node: MappingNode) throws(RecordMappingError) -> [TextTransform] {
        var transforms: [TextTransform] = []
        for element in node.elements() {
            guard element.isTable else {
                transforms.append(try namedTransform(element))
                continue
            }
            for (key, value) in try element.members() {
                switch key {
                case "split": transforms.append(.split(try value.rawTexts()))
                case "pattern": transforms.append(.pattern(try pattern(value)))
                case "replace": transforms.append(try replacement(value))
                default: throw unknownKey(value, key, ["split", "replace", "pattern"])
                }
            }
        }
        return transforms
    }

    private func namedTransform(_ node: MappingNode) throws(RecordMappingError) -> TextTransform {
        let name = try node.text()
        switch name {
        case "html": return .html
        case "seconds": return .duration(secondsPerUnit: 1)
        case "minutes": return .duration(secondsPerUnit: 60)
        default: throw unknownKey(node, name, ["html", "seconds", "minutes", "split: …", "replace: …", "pattern: …"])
        }
    }

    private func replacement(_ node: MappingNode) throws(RecordMappingError) -> TextTransform {
        let texts = node.isList ? try node.rawTexts() : []
        guard texts.count == 2 else {
            throw node.error(
                vietnamese: "“replace” cần hai đoạn chữ", english: "“replace” takes two texts",
                remedyVietnamese: "Ví dụ: { replace: [ \"cũ\", \"mới\" ] }",
                remedyEnglish: "For example: { replace: [ \"old\", \"new\" ] }")
        }
        return .replace(texts[0], texts[1])
    }

    private func table(_ node: MappingNode) throws(RecordMappingError) -> ValueTable {
        var ours: [String: [String]] = [:]
        var others = ValueTable.Others.keep
        for (key, value) in try node.members() {
            if key == "others" {
                let text = try value.text()
                guard let choice = ValueTable.Others(rawValue: text) else {
                    throw unknownKey(value, text, ValueTable.Others.allCases.map(\.rawValue))
                }
                others = choice
            } else {
                let texts = try value.texts()
                ours[key] = texts
                if ours[key.lowercased()] == nil { ours[key.lowercased()] = texts }
            }
        }
        return ValueTable(ours: ours, others: others)
    }

    private func byField<Value>(
        _ node: MappingNode?, _ read: (MappingNode) throws(RecordMappingError) -> Value
    ) throws(RecordMappingError) -> [SourceField: Value] {
        var values: [SourceField: Value] = [:]
        for (key, value) in try node?.members() ?? [] { values[try field(key, value)] = try read(value) }
        return values
    }

    private func field(_ name: String, _ node: MappingNode) throws(RecordMappingError) -> SourceField {
        guard let field = SourceField(rawValue: name) else {
            throw unknownKey(node, name, SourceField.allCases.map(\.rawValue))
        }
        return field
    }

    private func unknownKey(_ node: MappingNode, _ name: String, _ known: [String]) -> RecordMappingError {
        node.error(
            vietnamese: "Không biết “\(name)”", english: "“\(name)” is not known here",
            remedyVietnamese: "Có thể dùng: \(known.joined(separator: ", "))",
            remedyEnglish: "You may use: \(known.joined(separator: ", "))")
    }
}
