import Foundation

extension Terminal {
    /// A line of columns between tabs, each as `plain` shows it.
    static func columns(_ line: String) -> String {
        line.split(separator: "\t", omittingEmptySubsequences: false).map { plain(String($0)) }.joined(separator: "\t")
    }

    /// Prints one object on one line, keys in order.
    static func printJSON(_ object: [String: Any]) throws {
        let bytes = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        print(String(decoding: bytes, as: UTF8.self))
    }
}
