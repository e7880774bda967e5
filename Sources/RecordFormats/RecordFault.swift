import CatalogueModel
import Vocabularies

/// What can be wrong with the form of one record, and what to do about it.
enum RecordFault: Error, Hashable {
    case tooLong(bytes: Int)
    case notUTF8(line: Int, offset: Int, byte: UInt8)
    case nulCharacter
    case fileCutOff
    case notAnObject(String)
    case syntax(JSONSyntaxError)
    case cellCount(found: Int, expected: Int)
    case quoteNeverCloses(line: Int)
    case textAfterQuote(line: Int)
    case loneSurrogates(Int)
    case wrongType(field: String)
    case unknownField(String)
    case unlistedValue(field: String, value: String)

    var reason: RecordProblem.Reason {
        switch self {
        case .tooLong: .tooLong
        case .notUTF8, .nulCharacter: .invalidEncoding
        case .fileCutOff, .syntax, .cellCount, .quoteNeverCloses, .textAfterQuote: .malformedSyntax
        case .notAnObject, .wrongType: .wrongType
        case .loneSurrogates: .malformedValue
        case .unknownField: .unknownField
        case .unlistedValue: .unknownCode
        }
    }

    private var field: String? {
        switch self {
        case .wrongType(let field), .unknownField(let field), .unlistedValue(let field, _): field
        default: nil
        }
    }

    private var isWarning: Bool {
        switch self {
        case .loneSurrogates, .wrongType, .unknownField: true
        default: false
        }
    }

    func problem(at location: SourceLocation) -> RecordProblem {
        RecordProblem(
            location: location, severity: isWarning ? .warning : .refused, field: field, reason: reason,
            message: message, remedy: remedy)
    }
}
