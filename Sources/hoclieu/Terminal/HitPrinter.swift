import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Vocabularies

/// Prints hits for people and for programs.
struct HitPrinter {
    let language: PreferredLanguage
    let reference: ReferenceData
    let explains: Bool

    /// A hit as one line of JSON; `snippet` is HTML with `<mark>`.
    private struct Line: Encodable {
        let id: String
        let title: String
        let url: String
        let score: Double
        let snippet: String
        let publisher: String
        let languages: [String]
        let types: [String]
        let licence: String?
    }

    static func printJSON(_ hits: [SearchHit]) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        for hit in hits {
            let resource = hit.resource
            let line = Line(
                id: resource.id.rawValue, title: resource.title, url: resource.url, score: hit.score,
                snippet: hit.snippet.html, publisher: resource.publisher.id,
                languages: resource.languages.map(\.rawValue), types: resource.resourceTypes, licence: resource.licence)
            Swift.print(String(decoding: try encoder.encode(line), as: UTF8.self))
        }
    }

    func print(_ page: SearchPage) {
        let total = LocalisedText(
            vietnamese: "\(page.total) học liệu", english: page.total == 1 ? "1 resource" : "\(page.total) resources")
        let pages = LocalisedText(
            vietnamese: ", trang \(page.request.page)/\(page.lastPage)",
            english: ", page \(page.request.page) of \(page.lastPage)")
        Swift.print(total[language] + (page.lastPage > 1 ? pages[language] : ""))
        for notice in QueryNotices(page, language: language).lines {
            Swift.print(Terminal.faint(Terminal.plain(notice)))
        }
        let firstRank = (page.request.page - 1) * page.request.pageSize + 1
        for (offset, hit) in page.hits.enumerated() { print(hit, rank: firstRank + offset) }
    }

    private func print(_ hit: SearchHit, rank: Int) {
        let resource = hit.resource
        Swift.print("\(rank). \(Terminal.bold(marked(hit.title)))")
        var facts = [resource.publisher.name]
        facts += resource.resourceTypes.map { label($0, .resourceTypes) }
        facts += resource.languages.map { label($0.primary, .languages) }
        if let licence = resource.licence { facts.append(licence) }
        Swift.print("   " + Terminal.faint(Terminal.plain(facts.joined(separator: " · "))))
        Swift.print("   \(resource.url)  [\(resource.id)]")
        if !hit.snippet.text.isEmpty { Swift.print("   " + marked(hit.snippet)) }
        if explains, let explanation = hit.explanation {
            for part in explanation.parts {
                Swift.print(String(format: "   %8.3f  ", part.points) + Terminal.plain(part.reason[language]))
            }
            Swift.print(String(format: "   %8.3f  = ", hit.score) + (language == .vietnamese ? "tổng điểm" : "score"))
        }
    }

    private func marked(_ text: HighlightedText) -> String {
        text.pieces.map { piece in
            let plain = Terminal.plain(String(piece.text))
            return piece.isHighlighted ? Terminal.highlighted(plain) : plain
        }.joined()
    }

    private func label(_ code: String, _ scheme: SchemeID) -> String {
        reference.vocabularies[scheme].label(of: code, in: language)
    }
}
