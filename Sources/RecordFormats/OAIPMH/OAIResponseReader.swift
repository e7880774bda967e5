import CatalogueModel
import Vocabularies

/// Reads a response of an OAI-PMH repository while it comes; memory is bounded by one record.
///
/// Liberal where repositories are: any namespace will do that the root has, attributes and empty elements are optional,
/// unknown error codes are kept.
package struct OAIResponseReader {
    private var stream: ByteStream
    private var reader: XMLUnitReader

    /// - Parameters:
    ///   - address: of the request, in messages and locations.
    ///   - chunks: gives the next bytes, nil at the end.
    package init(address: String, chunks: @escaping () throws -> [UInt8]?) {
        stream = ByteStream(chunks: chunks)
        reader = XMLUnitReader(file: address) { element, depth, parent, _ in
            OAIResponse.isPart(element.name, depth: depth, parent: parent)
        } checkRoot: {
            try OAIResponse.check($0, file: address)
        }
    }

    /// Bytes that were read so far.
    package var bytesRead: Int { stream.bytesRead }

    /// What the response says next; nil at its end.
    ///
    /// - Throws: `RecordFormatError` where it is no OAI-PMH response: its `kind` tells a web page from other XML; and what
    ///   `chunks` throws.
    package mutating func next() throws -> OAIEvent? {
        try reader.next(from: &stream).map(OAIResponse.event)
    }
}
