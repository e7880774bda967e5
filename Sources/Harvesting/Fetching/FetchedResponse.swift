/// What a server answered, whatever its status.
package struct FetchedResponse: Sendable {
    package struct Redirect: Hashable, Sendable {
        package let status: Int
        package let from: HTTPAddress
        package let to: HTTPAddress

        /// Whether it led from an encrypted connection to an open one.
        package var isDowngrade: Bool { from.scheme == .https && to.scheme == .http }
    }

    package let status: Int
    package let headers: ResponseHeaders
    /// Where the answer came from in the end.
    package let address: HTTPAddress
    package let redirects: [Redirect]
    /// Empty where the server said that what we hold is still good.
    package let body: FetchedBody

    package var isSuccess: Bool { 200..<300 ~= status }

    /// Whether what we hold is still good (304).
    package var isNotModified: Bool { status == 304 }

    /// - Throws: `FetchError` where the status is neither success nor "not modified".
    package func checkStatus() throws(FetchError) {
        guard isSuccess || isNotModified else {
            throw FetchError(.status(status, headers.retryAfter), at: address)
        }
    }
}
