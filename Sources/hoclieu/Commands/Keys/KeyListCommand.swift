import ArgumentParser
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

struct KeyListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Liệt kê khóa · list keys.",
        discussion: "Cột · columns: tên, vai trò, phạm vi, tình trạng, hết hạn, dùng lần cuối.")

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let store = try options.open(.read)
        let keys = try options.explained { try AccessKeys(store).all() }
        if keys.isEmpty {
            print(
                LocalisedText(
                    vietnamese: "Chưa có khóa nào. Cấp: hoclieu key create TÊN --role publisher --institution MÃ",
                    english: "There are no keys. Make one: hoclieu key create NAME --role publisher --institution ID")[
                        options.language])
        }
        let now = Date()
        for key in keys {
            let principal = key.principal
            let line = [
                principal.name, principal.role.rawValue, principal.institution ?? principal.territory ?? "–",
                Self.label(key.state(at: now))[options.language],
                key.expiresAt.formatted(.iso8601.year().month().day()),
                key.lastUsedOn ?? "–",
            ]
            print(line.map(Terminal.plain).joined(separator: "\t"))
        }
    }

    private static func label(_ state: AccessKey.State) -> LocalisedText {
        switch state {
        case .valid: LocalisedText(vietnamese: "dùng được", english: "valid")
        case .expired: LocalisedText(vietnamese: "hết hạn", english: "expired")
        case .revoked: LocalisedText(vietnamese: "đã thu hồi", english: "revoked")
        }
    }
}
