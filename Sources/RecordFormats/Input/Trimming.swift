extension StringProtocol {
    /// Without white space at both ends.
    var trimmed: String {
        let inked: Range<UInt8> = 0x21..<0x80
        if let first = utf8.first, let last = Substring(self).utf8.last, inked ~= first, inked ~= last {
            return String(self)
        }
        var scalars = Substring(self).unicodeScalars
        while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }
}
