import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Normalisation
import Vocabularies

struct QualityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality",
        abstract: "Bản ghi thiếu gì, mất gì, sửa thế nào · what records lack, what it costs, how to mend it.",
        discussion: """
            hoclieu quality phet:ohms-law              một học liệu · one resource
            hoclieu quality --institution phet         mười việc nên sửa trước · the ten cheapest fixes
            """)

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã học liệu · identifier of a resource.") var resource: String?
    @Option(help: "Mã đơn vị · institution.") var institution: String?

    func validate() throws {
        guard (resource == nil) != (institution == nil) else {
            throw ValidationError("Ghi một mã học liệu hoặc --institution · give a resource or --institution.")
        }
    }

    func run() throws {
        let store = try options.open(.read)
        try options.explained {
            if let resource {
                try report(resource, store)
            } else if let institution {
                try summarise(institution, store)
            }
        }
    }

    private func report(_ text: String, _ store: CatalogueStore) throws {
        guard let id = ResourceID(text), let report = try store.quality(of: id) else {
            throw CurationError.resource(text)
        }
        print("\(text): \(report.score)/100")
        for finding in report.findings {
            print(
                Terminal.plain(
                    "  −\(finding.points) \(finding.field.rawValue): \(say(finding.message)). \(say(finding.cost)). "
                        + say(finding.remedy)))
        }
    }

    private func summarise(_ id: String, _ store: CatalogueStore) throws {
        try store.requireInstitution(id)
        let (summary, weakest) = try store.quality(ofInstitution: id)
        let mean = String(format: "%.1f", summary.meanScore)
        print(
            say(
                LocalisedText(
                    vietnamese: "\(id): \(summary.records) học liệu, trung bình \(mean)/100",
                    english: "\(id): \(summary.records) resources, mean \(mean)/100")))
        for entry in summary.cheapestFixes() {
            print(
                Terminal.plain(
                    "  \(entry.records) × \(say(entry.kind.message)) (+\(entry.points)). \(say(entry.kind.remedy))"))
        }
        for weak in weakest { print(Terminal.plain("  \(weak.score)/100 \(weak.id) \(weak.title)")) }
    }

    private func say(_ text: LocalisedText) -> String { text[options.language] }
}
