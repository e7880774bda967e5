package import RecordFormats

/// Whether a repository still has a record that its list lacks.
package enum OAIPresence: Sendable {
    case gone
    /// It has it: the list is not complete.
    case there(OAIRecord)
    /// It gives no answer that can be used.
    case unknown
}
