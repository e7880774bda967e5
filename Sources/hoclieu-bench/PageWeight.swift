import CatalogueSearch
import CatalogueService
import CatalogueStore
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded

/// Bytes of the search page and of everything it loads, uncompressed.
enum PageWeight {
    static func bytes(ofSearching text: String, in store: CatalogueStore) async throws -> Int {
        let logger = Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() }
        let responder = try CatalogueService(Searcher(store), logger: logger, clock: { Date() }).router()
            .buildResponder()
        var bytes = 0
        for path in ["/search?q=\(text)", "/style.css", "/icon.svg"] {
            let request = Request(
                head: HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path),
                body: RequestBody(buffer: ByteBuffer()))
            let context = ServiceContext(
                source: ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger))
            let response = try await responder.respond(to: request, context: context)
            bytes += response.body.contentLength ?? 0
        }
        return bytes
    }
}
