import Foundation
import CatalogueModel
import CatalogueStore
import TextAnalysis
import Vocabularies

/// What a collection may be called, say and belong to.
enum CollectionRules {
    /// Checks and cleans what makers say of a collection.
    ///
    /// - Throws: `CollectionError`.
    static func checked(_ details: CollectionDetails, _ reference: ReferenceData) throws -> CollectionDetails {
        var details = details
        details.title = line(details.title)
        guard !details.title.isEmpty else { throw CollectionError.noTitle }
        details.titleInEnglish = line(details.titleInEnglish ?? "").nonempty
        details.summary = paragraphs(details.summary ?? "").nonempty
        details.summaryInEnglish = paragraphs(details.summaryInEnglish ?? "").nonempty
        try require(details.title, limit: CollectionDetails.titleLimit, .title)
        try require(details.titleInEnglish, limit: CollectionDetails.titleLimit, .title)
        try require(details.summary, limit: CollectionDetails.summaryLimit, .summary)
        try require(details.summaryInEnglish, limit: CollectionDetails.summaryLimit, .summary)
        if let id = details.institution, reference.registers.institution(id) == nil {
            throw CollectionError.unknownInstitution(id)
        }
        if let code = details.audience, reference.vocabularies[.audiences][code] == nil {
            throw CollectionError.unknownAudience(code)
        }
        for day in [details.opensOn, details.closesOn].compactMap(\.self) where !day.isDay {
            throw CollectionError.noDay(day.description)
        }
        if let opens = details.opensOn, let closes = details.closesOn, closes.description < opens.description {
            throw CollectionError.closesBeforeOpening
        }
        return details
    }

    /// A note, cleaned; nil where it says nothing.
    static func note(_ text: String?) throws -> String? {
        let note = paragraphs(text ?? "").nonempty
        try require(note, limit: CollectionItem.noteLimit, .note)
        return note
    }

    /// The address that was asked for, or one made of the title.
    static func address(_ asked: String?, title: String) throws -> String {
        let made = slug(of: title).prefix(80).split(separator: "-").joined(separator: "-")
        let address = asked.flatMap(\.nonempty) ?? made
        guard (2...80).contains(address.utf8.count), address.utf8.first != 0x2D, address.utf8.last != 0x2D,
            address.utf8.allSatisfy({ 0x61...0x7A ~= $0 || 0x30...0x39 ~= $0 || $0 == 0x2D }), address != "new"
        else { throw CollectionError.badSlug(address) }
        return address
    }

    private static func require(_ text: String?, limit: Int, _ name: LocalisedText) throws {
        if let text, text.count > limit { throw CollectionError.tooLong(name, limit: limit) }
    }

    /// One line: control characters and runs of white space become one space.
    private static func line(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(whereSeparator: { $0.isWhitespace || $0.isControl })
            .joined(separator: " ")
    }

    /// Lines kept, control characters taken out.
    private static func paragraphs(_ text: String) -> String {
        text.precomposedStringWithCanonicalMapping.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { line(String($0)) }.joined(separator: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

extension LocalisedText {
    fileprivate static let title = LocalisedText(vietnamese: "Tên", english: "The title")
    fileprivate static let summary = LocalisedText(vietnamese: "Giới thiệu", english: "The introduction")
    fileprivate static let note = LocalisedText(vietnamese: "Ghi chú", english: "The note")
}

extension String {
    fileprivate var nonempty: String? { isEmpty ? nil : self }
}

extension Character {
    fileprivate var isControl: Bool { unicodeScalars.allSatisfy { $0.properties.generalCategory == .control } }
}
