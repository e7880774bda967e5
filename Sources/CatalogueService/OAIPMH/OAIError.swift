/// An error of OAI-PMH 2.0 §3.6: it travels in a good answer (200), with a text for people.
struct OAIError: Error, Hashable {
    enum Code: String, CaseIterable {
        case badArgument, badResumptionToken, badVerb, cannotDisseminateFormat, idDoesNotExist, noRecordsMatch
        case noMetadataFormats, noSetHierarchy
    }

    let code: Code
    let text: String

    init(_ code: Code, _ text: String) {
        self.code = code
        self.text = text
    }
}
