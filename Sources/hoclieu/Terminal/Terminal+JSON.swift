import Foundation

extension Terminal {
    /// Prints one object on one line, keys in order.
    static func printJSON(_ object: [String: Any]) throws {
        let bytes = try JSONSerialization.data(withJSONObject: object, options: [.sortedKeys, .withoutEscapingSlashes])
        print(String(decoding: bytes, as: UTF8.self))
    }
}
