import CatalogueModel
import RecordFormats
import Testing

/// The bytes of an archive.
func zipArchive(_ build: (inout ZIPBuilder) -> Void) -> [UInt8] {
    var builder = ZIPBuilder()
    build(&builder)
    return builder.bytes
}

/// Reads an archive of the name `file`.
func readPackage(
    _ bytes: [UInt8], _ format: RecordFormat = .package, mapping: RecordMapping? = nil, file: String = "in"
)
    throws -> [ReadOutcome]
{
    var reader = RecordReader(
        format: format, mapping: mapping, file: file, chunks: RecordFormatsTests.chunks(of: bytes, size: 65_536))
    var outcomes: [ReadOutcome] = []
    while let outcome = try reader.next() { outcomes.append(outcome) }
    #expect(reader.bytesRead == bytes.count)
    return outcomes
}

extension ZIPBuilder {
    /// Records in four formats.
    static var mixed: ZIPBuilder {
        var builder = ZIPBuilder()
        builder.add("toán/sách.jsonl", "{\"name\":\"Đại số\"}\n{\"name\":\"cut\n")
        builder.add("b.csv", "identifier,name,url,publisher\n1,Hình học,http://a,b\n")
        builder.add("c.xml", MARCXMLReadingTests.marcXML)
        builder.add("d.mrc", MARCBuilder.textbook.bytes)
        return builder
    }
}
