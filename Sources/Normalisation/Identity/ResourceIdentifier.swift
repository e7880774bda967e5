import CatalogueModel
import RecordFormats

/// Makes resource identifiers of whatever a source numbers its records by.
enum ResourceIdentifier {
    /// Bytes of an identifier that may stand before the digits that tell long ones apart.
    private static let head = 150

    /// `prefix` and `text`, encoded where characters will not do and shortened where it is too long: the same text always
    /// gives the same identifier, and two texts hardly ever the same.
    static func make(_ text: String, prefix: String) -> ResourceID? {
        if let id = ResourceID(prefix + text) { return id }
        let encoded = prefix + PercentEncoding.spaceless(text)
        if let id = ResourceID(encoded) { return id }
        guard !text.isEmpty else { return nil }
        return ResourceID(encoded.utf8Prefix(head) + "~" + StableHash.digits(of: [[text]]))
    }
}

extension String {
    /// As many characters as fit into `count` bytes.
    fileprivate func utf8Prefix(_ count: Int) -> String {
        var end = utf8.index(startIndex, offsetBy: count, limitedBy: utf8.endIndex) ?? utf8.endIndex
        while end > startIndex, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return String(self[..<end])
    }
}
