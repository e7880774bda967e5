/// Reads the JSON in a script of a page, out of the comments and CDATA marks that some systems put around it.
enum JSONLDScript {
    /// - Throws: `RecordFault` where it is no JSON.
    static func value(of text: String) throws(RecordFault) -> JSONValue {
        let bytes = Array(stripped(text).utf8)
        guard bytes.count <= RecordReader.recordLimit else { throw .tooLong(bytes: bytes.count) }
        var parser = JSONParser(bytes)
        do throws(JSONSyntaxError) {
            return try parser.document()
        } catch {
            throw .jsonLD(error)
        }
    }

    private static let openings = [
        "<!--", "//<![CDATA[", "// <![CDATA[", "/*<![CDATA[*/", "/* <![CDATA[ */", "<![CDATA[", "//",
    ]
    private static let closings = ["-->", "//]]>", "// ]]>", "/*]]>*/", "/* ]]> */", "]]>", "//", ";"]

    private static func stripped(_ text: String) -> String {
        var text = text.trimmed
        var isChanged = true
        while isChanged {
            isChanged = false
            for mark in openings where text.hasPrefix(mark) {
                text = text.dropFirst(mark.count).trimmed
                isChanged = true
            }
            for mark in closings where text.hasSuffix(mark) {
                text = text.dropLast(mark.count).trimmed
                isChanged = true
            }
        }
        return text
    }
}
