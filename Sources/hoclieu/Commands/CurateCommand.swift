import ArgumentParser
import CatalogueModel
import CatalogueStore
import Foundation
import Vocabularies

struct CurateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curate",
        abstract: "Sửa tay một trường; lần thu sau vẫn giữ · set a field by hand; harvests leave it alone.",
        discussion: """
            hoclieu curate ctu:123 about 081 --by "Lan"     đặt giá trị · set
            hoclieu curate ctu:123 about --undo --by "Lan"  trả lại giá trị của nguồn · give the source's value back
            hoclieu curate ctu:123                          xem · list
            """)

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã học liệu · identifier of the resource.") var resource: String
    @Argument(help: "Trường: name, description, about, license … · field.") var field: String?
    @Argument(help: "Giá trị; không có: xóa trống · values; none clears the field.") var values: [String] = []
    @Option(help: "Ai sửa · who sets it.") var by: String?
    @Flag(help: "Bỏ giá trị sửa tay · take the value set by hand back.") var undo = false

    func run() throws {
        try options.explained {
            guard let id = ResourceID(resource) else { throw CurationError.resource(resource) }
            guard let field else { return try list(id) }
            guard let sourceField = SourceField(rawValue: field) else {
                throw CurationError.field(field, known: SourceField.allCases.map(\.rawValue))
            }
            let store = try options.existing()
            let person = by ?? NSUserName()
            if undo {
                guard try store.uncurate(id, sourceField, by: person, at: Date()) else {
                    return say("Trường này chưa được sửa tay.", "This field was not set by hand.")
                }
                return say("Đã trả lại giá trị của nguồn.", "The source's value stands again.")
            }
            for warning in try store.curate(id, sourceField, values, by: person, at: Date()) {
                Terminal.writeError("\(warning.message[options.language]). \(warning.remedy[options.language])\n")
            }
            say("Đã ghi; các lần thu sau không đổi giá trị này.", "Kept; harvests leave this value alone.")
        }
    }

    private func list(_ id: ResourceID) throws {
        for value in try options.open(.read).curatedValues(of: id) {
            let day = value.setAt.formatted(.iso8601)
            print(
                [value.field, value.values.joined(separator: " | "), day, value.setBy].map(Terminal.plain)
                    .joined(separator: "\t"))
        }
    }

    private func say(_ vietnamese: String, _ english: String) {
        print(LocalisedText(vietnamese: vietnamese, english: english)[options.language])
    }
}
