/// What is known of every record of a source, whatever the record says or leaves out.
package struct SourceDefaults: Hashable, Codable, Sendable {
    package var publisherID: String
    package var publisherName: String
    package var language: String?
    package var licence: String?

    package init(publisherID: String, publisherName: String, language: String? = nil, licence: String? = nil) {
        self.publisherID = publisherID
        self.publisherName = publisherName
        self.language = language
        self.licence = licence
    }
}
