import ArgumentParser
import CatalogueHarvest
import CatalogueSearch
import CatalogueStore
import CatalogueService
import Foundation
import Harvesting
import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle
import UsageStatistics
import Vocabularies

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Phục vụ trang web và API · serve the web pages and the API.")

    @OptionGroup var options: CatalogueOptions

    @Option(help: "Địa chỉ lắng nghe · address to listen on.") var host = "127.0.0.1"
    @Flag(help: "Không tự thu thập từ các nguồn · do not harvest sources when they are due.") var withoutHarvests =
        false
    @Option(help: "Cổng; 0 chọn một cổng trống · port; 0 picks a free one.") var port = 8080

    @Option(help: "Địa chỉ công khai, cho mã QR và nguồn tin: https://… · public address, for QR codes and feeds.")
    var url: String?

    @Option(
        help: "Thư điện tử của người phụ trách, cho bên thu thập OAI-PMH · e-mail of who is in charge, for harvesters.")
    var contact: String?

    @Flag(help: "Không đếm lượt sử dụng · do not count use.") var withoutUsage = false
    @Option(help: "Danh sách máy thu thập · list of robots.") var robots = "Corpus/Robots/robots.tsv"

    /// Nil, with a line in the log, where the folder cannot be written to: what cannot be counted is said.
    private func usage(_ logger: Logger) throws -> UsageService? {
        guard !withoutUsage else { return nil }
        let list = try options.explained { try RobotFile.list(robots, data: options.data) }
        do {
            let store = try UsageStore(folder: options.data)
            return try UsageService(
                store: store, recorder: UsageRecorder(store, robots: list, clock: { Date() }), robots: list)
        } catch {
            logger.warning("use is not counted", metadata: ["error": "\(error)"])
            return nil
        }
    }

    private func checkContact() throws {
        guard let contact else { return }
        let parts = contact.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !contact.contains(where: \.isWhitespace)
        else {
            throw Failure(
                LocalisedText(
                    vietnamese: "“\(contact)” không phải là địa chỉ thư. Hãy viết như thuvien@example.vn.",
                    english: "“\(contact)” is no e-mail address. Write it like library@example.vn."),
                language: options.language)
        }
    }

    func run() async throws {
        let site = try SiteArgument.site(url, options.language)
        try checkContact()
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        let logger = Logger(label: "hoclieu")
        let readable = try options.open(.read)
        // Who may not write to the file serves it all the same; nobody can then publish in it.
        let writable = try? CatalogueStore(folder: options.data, access: .write)
        let store = writable ?? readable
        let language = options.language
        let host = host
        let searcher = Searcher(store)
        // A catalogue that cannot answer must not look as if it were being served.
        _ = try options.explained { try searcher.reference() }
        var services: [any Service] = []
        if !withoutHarvests, let writable {
            services.append(LinkChecking(writable, fetcher: .once, logger: logger))
            services.append(
                HarvestScheduler(writable, fetcher: .system, holder: LeaseHolder.current, logger: logger))
        }
        let usage = try usage(logger)
        let application = try CatalogueService(
            searcher, logger: logger, site: site, contact: contact, usage: usage, clock: { Date() }
        ).application(
            host: host, port: port, services: services
        ) { port in
            let address = "http://\(host.contains(":") ? "[\(host)]" : host):\(port)"
            print(
                LocalisedText(
                    vietnamese: "Học liệu mở đang phục vụ tại \(address) (dừng: Ctrl+C)",
                    english: "Học liệu mở is serving at \(address) (stop: Ctrl+C)")[language])
            Terminal.flush()
        }
        do {
            try await application.runService()
        } catch let error as IOError {
            throw Failure(
                LocalisedText(
                    vietnamese:
                        "Không lắng nghe được ở \(host):\(port): \(Self.cause(error).vietnamese). Hãy chọn cổng khác bằng --port.",
                    english:
                        "Cannot listen on \(host):\(port): \(Self.cause(error).english). Choose another port with --port."
                ),
                language: language)
        }
    }

    private static func cause(_ error: IOError) -> LocalisedText {
        switch error.errnoCode {
        case EADDRINUSE:
            LocalisedText(vietnamese: "cổng đang được chương trình khác dùng", english: "another program uses the port")
        case EACCES, EPERM:
            LocalisedText(vietnamese: "không có quyền dùng cổng ấy", english: "the port is not yours to use")
        case EADDRNOTAVAIL:
            LocalisedText(vietnamese: "máy này không có địa chỉ ấy", english: "this machine has no such address")
        default:
            LocalisedText(vietnamese: "lỗi hệ thống \(error.errnoCode)", english: "system error \(error.errnoCode)")
        }
    }
}
