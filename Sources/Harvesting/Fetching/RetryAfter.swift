package import Foundation

/// When a server wants to be asked again (RFC 9110 §10.2.3).
package enum RetryAfter: Hashable, Sendable {
    case after(Duration)
    case at(Date)

    /// Reads seconds or an HTTP date; nil for anything else, negative numbers included.
    package init?(_ text: String) {
        let value = text.filter { $0 != " " && $0 != "\t" }
        if !value.isEmpty, value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
            // Longer numbers mean "never" and would overflow what follows.
            self = .after(.seconds(Int(value.prefix(9)) ?? 0))
        } else if let date = HTTPDate.date(text) {
            self = .at(date)
        } else {
            return nil
        }
    }

    /// How long to wait from `now`; nothing for a date that has passed.
    package func wait(from now: Date) -> Duration {
        switch self {
        case .after(let wait): wait
        case .at(let date): max(.zero, .seconds(date.timeIntervalSince(now).rounded(.up)))
        }
    }
}
