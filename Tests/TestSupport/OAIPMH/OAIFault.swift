/// Something a made-up repository does wrong.
package struct OAIFault: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The connection ends after this share of the bytes that were announced.
        case cut(Double)
        /// The body ends after this share, and nothing tells that more was to come.
        case silentlyCut(Double)
        /// A status instead of an answer.
        case status(Int, retryAfter: Int? = nil)
        /// The right answer under a wrong status.
        case statusOver(Int)
        /// A few bytes at a time.
        case drip
        /// A page for people, with status 200.
        case webPage
        /// Bits flipped, pieces left out, doubled or cut off, as chance has it.
        case corrupted(seed: UInt64)
        /// The token leads to the very page it stands on.
        case repeatedToken
        /// The token is not known any more.
        case expiredToken
        /// The token is left out, and so the list seems to end.
        case lostToken
        /// The title of the first record is not in UTF-8.
        case invalidUTF8
        /// The first record breaks the rules of XML.
        case malformedRecord
        /// `noRecordsMatch`, whatever there is.
        case emptyList
        /// No record, but a token that leads on.
        case emptyPage
        /// An error of OAI-PMH instead of an answer.
        case error(String)
        /// A number in `completeListSize` that is not true.
        case statedSize(Int)
    }

    package let kind: Kind
    /// The request it happens to.
    package let verb: String
    /// The page of a list it happens to, from 0; nil for any.
    package let page: Int?
    /// How often it still happens.
    package var times: Int

    package init(_ kind: Kind, verb: String = "ListRecords", page: Int? = nil, times: Int = 1) {
        self.kind = kind
        self.verb = verb
        self.page = page
        self.times = times
    }

    /// One that never ends.
    package static func always(_ kind: Kind, verb: String = "ListRecords", page: Int? = nil) -> Self {
        Self(kind, verb: verb, page: page, times: .max)
    }
}
