import ArgumentParser
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

struct KeyCreateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Cấp khóa; khóa chỉ hiện một lần · make a key; it is shown once.",
        discussion: """
            hoclieu key create "Thư viện ĐHCT" --role publisher --institution can-tho-university
            hoclieu key create "Lan" --role curator --days 90

            Vai trò · roles: publisher (một đơn vị), curator, official (một địa bàn), administrator.
            """)

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Tên, ghi trong nhật ký · name, as the audit log shows it.") var name: String
    @Option(help: "Vai trò · role.") var role: Role
    @Option(help: "Đơn vị trong danh bạ · institution of the register.") var institution: String?
    @Option(help: "Địa bàn trong danh bạ · territory of the register.") var territory: String?
    @Option(help: "Số ngày dùng được, 1–1095 · days it is good for.") var days = KeyRequest.usualDays

    func run() throws {
        let store = try options.existing()
        let request = KeyRequest(name: name, role: role, institution: institution, territory: territory, days: days)
        let (key, secret) = try options.explained {
            var generator = SystemRandomNumberGenerator()
            return try AccessKeys(store).create(request, by: "command", at: Date(), using: &generator)
        }
        let day = key.expiresAt.formatted(.iso8601.year().month().day())
        Terminal.writeError(
            LocalisedText(
                vietnamese: "Khóa “\(key.principal.name)”, dùng đến \(day). Chép ngay: khóa không hiện lại.\n",
                english: "The key “\(key.principal.name)”, good until \(day). Copy it now: it is not shown again.\n")[
                    options.language])
        print(secret.text)
    }
}

extension Role: ExpressibleByArgument {}
