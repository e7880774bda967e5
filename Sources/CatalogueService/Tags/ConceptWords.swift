import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// The words in which pages speak of concepts that can be assigned, and what helps to type them.
struct ConceptWords {
    /// Examples of each scheme.
    private static let mostExamples = 24

    private let vocabularies: VocabularySet
    private let language: PreferredLanguage
    /// How many concepts of a scheme go by a label.
    private let uses: [SchemeID: [String: Int]]

    init(vocabularies: VocabularySet, language: PreferredLanguage) {
        self.vocabularies = vocabularies
        self.language = language
        uses = Dictionary(
            uniqueKeysWithValues: AssignedTags.conceptSchemes.map { scheme in
                let labels = vocabularies[scheme].concepts.map { ($0.label[language], 1) }
                return (scheme, Dictionary(labels, uniquingKeysWith: +))
            })
    }

    /// `Dịch vụ cá nhân (Lĩnh vực 101)`, `Nông dân (Đối tượng)`: what lists offer, and what is understood when it comes
    /// back. Codes are shown where people know them, or where nothing else tells concepts from each other.
    func text(of match: ConceptNames.Match) -> String {
        let (kind, label) = (
            Self.kind(of: match.scheme, in: language), vocabularies[match.scheme].label(of: match.code, in: language)
        )
        let needsCode = match.code.first?.isNumber == true || uses[match.scheme]?[label] ?? 0 > 1
        return needsCode ? "\(label) (\(kind) \(match.code))" : "\(label) (\(kind))"
    }

    /// The scheme a text ends with in brackets, in any language, and what stands before it.
    static func withoutKind(_ text: String) -> (text: String, scheme: SchemeID)? {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
        let kind = text[text.index(after: open)...].dropLast().lowercased()
        let scheme = AssignedTags.conceptSchemes.first { scheme in
            PreferredLanguage.allCases.contains { Self.kind(of: scheme, in: $0).lowercased() == kind }
        }
        return scheme.map { (text[..<open].trimmingCharacters(in: .whitespaces), $0) }
    }

    private static func kind(of scheme: SchemeID, in language: PreferredLanguage) -> String {
        PageText.text("conceptKind." + scheme.rawValue, in: language)
    }

    /// All concepts, for the list that completes what is typed.
    var options: [[String: String]] {
        AssignedTags.conceptSchemes.flatMap { scheme in
            vocabularies[scheme].concepts.map { ["value": text(of: .init(scheme: scheme, code: $0.code))] }
        }
    }

    /// The broad concepts of each scheme.
    var examples: [[String: String]] {
        AssignedTags.conceptSchemes.compactMap { scheme in
            let broad = vocabularies[scheme].concepts.filter { $0.broader == nil }.prefix(Self.mostExamples)
            guard !broad.isEmpty else { return nil }
            return [
                "label": Self.kind(of: scheme, in: language),
                "names": broad.map { $0.label[language] }.joined(separator: "; "),
            ]
        }
    }

    /// Questions with what may be chosen.
    func values(of questions: [ConceptEntry.Question]) -> [[String: Any]] {
        questions.map { question in
            [
                "legend": PageText.text(question.isNamed ? "conceptSeveral" : "conceptNear", in: language)
                    .replacing("{text}", with: question.text),
                "choices": question.choices.map { ["value": $0.key, "text": text(of: $0)] },
            ]
        }
    }

    /// What a text was taken for, and what else goes by the name.
    func sentence(of reading: ConceptEntry.Reading) -> String {
        let taken = PageText.text("conceptTaken", in: language) + " " + text(of: reading.match) + "."
        guard !reading.others.isEmpty else { return taken }
        return taken + " " + PageText.text("conceptOthers", in: language) + " "
            + reading.others.map(text).joined(separator: "; ") + "."
    }
}
