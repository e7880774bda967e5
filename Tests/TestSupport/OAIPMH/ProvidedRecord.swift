package import Foundation

/// A made-up record of a made-up repository.
package struct ProvidedRecord: Hashable, Sendable {
    /// Of the header.
    package var identifier: String
    package var title: String
    package var url: String
    package var datestamp: Date
    package var sets: [String] = []
    package var isDeleted = false
    /// Stands in place of the Dublin Core made of title and address; need not be good XML.
    package var metadata: String?

    /// The record number `number` of `kho.example`.
    package init(_ number: Int, title: String? = nil, at datestamp: Date = Fixture.instant) {
        identifier = Self.identifier(number)
        self.title = title ?? "Giáo trình số \(number)"
        url = "https://kho.example/hoc-lieu/\(number)"
        self.datestamp = datestamp
    }

    package static func identifier(_ number: Int) -> String { "oai:kho.example:\(number)" }

    /// `count` records from number `first` on, a minute apart, the last one a month before `end`.
    package static func series(
        _ count: Int, from first: Int = 0, until end: Date = Fixture.instant
    ) -> [ProvidedRecord] {
        (0..<count).map {
            ProvidedRecord(first + $0, at: end.addingTimeInterval(-30 * 86_400 - Double(count - $0) * 60))
        }
    }
}
