import CatalogueModel
import CatalogueStore

/// Identifiers as they are typed.
enum DuplicateArgument {
    /// - Throws: `DuplicateDecisionError.noIdentifier`.
    static func identifier(_ text: String) throws -> ResourceID {
        guard let id = ResourceID(text) else { throw DuplicateDecisionError.noIdentifier(text) }
        return id
    }
}
