/// One thing to be fetched, and under which conditions.
package struct FetchRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        /// The header alone (RFC 9110 §9.3.2).
        case head = "HEAD"
    }

    package var address: HTTPAddress
    package var method = Method.get
    /// Value of the Accept header.
    package var accept = "*/*"
    /// What we hold already; the server may answer that it is still good.
    package var validators: CacheValidators?
    package var limits: FetchLimits
    package var permission: AddressGuard

    package init(_ address: HTTPAddress, limits: FetchLimits, permission: AddressGuard) {
        self.address = address
        self.limits = limits
        self.permission = permission
    }
}
