import ArgumentParser
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// `hoclieu trust`: whose deposits are published at once.
struct TrustCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Đơn vị được công bố ngay, không qua duyệt · institutions whose deposits are published at once.",
        discussion: """
            hoclieu trust                             liệt kê · list
            hoclieu trust can-tho-university          cho công bố ngay · trust
            hoclieu trust can-tho-university --undo   lại qua duyệt · no longer
            """)

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Mã đơn vị trong danh bạ · institution of the register.") var institution: String?
    @Flag(help: "Thôi tin cậy · no longer.") var undo = false

    func run() throws {
        guard let institution else { return try list() }
        let store = try options.existing()
        let isNew = try options.explained {
            try store.trust(institution, !undo, by: "command", at: Date())
        }
        let said =
            switch (isNew, undo) {
            case (true, false):
                LocalisedText(
                    vietnamese: "Học liệu “\(institution)” gửi từ nay được công bố ngay.",
                    english: "What “\(institution)” deposits is published at once from now on.")
            case (true, true):
                LocalisedText(
                    vietnamese: "Học liệu “\(institution)” gửi từ nay lại qua duyệt.",
                    english: "What “\(institution)” deposits is reviewed again from now on.")
            default: LocalisedText(vietnamese: "Đã như vậy từ trước.", english: "It stood so already.")
            }
        print(said[options.language])
    }

    private func list() throws {
        let store = try options.open(.read)
        let trusted = try options.explained { try store.read { db in try TrustedInstitutions.all(in: db) } }
        if trusted.isEmpty {
            print(
                LocalisedText(
                    vietnamese: "Chưa có đơn vị nào; mọi học liệu gửi đến đều qua duyệt.",
                    english: "There are none; every deposit is reviewed.")[options.language])
        }
        for (institution, since, by) in trusted {
            let day = since.formatted(.iso8601.year().month().day())
            print([institution, day, by].map(Terminal.plain).joined(separator: "\t"))
        }
    }
}
