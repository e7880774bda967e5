/// How LOM writes its values: the elements of IEEE LOM 1.0 and of IMS 1.2 differ in case and in what holds a text.
extension XMLElement {
    /// The descendants that `path` of names in small letters leads to, without regard to case.
    func lom(_ path: String...) -> [XMLElement] {
        path.reduce([self]) { elements, name in
            elements.flatMap { $0.children.filter { $0.name.local.lowercased() == name } }
        }
    }

    /// Its texts with their languages: `string` (LOM 1.0) and `langstring` (IMS) elements, else its own text.
    func lomTexts(language: String?) -> [(text: String, language: String?)] {
        let strings = children.filter { ["string", "langstring"].contains($0.name.local.lowercased()) }
        guard !strings.isEmpty else { return [(text, self.language ?? language)] }
        return strings.map { ($0.text, $0[attribute: "language"] ?? $0.language ?? language) }
    }

    /// The first of its texts; empty where there is none.
    var lomText: String { lomTexts(language: nil).first { !$0.text.isEmpty }?.text ?? "" }

    /// The value of a vocabulary element: its address where it has one (`id`), its `value` otherwise.
    var lomValue: String {
        if let id = lom("id").first?.text, !id.isEmpty { return id }
        if let value = lom("value").first { return value.lomText }
        return lom("entry").first?.lomText ?? lomText
    }

    /// A date or length of time: in `dateTime` or `duration`, or the text itself.
    var lomTime: String {
        let inner = children.first { ["datetime", "duration"].contains($0.name.local.lowercased()) }
        return inner?.lomText ?? lomText
    }
}
