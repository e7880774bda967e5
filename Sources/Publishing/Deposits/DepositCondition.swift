/// Which state of a resource a change is meant for: the entity tags of `If-Match` (RFC 9110 §13.1.1).
///
/// Two tags name a state: `"r12"`, the revision of the deposit, which the institution is given; and `"3"` or `"3-x7"`, the
/// version of the public record, which everybody is given. The second holds only while no newer version waits.
package enum DepositCondition: Hashable, Sendable {
    /// None was given.
    case missing
    /// Whatever stands now: `*`, or one who has just looked at it in the same transaction.
    case any
    case tags([String])

    /// - Parameter header: values of `If-Match`, joined by commas; nil where there is none.
    package init(header: String?) {
        guard let header else {
            self = .missing
            return
        }
        let tags = header.split(separator: ",").prefix(20).map { $0.trimmingPrefix { $0 == " " }.trimmedEnd }
        self = tags.contains("*") ? .any : .tags(tags)
    }

    /// - Parameters:
    ///   - publicVersion: of the record in the catalogue; nil where there is none, or where a newer version waits.
    func holds(revision: Int?, publicVersion: Int?) -> Bool {
        switch self {
        case .missing: return false
        case .any: return true
        case .tags(let tags):
            return tags.contains { tag in
                // A weak tag never matches here: it does not tell states apart (RFC 9110 §8.8.3.2).
                guard tag.count > 2, tag.hasPrefix("\""), tag.hasSuffix("\"") else { return false }
                let content = tag.dropFirst().dropLast()
                if let revision, content == "r\(revision)" { return true }
                guard let publicVersion else { return false }
                return content.split(separator: "-").first == "\(publicVersion)"
            }
        }
    }
}

extension Substring {
    fileprivate var trimmedEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
