package import CatalogueModel

/// One thing a response says, in the order it says them.
package enum OAIEvent: Hashable, Sendable {
    case responseDate(String)
    case request(OAIRequest)
    case identify(OAIRepository)
    case metadataFormat(OAIMetadataFormat)
    case set(OAISet)
    case header(OAIHeader)
    case record(OAIRecord)
    case token(ResumptionToken)
    case error(OAIError)
    /// A part of the response is damaged beyond mending; what follows is read.
    case refused(RecordProblem)
}
