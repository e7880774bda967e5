import CatalogueStore
import Foundation

/// Where a list goes on (OAI-PMH 2.0 §3.5): it holds all there is to know, so that it never ends, works again and again,
/// and by any server of the catalogue. It says nothing that arguments could not ask for, so nobody signs it.
struct OAIToken: Codable {
    let verb: OAIVerb
    let from: Int64
    let until: Int64
    let set: String?
    let lastChange: Int64
    let lastID: String
    /// Records before it, and in the whole list.
    let cursor: Int
    let size: Int

    init(
        _ verb: OAIVerb, _ window: ChangeWindow, after last: ListedResource, cursor: Int, size: Int
    ) {
        (self.verb, from, until, set) = (verb, window.from, window.until, window.publisher)
        (lastChange, lastID, self.cursor, self.size) = (last.changedAt, last.id, cursor, size)
    }

    /// Nil for what is no token of ours.
    init?(_ text: String) {
        let base64 = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/")
        let padded = base64 + String(repeating: "=", count: (4 - base64.utf8.count % 4) % 4)
        guard text.utf8.count <= 2_000, let bytes = Data(base64Encoded: padded),
            let token = try? JSONDecoder().decode(Self.self, from: bytes), token.cursor >= 0, token.size >= token.cursor
        else { return nil }
        self = token
    }

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let bytes = (try? encoder.encode(self)) ?? Data()
        return bytes.base64EncodedString().replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_").replacingOccurrences(of: "=", with: "")
    }

    var window: ChangeWindow {
        var window = ChangeWindow(from: from, until: until, publisher: set)
        window.after = (lastChange, lastID)
        return window
    }
}
