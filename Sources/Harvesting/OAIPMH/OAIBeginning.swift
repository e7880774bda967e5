package import CatalogueModel
package import RecordFormats

/// A repository that is ready to be harvested.
package struct OAIBeginning: Sendable {
    /// What it says of itself; nil where its Identify cannot be used.
    package let repository: OAIRepository?
    /// Where the first or next page is to be asked for.
    package let checkpoint: OAICheckpoint
    package let notices: [HarvestNotice]
    package let requests: Int
}
