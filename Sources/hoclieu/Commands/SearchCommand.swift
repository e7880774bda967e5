import ArgumentParser
import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Vocabularies

struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Tìm học liệu, kết quả hợp nhất trước · find learning resources, best first.")

    @OptionGroup var options: CatalogueOptions

    @Argument(parsing: .allUnrecognized, help: "Từ cần tìm, có dấu hay không · words to look for, marked or not.")
    var query: [String] = []

    @Option(help: "Loại học liệu, ví dụ video · resource type.") var type: [String] = []
    @Option(help: "Lĩnh vực (mã ISCED-F) · subject (ISCED-F code).") var subject: [String] = []
    @Option(help: "Trình độ, ví dụ isced3 · level.") var level: [String] = []
    @Option(help: "Ngôn ngữ của học liệu, ví dụ vi · language of the resource.") var language: [String] = []
    @Option(help: "Lớp quyền sử dụng A–F · openness class.") var licence: [String] = []
    @Option(help: "Mã đơn vị · institution.") var institution: [String] = []
    @Option(help: "Mã địa bàn · territory.") var territory: [String] = []
    @Option(help: "Đối tượng, ví dụ farmers · audience.") var audience: [String] = []
    @Option(help: "Thẻ, ví dụ nau-an · tag.") var tag: [String] = []
    @Option(help: "Mã năng lực · competence.") var competence: [String] = []
    @Option(help: "Mã ngành (Thông tư 09/2022), ví dụ 7620301 · major.") var programme: [String] = []
    @Option(help: "Sắp xếp: relevance, date, title · order.") var sort: SearchRequest.Order = .relevance
    @Option(help: "Số kết quả mỗi trang · hits a page.") var limit = 10
    @Option(help: "Trang, từ 1 · page, from 1.") var page = 1
    @Flag(help: "Nói rõ vì sao có từng kết quả · tell why each result was found.") var explain = false
    @Flag(help: "Mỗi kết quả một đối tượng JSON trên một dòng · one JSON object a line.") var json = false

    func run() throws {
        let store = try options.open(.read)
        let found = try options.explained {
            let filters: [Facet: [String]] = [
                .type: type, .subject: subject, .level: level, .language: language, .licence: licence,
                .institution: institution, .territory: territory, .audience: audience,
                .tag: tag, .competence: competence, .programme: programme,
            ]
            let request = try SearchRequest(
                query.joined(separator: " "), filters: filters, order: sort, page: page, pageSize: limit)
            return try Searcher(store).search(request)
        }
        if json {
            try HitPrinter.printJSON(found.hits)
        } else {
            HitPrinter(
                language: options.language, reference: try Searcher(store).reference(), explains: explain
            ).print(found)
        }
    }
}

extension SearchRequest.Order: ExpressibleByArgument {}
