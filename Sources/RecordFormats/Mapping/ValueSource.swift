/// Where a field finds values: a path or a template, with a pattern and a default.
struct ValueSource: Sendable {
    enum Place: Sendable {
        case path(ValuePath)
        case template(ValueTemplate)
    }

    let place: Place
    let pattern: TextPattern?
    let fallback: String?

    var paths: [ValuePath] {
        switch place {
        case .path(let path): [path]
        case .template(let template): template.paths
        }
    }

    func values(in content: RecordContent) -> [String] {
        var values: [String]
        switch place {
        case .path(let path): values = content.texts(at: path)
        case .template(let template): values = template.text(from: content).map { [$0] } ?? []
        }
        if let pattern { values = values.compactMap(pattern.match) }
        if values.isEmpty, let fallback { values = [fallback] }
        return values
    }
}
