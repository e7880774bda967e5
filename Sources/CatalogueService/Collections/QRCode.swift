import RecordFormats
import CQREncode

/// A QR code (ISO/IEC 18004): an address that a telephone reads from paper.
struct QRCode: Hashable, Sendable {
    /// Modules a side that stay white around the code, or readers do not find it (ISO/IEC 18004, 9.1).
    static let quietZone = 4

    /// Modules a side, 21 to 177.
    let size: Int
    /// Whether a module is dark, row by row from the top.
    private let modules: [Bool]

    /// The smallest code that holds `text` and can lose 15 % of itself (level M); nil for an empty text and for one that no
    /// code holds (2,331 bytes).
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty, bytes.count < 3_000,
            let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M)
        else { return nil }
        defer { QRcode_free(code) }
        let size = Int(code.pointee.width)
        guard let data = code.pointee.data else { return nil }
        self.size = size
        // The lowest bit says dark or light; the others, what the module is for.
        modules = UnsafeBufferPointer(start: data, count: size * size).map { $0 & 1 == 1 }
    }

    /// - Parameters: from 0, from the top left.
    func isDark(row: Int, column: Int) -> Bool { modules[row * size + column] }

    /// An SVG image of the code with its quiet zone, black on white whatever the page's colours.
    ///
    /// - Parameter label: what it is, for those who do not see it.
    func svg(label: String) -> String {
        let side = size + 2 * Self.quietZone
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(side) \(side)" role="img" \
            aria-label="\(XMLText.escaped(label))" shape-rendering="crispEdges">\
            <rect width="\(side)" height="\(side)" fill="#fff"/><path fill="#000" d="\(path)"/></svg>
            """
    }

    /// One bar for every run of dark modules in a row.
    private var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                guard isDark(row: row, column: column) else {
                    column += 1
                    continue
                }
                let start = column
                while column < size, isDark(row: row, column: column) { column += 1 }
                let length = column - start
                path += "M\(start + Self.quietZone) \(row + Self.quietZone)h\(length)v1h-\(length)z"
            }
        }
        return path
    }
}
