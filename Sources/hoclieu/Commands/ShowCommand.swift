import ArgumentParser
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import RecordFormats
import Vocabularies

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "In một học liệu · print one learning resource.")

    @OptionGroup var options: CatalogueOptions

    @Argument(help: "Mã của học liệu · identifier of the resource.")
    var id: String

    @Flag(help: "In JSON-LD (schema.org) · print JSON-LD (schema.org).") var json = false

    func run() throws {
        let searcher = Searcher(try options.open(.read))
        let language = options.language
        guard let resourceID = ResourceID(id), let entry = try options.explained({ try searcher.resource(resourceID) })
        else {
            throw Failure(
                LocalisedText(
                    vietnamese: "Danh mục không có học liệu mang mã “\(id)”. Hãy tìm mã bằng “hoclieu search”.",
                    english: "The catalogue has no resource “\(id)”. Find identifiers with “hoclieu search”."),
                language: language)
        }
        let reference = try options.explained { try searcher.reference() }
        if let gone = entry.withdrawal {
            Terminal.writeError(
                LocalisedText(
                    vietnamese:
                        "Đã rút ngày \(gone.at.formatted(.iso8601.year().month().day())): \(gone.reason.label.vietnamese)",
                    english:
                        "Withdrawn on \(gone.at.formatted(.iso8601.year().month().day())): \(gone.reason.label.english)"
                )[language]
                    + "\n")
        }
        if json {
            let writer = SchemaOrgWriter(vocabularies: reference.vocabularies, language: language)
            print(String(decoding: writer.json(of: entry.resource), as: UTF8.self))
        } else {
            ResourcePrinter(reference: reference, language: language).print(entry)
        }
    }
}
