import Foundation

/// A request to a made-up repository.
package struct OAIProviderRequest: Sendable {
    static let path = "/oai"

    /// By name, decoded; of several values the first.
    package let arguments: [String: String]
    /// `http://` with host and port as the client wrote them.
    let baseURL: String

    package var verb: String { arguments["verb"] ?? "" }

    /// - Returns: nil where it asks for something else.
    init?(_ request: LoopbackServer.Request) {
        let parts = request.target.split(separator: "?", maxSplits: 1)
        guard request.method == "GET", parts.first == Self.path[...] else { return nil }
        let pairs = (parts.count > 1 ? parts[1] : "").split(separator: "&").map { pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decoded(sides[0]), sides.count > 1 ? Self.decoded(sides[1]) : "")
        }
        arguments = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
        baseURL = "http://\(request.headers["host"] ?? "")\(Self.path)"
    }

    /// The page of the list it asks for, from 0.
    var page: Int { token?.page ?? 0 }

    var token: OAIProviderToken? { arguments["resumptionToken"].flatMap(OAIProviderToken.init) }

    private static func decoded(_ text: Substring) -> String {
        let spaced = text.replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? String(spaced)
    }
}
