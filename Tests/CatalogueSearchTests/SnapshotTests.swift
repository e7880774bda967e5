import CatalogueModel
import CatalogueSearch
import CatalogueStore
import Foundation
import TestSupport
import Testing

@Suite("Searching while the catalogue changes")
struct SnapshotTests {
    @Test("every search sees whole batches: totals, facets and hits of one commit")
    func oneCommit() async throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: Fixture.reference)
        let searcher = Searcher(try CatalogueStore(folder: folder.path, access: .read))
        let batches = 30
        try await withThrowingTaskGroup(of: Int.self) { group in
            group.addTask {
                for batch in 0..<batches {
                    // Ten resources a batch; every third batch replaces those of the batch before.
                    let first = batch % 3 == 2 ? batch - 1 : batch
                    try store.add(
                        (0..<10).map { number in
                            Fixture.resource("example:\(first * 10 + number)", title: "Trồng lúa vụ \(batch)") {
                                $0.resourceTypes = [batch % 2 == 0 ? "video" : "course"]
                            }
                        })
                    try store.mergePostings(fullTier: 3)
                }
                return 0
            }
            for _ in 0..<3 {
                group.addTask {
                    var last = 0
                    var searches = 0
                    while last < batches * 10 * 2 / 3 {
                        let page = try searcher.search(SearchRequest("lua", pageSize: 50))
                        #expect(page.total.isMultiple(of: 10), "a batch is there whole or not at all")
                        #expect(page.total >= last, "nothing is lost")
                        #expect(page.hits.count == min(50, page.total))
                        #expect(page.facets[.type]?.counts.reduce(0) { $0 + $1.count } == page.total)
                        if searches.isMultiple(of: 5) { try searcher.load() }
                        last = page.total
                        searches += 1
                    }
                    return searches
                }
            }
            let searches = try await group.reduce(0, +)
            #expect(searches >= 3)
        }
        #expect(try store.check().isWell)
    }

    @Test("what one search reads lazily and what is loaded whole answer alike")
    func lazyAndWhole() throws {
        let folder = try TemporaryFolder()
        let store = try CatalogueStore(folder: folder.path, access: .write)
        try store.replaceReferenceData(with: Fixture.reference)
        for batch in 0..<5 {
            try store.add(
                (0..<40).map { number in
                    Fixture.resource("example:\(batch * 30 + number)", title: "Bài \(number) về nấu ăn") {
                        $0.description = String(repeating: "món số \(number % 7) ", count: 30)
                    }
                })
        }
        let texts = ["nau an", "\"mon so\" 3", "bai -5", "na*", "title:bai mon", "món"]
        let lazy = try texts.map { text in
            try Searcher(CatalogueStore(folder: folder.path, access: .read)).search(SearchRequest(text))
        }
        let searcher = Searcher(try CatalogueStore(folder: folder.path, access: .read))
        #expect(try searcher.load())
        #expect(try !searcher.load())
        for (text, page) in zip(texts, lazy) {
            let whole = try searcher.search(SearchRequest(text))
            #expect(whole.total == page.total && page.total > 0, "\(text)")
            #expect(whole.hits.map(\.resource.id) == page.hits.map(\.resource.id))
            #expect(whole.hits.map(\.score) == page.hits.map(\.score))
        }
    }
}
