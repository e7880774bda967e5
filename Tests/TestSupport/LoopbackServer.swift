import NIOCore
import NIOPosix

/// A server on a free port of the loopback address that sends exactly the bytes it is told to, good HTTP or not.
package struct LoopbackServer: Sendable {
    /// What a client asked for.
    package struct Request: Sendable {
        package let method: String
        /// Path and query.
        package let target: String
        /// By lower-case name.
        package let headers: [String: String]
    }

    /// One step of an answer.
    package enum Step: Sendable {
        case bytes([UInt8])
        case pause(Duration)
        /// The same bytes again and again, until the client goes away.
        case endless([UInt8])
    }

    package let port: Int

    package var url: String { "http://127.0.0.1:\(port)" }

    /// Runs the server for as long as `use` does; the connection is closed after each answer.
    package static func answering(
        _ answer: @escaping @Sendable (Request) async -> [Step], _ use: @Sendable (LoopbackServer) async throws -> Void
    ) async throws {
        let server = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        let port = server.channel.localAddress?.port ?? 0
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try? await serve(server, answer) }
            // Closing rather than cancelling: connections that nobody took up yet would be dropped unfinished.
            do {
                try await use(LoopbackServer(port: port))
            } catch {
                try? await server.channel.close()
                throw error
            }
            try? await server.channel.close()
        }
    }

    private static func serve(
        _ server: NIOAsyncChannel<NIOAsyncChannel<ByteBuffer, ByteBuffer>, Never>,
        _ answer: @escaping @Sendable (Request) async -> [Step]
    ) async throws {
        try await withThrowingDiscardingTaskGroup { connections in
            try await server.executeThenClose { clients in
                for try await client in clients {
                    connections.addTask { try? await talk(client, answer) }
                }
            }
            connections.cancelAll()
        }
    }

    private static func talk(
        _ client: NIOAsyncChannel<ByteBuffer, ByteBuffer>, _ answer: @Sendable (Request) async -> [Step]
    ) async throws {
        try await client.executeThenClose { inbound, outbound in
            var head: [UInt8] = []
            for try await piece in inbound {
                head += piece.readableBytesView
                if head.suffix(4).elementsEqual("\r\n\r\n".utf8) { break }
                // No request line begins like this: somebody speaks TLS.
                if head.first == 0x16 {
                    return try await outbound.write(ByteBuffer(string: "HTTP/1.1 400 Bad\r\n\r\n"))
                }
            }
            guard let request = Request(String(decoding: head, as: UTF8.self)) else { return }
            for step in await answer(request) {
                switch step {
                case .bytes(let bytes): try await outbound.write(ByteBuffer(bytes: bytes))
                case .pause(let time): try await Task.sleep(for: time)
                case .endless(let bytes):
                    while !Task.isCancelled { try await outbound.write(ByteBuffer(bytes: bytes)) }
                }
            }
        }
    }
}

extension LoopbackServer.Request {
    fileprivate init?(_ head: String) {
        var lines = head.split(separator: "\r\n")
        guard !lines.isEmpty else { return nil }
        let words = lines.removeFirst().split(separator: " ")
        guard words.count == 3 else { return nil }
        method = String(words[0])
        target = String(words[1])
        headers = Dictionary(
            lines.compactMap { line in
                line.firstIndex(of: ":").map { colon in
                    let value = line[line.index(after: colon)...].drop { $0 == " " }
                    return (line[..<colon].lowercased(), String(value))
                }
            }, uniquingKeysWith: { first, _ in first })
    }
}

extension LoopbackServer.Step {
    /// A complete answer.
    package static func answer(
        _ status: Int = 200, _ headers: [(String, String)] = [], body: [UInt8] = []
    ) -> Self {
        let length = status == 304 ? [] : [("Content-Length", "\(body.count)")]
        return head(status, headers + length, body)
    }

    package static func answer(_ status: Int = 200, _ headers: [(String, String)] = [], text: String) -> Self {
        answer(status, headers, body: Array(text.utf8))
    }

    /// The header lines and whatever of the body is to follow at once; nothing is added.
    package static func head(_ status: Int, _ headers: [(String, String)], _ body: [UInt8] = []) -> Self {
        let lines = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
        return .bytes(Array("HTTP/1.1 \(status) Status\r\nConnection: close\r\n\(lines)\r\n".utf8) + body)
    }
}
