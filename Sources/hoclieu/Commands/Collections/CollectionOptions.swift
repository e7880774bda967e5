import ArgumentParser
import CatalogueModel
import Foundation
import Publishing
import Vocabularies

/// What the commands that make and edit a collection take. An empty text clears what it stands for.
struct CollectionOptions: ParsableArguments {
    @Option(help: "Tên tiếng Anh · title in English.") var titleEn: String?
    @Option(help: "Giới thiệu · introduction.") var summary: String?
    @Option(help: "Giới thiệu tiếng Anh · introduction in English.") var summaryEn: String?
    @Option(help: "audience, event, centre: nhóm người học, sự kiện, trung tâm.") var purpose: CollectionPurpose?
    @Option(help: "Nhóm người học, mã của audiences · group of learners, a code of audiences.") var audience: String?
    @Option(help: "Đơn vị làm ra · owner.") var institution: String?
    @Option(help: "Ngày mở, ví dụ 2026-04-15 · first day.") var opens: String?
    @Option(help: "Ngày kết thúc · last day.") var closes: String?

    /// - Throws: `CollectionError.noDay`.
    func apply(to details: inout CollectionDetails) throws {
        if let titleEn { details.titleInEnglish = titleEn }
        if let summary { details.summary = summary }
        if let summaryEn { details.summaryInEnglish = summaryEn }
        if let purpose { details.purpose = purpose }
        if let audience { details.audience = audience.isEmpty ? nil : audience }
        if let institution { details.institution = institution.isEmpty ? nil : institution }
        if let opens { details.opensOn = try CollectionDetails.day(opens) }
        if let closes { details.closesOn = try CollectionDetails.day(closes) }
    }
}

extension CollectionPurpose: ExpressibleByArgument {}

/// Runs a change of a collection for whoever is at the keyboard.
struct CollectionChange: ParsableArguments {
    @OptionGroup var options: CatalogueOptions
    @Option(help: "Ai sửa · who changes it.") var by: String?

    func run(_ change: (Collections, _ actor: String, _ instant: Date) throws -> Void) throws {
        let store = try options.existing()
        try options.explained { try change(Collections(store), CommandActor.name(by), Date()) }
    }

    func say(_ vietnamese: String, _ english: String) {
        print(LocalisedText(vietnamese: vietnamese, english: english)[options.language])
    }

    /// - Throws: `CollectionError.unknownResource`.
    static func identifier(_ text: String) throws -> ResourceID {
        guard let id = ResourceID(text) else { throw CollectionError.unknownResource(text) }
        return id
    }
}
