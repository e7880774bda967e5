import Foundation
import Publishing
import Vocabularies

/// What somebody typed into the field of concepts, as far as it is understood.
struct ConceptEntry {
    /// A text only who typed it can explain.
    struct Question {
        let text: String
        let choices: [ConceptNames.Match]
        /// Whether the choices go by just that name; otherwise they only have its words.
        let isNamed: Bool
    }

    /// A text that was understood, though others of its scheme go by that name, too.
    struct Reading {
        let match: ConceptNames.Match
        let others: [ConceptNames.Match]
    }

    private(set) var readings: [Reading] = []
    private(set) var questions: [Question] = []
    /// Of the texts that were understood, as they were typed.
    private(set) var understood: [String] = []

    /// - Parameter texts: of one or more concepts each, separated by semicolons or line ends: names have commas.
    /// - Throws: `TagError.unknownName`, `tooMany`.
    init(_ texts: [String], _ vocabularies: VocabularySet) throws(TagError) {
        let names = texts.flatMap { text in
            text.split { $0 == ";" || $0.isNewline }.map { $0.trimmingCharacters(in: .whitespaces) }
        }.filter { !$0.isEmpty }
        guard names.count <= Tags.mostAtOnce else {
            throw .tooMany(given: names.count, limit: Tags.mostAtOnce)
        }
        guard !names.isEmpty else { return }
        let known = ConceptNames(vocabularies)
        for name in names {
            let kind = ConceptWords.withoutKind(name)
            switch known.meaning(of: kind?.text ?? name, in: kind?.scheme) {
            case .concept(let match, let others):
                readings.append(Reading(match: match, others: others))
                understood.append(name)
            case .several(let choices): questions.append(Question(text: name, choices: choices, isNamed: true))
            case .unknown(let near):
                guard !near.isEmpty else { throw .unknownName(name) }
                questions.append(Question(text: name, choices: near, isNamed: false))
            }
        }
    }

    var targets: [TagTarget] { readings.map { .concept($0.match.scheme, $0.match.code) } }
}
