import ArgumentParser
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// `hoclieu classify`: suggestions of subjects, audiences, levels and tags from the text itself.
struct ClassifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "classify",
        abstract: "Gợi ý lĩnh vực, đối tượng, trình độ, thẻ từ nội dung · suggestions from the text itself.",
        discussion: """
            hoclieu classify suggest ctu:1                       cho một học liệu · for a resource
            hoclieu classify suggest --text "Kế toán cơ bản"      cho một đoạn văn · for a text
            hoclieu classify threshold can-tho-university --scheme subjects --set 0.9 --by Hoa
            hoclieu classify apply --dry-run                     gắn gợi ý đủ chắc cho đơn vị đã đặt ngưỡng
            """,
        subcommands: [ClassifySuggestCommand.self, ClassifyThresholdCommand.self, ClassifyApplyCommand.self],
        defaultSubcommand: ClassifySuggestCommand.self)
}

struct ClassifySuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest", abstract: "Gợi ý, chắc nhất trước · suggestions, the surest first.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã học liệu · identifier of a resource.") var resource: String?
    @Option(help: "Hoặc một đoạn văn · or a text.") var text: String?

    func validate() throws {
        guard (resource == nil) != (text == nil) else {
            throw ValidationError(
                "Cho một mã học liệu, hoặc --text · give the identifier of a resource, or --text")
        }
    }

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            let classifier = Classifier(try ClassifierMaterial(of: store))
            let (concepts, tags) = try suggestions(classifier, store)
            let vocabularies = try store.referenceData().vocabularies
            let because = LocalisedText(vietnamese: "vì có: ", english: "because of: ")[options.language]
            for concept in concepts {
                let label = vocabularies[concept.scheme].label(of: concept.code, in: options.language)
                let reasons =
                    concept.because.isEmpty ? "" : "\t" + because + concept.because.joined(separator: ", ")
                print(
                    Terminal.columns(
                        "\(concept.scheme.rawValue)\t\(concept.code)\t\(label)\t\(percent(concept.confidence))\(reasons)"
                    ))
            }
            for tag in tags {
                print(
                    Terminal.columns(
                        "tags\t\(tag.name)\t\(tag.name)\t\(percent(tag.confidence))\t\(because)\(tag.because)"))
            }
            if concepts.isEmpty, tags.isEmpty {
                print(
                    LocalisedText(
                        vietnamese: "Không có gợi ý nào đủ chắc.", english: "Nothing is sure enough to suggest.")[
                            options.language])
            }
        }
    }

    private func suggestions(
        _ classifier: Classifier, _ store: CatalogueStore
    ) throws -> ([ConceptSuggestion], [TagProposal]) {
        if let text {
            let read = ClassifiedText(title: text, description: "")
            return (classifier.concepts(for: read), classifier.tags(for: read))
        }
        guard let id = resource.flatMap({ ResourceID($0) }), let entry = try Searcher(store).resource(id) else {
            throw TagError.unknownResource(resource ?? "")
        }
        let found = classifier.suggestions(for: entry.resource)
        return (found.concepts, found.tags)
    }

    private func percent(_ confidence: Double) -> String { "\(Int((confidence * 100).rounded())) %" }
}

struct ClassifyThresholdCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "threshold",
        abstract: "Đơn vị cho gắn tự động từ mức chắc nào · from which confidence on an institution lets it assign.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã đơn vị; không có: xem tất cả · institution; none: list.") var institution: String?
    @Option(help: "subjects, audiences, levels.") var scheme = "subjects"
    @Option(help: "Từ 0.5 đến 1, hoặc off · from 0.5 to 1, or off.") var set: String?
    @Option(help: "Ai đặt · who sets it.") var by: String?

    func run() throws {
        guard let institution, let set else {
            let store = try options.open(.read)
            return try options.explained {
                for threshold in try AutomaticTagging(store).thresholds(of: institution) {
                    print(
                        Terminal.columns(
                            "\(threshold.institution)\t\(threshold.scheme.rawValue)\t\(threshold.value)\t\(threshold.setBy)"
                        ))
                }
            }
        }
        let store = try options.existing()
        try options.explained {
            guard let id = SchemeID(rawValue: scheme) else { throw ClassifierError.unknownScheme(scheme) }
            let value = Double(set.replacing(",", with: "."))
            guard set == "off" || value != nil else { throw ClassifierError.threshold }
            try AutomaticTagging(store).set(
                set == "off" ? nil : value, id, of: institution, by: CommandActor.name(by), at: Date())
        }
        print(LocalisedText(vietnamese: "Đã đặt.", english: "Set.")[options.language])
    }
}

struct ClassifyApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply",
        abstract: "Gắn gợi ý đủ chắc cho đơn vị đã đặt ngưỡng · assign what is sure enough where a threshold is set.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Chỉ đơn vị này · only this institution.") var institution: String?
    @Flag(help: "Chỉ xem, không gắn · only tell.") var dryRun = false

    func run() throws {
        let store = dryRun ? try options.open(.read) : try options.existing()
        let assigned = try options.explained {
            try AutomaticTagging(store).run(
                Classifier(try ClassifierMaterial(of: store)), institution: institution, isDryRun: dryRun, at: Date())
        }
        for (id, suggestion) in assigned {
            print(
                Terminal.columns(
                    "\(id)\t\(suggestion.scheme.rawValue)\t\(suggestion.code)\t"
                        + "\(Int((suggestion.confidence * 100).rounded())) %"))
        }
        print(
            LocalisedText(
                vietnamese: dryRun ? "Sẽ gắn \(assigned.count)." : "Đã gắn \(assigned.count).",
                english: dryRun ? "\(assigned.count) would be assigned." : "\(assigned.count) assigned.")[
                    options.language])
    }
}
