import ArgumentParser
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

struct KeyRevokeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Thu hồi khóa ngay · make a key good for nothing, at once.")

    @OptionGroup var options: CatalogueOptions
    @Argument(help: "Tên khóa · name of the key.") var name: String

    func run() throws {
        let store = try options.existing()
        let isNew = try options.explained { try AccessKeys(store).revoke(name, by: "command", at: Date()) }
        let said =
            isNew
            ? LocalisedText(
                vietnamese: "Đã thu hồi khóa “\(name)”; các phiên đăng nhập bằng khóa này đã kết thúc.",
                english: "The key “\(name)” is revoked; its sessions are ended.")
            : LocalisedText(
                vietnamese: "Khóa “\(name)” đã bị thu hồi từ trước.", english: "The key “\(name)” was revoked before.")
        print(said[options.language])
    }
}

struct KeyEndSessionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-sessions", abstract: "Buộc mọi người đăng nhập lại · make everybody sign in again.")

    @OptionGroup var options: CatalogueOptions

    func run() throws {
        let store = try options.existing()
        let ended = try options.explained { try PageSessions(store).closeAll(by: "command", at: Date()) }
        print(
            LocalisedText(
                vietnamese: "Đã kết thúc \(ended) phiên đăng nhập.", english: "Ended \(ended) sessions.")[
                    options.language])
    }
}
