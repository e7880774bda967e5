/// How much and how long one answer may be; a server is not trusted to stop by itself.
package struct FetchLimits: Hashable, Sendable {
    /// Bytes of the body, after decompression.
    package var bytes: Int
    /// Bytes kept in memory; a longer body goes to a temporary file.
    package var bytesInMemory: Int
    /// Bytes of all header lines together.
    package var headerBytes = 64 << 10
    /// How many times longer than its compressed form a body may become.
    package var inflation = 100
    package var redirects = 5
    /// Until the connection stands, TLS included.
    package var connecting = Duration.seconds(15)
    /// Without a byte from the server.
    package var idle = Duration.seconds(60)
    /// Until the last byte of the body, redirects included.
    package var total: Duration
    /// Whether a body that is too long is cut off at the limit rather than refused.
    package var cutsOff = false

    package init(bytes: Int, bytesInMemory: Int, total: Duration) {
        self.bytes = bytes
        self.bytesInMemory = bytesInMemory
        self.total = total
    }

    /// One page of a list, read from memory: 64 MiB, 10 minutes.
    package static let page = Self(bytes: 64 << 20, bytesInMemory: 64 << 20, total: .seconds(600))
    /// A whole export in a temporary file: 4 GiB, 4 hours.
    package static let file = Self(bytes: 4 << 30, bytesInMemory: 1 << 20, total: .seconds(4 * 3600))
    /// A web page for people: 8 MiB, 2 minutes.
    package static let webPage = Self(bytes: 8 << 20, bytesInMemory: 8 << 20, total: .seconds(120))
    /// What of a robots.txt is read: 500 KiB (RFC 9309 §2.5).
    package static let robots: Self = {
        var limits = Self(bytes: 500 << 10, bytesInMemory: 500 << 10, total: .seconds(60))
        limits.cutsOff = true
        return limits
    }()
}
