package import CatalogueModel
import Vocabularies

extension FetchError {
    /// The error as something to know about a harvest.
    package var notice: HarvestNotice {
        HarvestNotice(
            code: code, vietnamese: description(in: .vietnamese), english: description(in: .english))
    }

    /// By which errors of one kind are grouped.
    package var code: String {
        switch reason {
        case .unusableAddress: "unusable-address"
        case .refusedAddress: "refused-address"
        case .unknownHost: "unknown-host"
        case .connectionRefused: "connection-refused"
        case .unreachable: "unreachable"
        case .notSecure: "not-secure"
        case .timedOut(let phase): "timed-out-\(phase.rawValue)"
        case .connectionLost: "connection-lost"
        case .malformedAnswer: "malformed-answer"
        case .headersTooLong: "headers-too-long"
        case .bodyTooLong: "body-too-long"
        case .inflatesTooMuch: "inflates-too-much"
        case .tooManyRedirects: "too-many-redirects"
        case .status(let status, _): "http-\(status)"
        case .disallowedByRobots: "disallowed-by-robots"
        case .comeBack: "come-back-later"
        case .storage: "storage"
        }
    }
}
