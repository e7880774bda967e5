/// What a repository answers where it cannot answer (OAI-PMH 2.0 §3.6); it comes with HTTP 200, too.
package struct OAIError: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Code: String, CaseIterable, Sendable {
        case badArgument
        case badResumptionToken
        case badVerb
        case cannotDisseminateFormat
        case idDoesNotExist
        case noRecordsMatch
        case noMetadataFormats
        case noSetHierarchy
    }

    /// Nil where the repository made the code up.
    package let code: Code?
    /// The code as it came.
    package let codeText: String
    /// What the repository says, often nothing.
    package let message: String

    init(_ element: XMLElement) {
        codeText = element[attribute: "code"]?.trimmed ?? ""
        code = Code.allCases.first { [codeText] in $0.rawValue.lowercased() == codeText.lowercased() }
        message = element.text
    }

    package var description: String {
        [codeText.isEmpty ? "error" : codeText, message].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}
