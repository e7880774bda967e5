package import CatalogueModel
package import Vocabularies

/// Suggests subjects (narrow fields of ISCED-F), audiences, levels and tags for a text. Suggestions become nothing by
/// themselves: a person accepts them, or a threshold an institution set.
package struct Classifier: Sendable {
    package static let schemes: [SchemeID] = [.subjects, .audiences, .levels]

    private let concepts: [ConceptClassifier]
    private let tags: TagProposer

    /// - Complexity: O(*n*) in the text of the records, six times over: once to learn, five times to calibrate.
    package init(_ material: ClassifierMaterial) {
        let read = material.resources.map { ($0, TextFeatures(ClassifiedText($0))) }
        concepts = Self.schemes.map { scheme in
            ConceptClassifier(
                scheme, codes: material.codes(of: scheme), vocabulary: material.words(of: scheme),
                examples: Self.examples(read, scheme))
        }
        tags = TagProposer(
            names: material.tagNames,
            // Keywords must not count as words that propose them.
            records: material.resources.map { resource in
                (TextFeatures(ClassifiedText(resource).running), resource.keywords + resource.tags.map(\.name))
            })
    }

    static func examples(
        _ read: [(LearningResource, TextFeatures)], _ scheme: SchemeID
    ) -> [ConceptClassifier.Example] {
        read.compactMap { resource, features in
            let labels = ClassifierMaterial.labels(of: resource, in: scheme)
            return labels.isEmpty
                ? nil : ConceptClassifier.Example(features: features, labels: labels, group: resource.publisher.id)
        }
    }

    /// Concepts for a text, the surest first.
    ///
    /// - Parameters:
    ///   - limit: of each scheme.
    ///   - least: of the confidence; nil for what is worth showing to a person.
    package func concepts(
        for text: ClassifiedText, in schemes: [SchemeID] = Classifier.schemes, limit: Int = 3,
        least: Double? = nil
    ) -> [ConceptSuggestion] {
        let features = TextFeatures(text)
        return concepts.filter { schemes.contains($0.scheme) }.flatMap {
            $0.suggestions(features, limit: limit, least: least)
        }
    }

    /// Free tags whose words stand in the text, the surest first.
    package func tags(for text: ClassifiedText, limit: Int = 8, least: Double = 0.4) -> [TagProposal] {
        tags.proposals(TextFeatures(text.running), limit: limit, least: least)
    }

    /// What is suggested for a resource beyond what it says already.
    package func suggestions(
        for resource: LearningResource, limit: Int = 3
    ) -> (concepts: [ConceptSuggestion], tags: [TagProposal]) {
        let text = ClassifiedText(resource)
        let stated = concepts(for: text, limit: limit).filter { suggestion in
            !ClassifierMaterial.labels(of: resource, in: suggestion.scheme).contains(suggestion.code)
        }
        let held = Set((resource.tags.map(\.name) + resource.keywords).compactMap { try? TagName($0).normal })
        return (stated, tags(for: text).filter { (try? TagName($0.name)).map { !held.contains($0.normal) } ?? false })
    }
}
