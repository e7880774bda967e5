import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTPCompression

/// One request over one connection to one address, and its answer.
struct HTTPExchange {
    struct Answer {
        let status: Int
        let headers: ResponseHeaders
        let body: FetchedBody
    }

    let request: FetchRequest
    let userAgent: String
    let temporaryFolder: String
    let deadline: NIODeadline

    /// Bytes kept of an answer that is no success: an error message, an OAI-PMH error.
    private static let errorBodyLimit = 1 << 20

    /// - Throws: `FetchError`; `CancellationError`.
    func run(connectingTo address: IPAddress) async throws -> Answer {
        var hasHead = false
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration(address)) { client in
                let response = try await client.execute(message, deadline: deadline)
                hasHead = true
                return try await answer(response)
            }
        } catch let error as FetchError {
            throw error
        } catch {
            try Task.checkCancellation()
            throw FetchError(
                FetchError.Reason(of: error, hasHead: hasHead, limits: request.limits), at: request.address)
        }
    }

    private func configuration(_ address: IPAddress) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(
                connect: TimeAmount(request.limits.connecting), read: TimeAmount(request.limits.idle)),
            decompression: .enabled(limit: .ratio(request.limits.inflation)))
        if case .name(let name) = request.address.host { configuration.dnsOverride = [name: "\(address)"] }
        configuration.httpVersion = .http1Only
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.maximumUsesPerConnection = 1
        return configuration
    }

    private var message: HTTPClientRequest {
        var message = HTTPClientRequest(url: request.address.description)
        message.method = request.method == .head ? .HEAD : .GET
        message.headers = [
            "User-Agent": userAgent, "Accept": request.accept, "Accept-Encoding": "gzip, deflate",
            "Accept-Language": "vi, en;q=0.8, *;q=0.5",
        ]
        if let tag = request.validators?.entityTag { message.headers.add(name: "If-None-Match", value: tag) }
        if let date = request.validators?.lastModified { message.headers.add(name: "If-Modified-Since", value: date) }
        return message
    }

    private func answer(_ response: HTTPClientResponse) async throws -> Answer {
        let status = Int(response.status.code)
        let headers = ResponseHeaders(response.headers.map { ($0.name, $0.value) })
        guard headers.byteCount <= request.limits.headerBytes else {
            throw FetchError(.headersTooLong(limit: request.limits.headerBytes), at: request.address)
        }
        var limits = request.limits
        if !(200..<300 ~= status) {
            limits.bytes = min(limits.bytes, Self.errorBodyLimit)
            limits.cutsOff = true
        }
        if 300..<400 ~= status { limits.bytes = 0 }
        let encoding = headers["Content-Encoding"]?.lowercased() ?? "identity"
        guard ["", "identity", "gzip", "deflate"].contains(encoding) else {
            throw FetchError(.malformedAnswer("Content-Encoding: \(encoding.prefix(40))"), at: request.address)
        }
        return Answer(status: status, headers: headers, body: try await body(response, limits))
    }

    private func body(_ response: HTTPClientResponse, _ limits: FetchLimits) async throws -> FetchedBody {
        var spool = BodySpool(limits: limits, folder: temporaryFolder)
        if limits.bytes == 0 { return spool.finished() }
        for try await piece in response.body {
            if piece.readableBytes > spool.room {
                guard limits.cutsOff else { throw FetchError(.bodyTooLong(limit: limits.bytes), at: request.address) }
                try spool.append(piece)
                return spool.finished(isCutOff: true)
            }
            try spool.append(piece)
            if NIODeadline.now() > deadline { throw FetchError(.timedOut(.total), at: request.address) }
        }
        return spool.finished()
    }
}
