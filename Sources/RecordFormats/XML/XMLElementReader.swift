/// Takes the units of an XML document out of its bytes while they come.
///
/// A unit is an element that a test picks out by its name, its depth (0 for the root) and the name of its parent; it
/// comes as one tree. Elements around units are passed through; nothing of them is kept but what units inherit. Memory is
/// bounded by one unit: 4 MiB, 100 levels, 256 attributes a tag; documents may be of any length.
///
/// A damaged unit is mended (`XMLRepair`) where that makes it well-formed, with a warning, and refused otherwise. Reading
/// goes on with the next start tag of a unit that follows. A DOCTYPE without declarations of its own is passed over.
package struct XMLElementReader {
    private var stream: ByteStream
    private var reader: XMLUnitReader

    /// - Parameters:
    ///   - file: path or address in messages.
    ///   - chunks: gives the next bytes, nil at the end.
    ///   - isUnit: picks the units; not asked for what stands within a unit.
    package init(
        file: String, chunks: @escaping () throws -> [UInt8]?,
        isUnit: @escaping (_ name: XMLName, _ depth: Int, _ parent: XMLName?) -> Bool
    ) {
        stream = ByteStream(chunks: chunks)
        reader = XMLUnitReader(file: file) { element, depth, parent, _ in isUnit(element.name, depth, parent) }
    }

    /// Name and attributes of the root element, once its start tag was read.
    package var root: XMLElement? { reader.root }

    /// Bytes that were read so far.
    package var bytesRead: Int { stream.bytesRead }

    /// The next unit, or why there is none; nil at the end of the document.
    ///
    /// - Throws: `RecordFormatError` where the input is empty or no XML, declares entities or an unknown encoding, and
    ///   what `chunks` throws.
    package mutating func next() throws -> XMLReading? {
        try reader.next(from: &stream)
    }
}
