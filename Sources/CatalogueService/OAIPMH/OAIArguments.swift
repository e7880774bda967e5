/// The arguments of a request, checked (OAI-PMH 2.0 §3.1.1, §3.6).
struct OAIArguments {
    let verb: OAIVerb
    /// As sent, by name.
    let values: [String: String]
    let token: OAIToken?

    /// - Throws: `OAIError`.
    init(_ items: [(name: String, value: String)]) throws(OAIError) {
        let verbs = items.filter { $0.name == "verb" }
        guard verbs.count == 1, let verb = OAIVerb(rawValue: verbs[0].value) else {
            let known = OAIVerb.allCases.map(\.rawValue).joined(separator: ", ")
            throw OAIError(.badVerb, "verb must be one, and one of: \(known)")
        }
        var values: [String: String] = [:]
        for item in items where item.name != "verb" {
            guard
                verb.required.union(verb.optional).contains(item.name) || verb.isList && item.name == "resumptionToken"
            else { throw OAIError(.badArgument, "\(verb.rawValue) takes no argument \(item.name.prefix(80))") }
            guard values.updateValue(item.value, forKey: item.name) == nil else {
                throw OAIError(.badArgument, "\(item.name) stands more than once")
            }
        }
        self.verb = verb
        self.values = values
        guard let text = values["resumptionToken"] else {
            token = nil
            for name in verb.required.sorted() where values[name] == nil {
                throw OAIError(.badArgument, "\(verb.rawValue) needs \(name)")
            }
            return
        }
        guard values.count == 1 else {
            throw OAIError(.badArgument, "resumptionToken stands alone, beside the verb")
        }
        guard let found = OAIToken(text), found.verb == verb else {
            throw OAIError(.badResumptionToken, "This catalogue gave no such resumptionToken")
        }
        token = found
    }
}
