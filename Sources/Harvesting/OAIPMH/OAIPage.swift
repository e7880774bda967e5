package import CatalogueModel
package import RecordFormats

/// One page of a list, received completely and looked through once.
package struct OAIPage: Sendable {
    package enum Sequel: Sendable {
        /// The list goes on; the checkpoint is to be stored with this page.
        case more(OAICheckpoint)
        /// All lists were read to their end; the checkpoint is that of a harvest at rest.
        case complete(OAICheckpoint)
        /// What this page has is good, but the harvest goes no further now; the stop has the checkpoint to be stored.
        case stopped(HarvestStop)
    }

    package let address: HTTPAddress
    package let body: FetchedBody
    /// Records and headers that could be read, deleted ones included.
    package let records: Int
    /// Deleted ones among them.
    package let deleted: Int
    /// Parts that are damaged beyond mending.
    package let refused: Int
    /// Requests that were made for it.
    package let requests: Int
    package let notices: [HarvestNotice]
    /// What makes it doubtful that the list that ends with this page is all there is.
    package let doubt: HarvestNotice?
    package let sequel: Sequel

    /// Reads the page from its start: records, headers, refused parts, in the order they come.
    ///
    /// Memory is bounded by one record; may be asked for more than once.
    package func events() -> OAIResponseReader {
        OAIResponseReader(address: address.description, chunks: body.chunks())
    }
}
