package import Vocabularies

/// Something wrong in one record, told so that its author can mend it.
package struct RecordProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable {
        /// The record was not taken in.
        case refused
        /// The record was taken in without this value.
        case warning
    }

    /// Problems are counted and grouped by these words.
    package enum Reason: String, CaseIterable, Sendable {
        case missingField = "missing-field"
        case malformedValue = "malformed-value"
        case unknownCode = "unknown-code"
        case unknownField = "unknown-field"
        case wrongType = "wrong-type"
        case tooLong = "too-long"
        case malformedSyntax = "malformed-syntax"
        case invalidEncoding = "invalid-encoding"
        case duplicateIdentifier = "duplicate-identifier"
        /// A relation that leads back to the record itself.
        case circularRelation = "circular-relation"
        /// Its source withdrew the record.
        case withdrawn
    }

    package let location: SourceLocation
    package let severity: Severity
    /// Name of the field in the source's own terms; nil where the record as a whole is meant.
    package let field: String?
    package let reason: Reason
    /// What was found and why it will not do, in Vietnamese and English.
    package let message: LocalisedText
    /// What to do about it.
    package let remedy: LocalisedText

    package init(
        location: SourceLocation, severity: Severity, field: String?, reason: Reason, message: LocalisedText,
        remedy: LocalisedText
    ) {
        self.location = location
        self.severity = severity
        self.field = field
        self.reason = reason
        self.message = message
        self.remedy = remedy
    }

    package var description: String {
        "\(location): \(field.map { "\($0): " } ?? "")\(message.english). \(remedy.english)"
    }
}
