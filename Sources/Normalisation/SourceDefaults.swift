package import CatalogueModel

/// What is true of every record of a source, such as an institution's repository, unless a record says otherwise.
///
/// The institution is the exception: it is the publisher whatever a record prints, for it answers for the records. The
/// printed publisher is kept among the creators. Everything else fills only what a record leaves out.
package struct SourceDefaults: Hashable, Codable, Sendable {
    /// Identifier in the register of institutions; nil where records name their publishers themselves.
    package var publisherID: String?
    package var publisherName: String?
    package var languages: [String] = []
    /// Address or code of the licence that holds for all records without one of their own.
    package var licence: String?
    package var resourceTypes: [String] = []
    package var subjects: [String] = []
    package var levels: [String] = []
    package var audiences: [String] = []
    package var studyModes: [String] = []
    /// The address of a resource where records have none, with `{identifier}` for the record's own identifier.
    package var urlTemplate: String?

    /// - Parameter language: of all records that state none; more of them can be set in `languages`.
    package init(
        publisherID: String? = nil, publisherName: String? = nil, language: String? = nil, licence: String? = nil
    ) {
        self.publisherID = publisherID
        self.publisherName = publisherName
        languages = language.map { [$0] } ?? []
        self.licence = licence
    }

    /// `record` with what it leaves out.
    package func applied(to record: SourceRecord) -> SourceRecord {
        var record = record
        var values = record.values
        if let publisherID {
            // A name says more than an identifier of another register.
            let names = values[.publisherName] ?? []
            let printed = names.isEmpty ? values[.publisher] ?? [] : names
            let name = publisherName ?? publisherID
            values[.publisher] = [publisherID]
            values[.publisherName] = [name]
            let own = [nameKey(publisherID), nameKey(name)]
            let others = printed.filter { !$0.isEmpty && !own.contains(nameKey($0)) }
            if !others.isEmpty { values[.creator, default: []] += others }
        }
        let fillings: [(SourceField, [String])] = [
            (.inLanguage, languages), (.license, licence.map { [$0] } ?? []), (.learningResourceType, resourceTypes),
            (.about, subjects), (.educationalLevel, levels), (.audience, audiences), (.courseMode, studyModes),
        ]
        for (field, filling) in fillings where !filling.isEmpty && values[field]?.isEmpty ?? true {
            values[field] = filling
        }
        if let urlTemplate, values[.url]?.isEmpty ?? true, let identifier = values[.identifier]?.first {
            values[.url] = [urlTemplate.replacing("{identifier}", with: PercentEncoding.encoded(identifier))]
        }
        record.values = values
        return record
    }
}
