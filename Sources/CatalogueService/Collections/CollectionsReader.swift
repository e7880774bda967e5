import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import Publishing
import Vocabularies

/// Collections as a visitor may see them on a day.
struct CollectionsReader {
    private let collections: Collections
    private let today: PartialDate?
    private let visitor: Principal?

    /// - Parameters:
    ///   - instant: decides what is open.
    ///   - visitor: who makes collections sees drafts of their own, too; nil for readers.
    init(_ searcher: Searcher, at instant: Date, seenBy visitor: Principal?) {
        collections = Collections(searcher.store)
        today = PartialDate(vietnameseDayAt: instant)
        self.visitor = visitor
    }

    func phase(of collection: ResourceCollection) -> ResourceCollection.Phase {
        today.map { collection.phase(on: $0) } ?? .draft
    }

    /// Those the visitor may see: open ones first, then what is over, drafts last; the latest changed first.
    func all(
        of institution: String? = nil, with resource: ResourceID? = nil
    ) throws -> [(collection: ResourceCollection, items: Int, phase: ResourceCollection.Phase)] {
        let order: [ResourceCollection.Phase] = [.open, .upcoming, .closed, .draft]
        let seen = try collections.all(of: institution, with: resource).map {
            (collection: $0.collection, items: $0.items, phase: phase(of: $0.collection))
        }.filter { [.open, .closed].contains($0.phase) || Self.mayEdit($0.collection, visitor) }
        return order.flatMap { phase in seen.filter { $0.phase == phase } }
    }

    /// - Throws: `Problem`: 404 for what is not there or not open yet, 410 for what was taken back.
    func collection(_ slug: String) throws -> (collection: ResourceCollection, items: [CollectionItem]) {
        do {
            let found = try collections.collection(slug)
            guard !Self.mayEdit(found.collection, visitor) else { return found }
            switch phase(of: found.collection) {
            case .open, .closed: return found
            case .upcoming: throw Problem.notOpenYet(found.collection.details.opensOn)
            case .draft:
                guard found.collection.publishedAt == nil else { throw Problem.collectionTakenBack }
                throw Problem.notFound(CollectionError.unknown(slug).message)
            }
        } catch let error as CollectionError {
            throw Problem.notFound(error.message)
        }
    }

    /// Whether somebody makes this collection: a curator, or the publisher of its institution.
    static func mayEdit(_ collection: ResourceCollection, _ principal: Principal?) -> Bool {
        guard let principal else { return false }
        return principal.mayCurate || collection.details.institution.map(principal.mayPublish) == true
    }
}

extension Problem {
    fileprivate static func notOpenYet(_ day: PartialDate?) -> Self {
        let (vietnamese, english) = (
            day.map { Printing.date($0, in: .vietnamese) } ?? "", day.map { Printing.date($0, in: .english) } ?? ""
        )
        return notFound(
            LocalisedText(
                vietnamese: "Bộ sưu tập này mở từ ngày \(vietnamese).",
                english: "This collection opens on \(english)."))
    }

    fileprivate static var collectionTakenBack: Self {
        gone(
            LocalisedText(
                vietnamese: "Người làm bộ sưu tập này đã thu lại. Các học liệu vẫn tìm được trong danh mục.",
                english: "Its makers have taken this collection back. Its resources are still found in the catalogue."))
    }
}
