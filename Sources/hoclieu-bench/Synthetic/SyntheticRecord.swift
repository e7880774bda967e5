import Foundation

/// A made-up record of a learning resource.
struct SyntheticRecord: Sendable {
    /// From 1.
    let number: Int
    let isVietnamese: Bool
    let topic: Int
    let title: [String]
    let description: [String]
    let keywords: [String]
    let publisher: Int
    let publisherName: String
    let language: String
    let type: String
    let subject: String
    let level: String
    let licence: String
    let audience: String
    let year: Int

    /// The record as a line of schema.org JSON.
    var json: String {
        let keywords = keywords.map { "\"\($0)\"" }.joined(separator: ",")
        return """
            {"identifier":"synthetic:\(number)","name":"\(title.joined(separator: " "))",\
            "description":"\(description.joined(separator: " "))","url":"https://example.org/\(number)",\
            "publisher":{"identifier":"synthetic-\(publisher)","name":"\(publisherName)"},"inLanguage":"\(language)",\
            "learningResourceType":"\(type)","about":["\(subject)"],"keywords":[\(keywords)],\
            "educationalLevel":"\(level)","audience":"\(audience)","datePublished":"\(year)",\
            "license":"https://creativecommons.org/licenses/\(licence)/4.0/"}
            """
    }
}
