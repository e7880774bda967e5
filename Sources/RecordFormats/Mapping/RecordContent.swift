/// One record before its fields are brought into ours.
enum RecordContent {
    case object(JSONValue)
    case row([String], CSVHeader)

    /// The texts at `path`, trimmed, empty ones left out.
    func texts(at path: ValuePath) -> [String] {
        var texts: [String] = []
        switch self {
        case .object(let object): Self.collect(object, path.steps[...], into: &texts)
        case .row(let cells, let header):
            if let index = header.indices[path.text], !cells[index].isEmpty { texts.append(cells[index]) }
        }
        return texts
    }

    private static func collect(_ value: JSONValue, _ steps: ArraySlice<String>, into texts: inout [String]) {
        if case .array(let elements) = value {
            for element in elements { collect(element, steps, into: &texts) }
        } else if let step = steps.first {
            if let member = value[step] { collect(member, steps.dropFirst(), into: &texts) }
        } else if let text = value.text?.trimmed, !text.isEmpty {
            texts.append(text)
        }
    }
}
