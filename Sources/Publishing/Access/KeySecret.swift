import Crypto
import Foundation

/// The secret of a key: 256 random bits, which the holder has and the catalogue has not.
package struct KeySecret: Sendable {
    /// What every key begins with, so that people and scanners know a key where they see one.
    package static let prefix = "hlm_"

    /// As it is shown, once: the prefix and 43 letters, digits, `-` and `_` (RFC 4648 §5).
    package let text: String

    package init(using generator: inout some RandomNumberGenerator) {
        text = Self.prefix + Base64URL.text(of: Base64URL.randomBytes(32, using: &generator))
    }

    /// A key as somebody gives it, spaces around it set aside; nil for what cannot be one.
    package init?(_ text: String) {
        let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
        let digits = trimmed.utf8.dropFirst(Self.prefix.utf8.count)
        guard trimmed.hasPrefix(Self.prefix), digits.count == 43, digits.allSatisfy(Base64URL.isDigit) else {
            return nil
        }
        self.text = trimmed
    }

    /// SHA-256 of the text: what the catalogue keeps. A secret of 256 random bits needs no salt and no slow hash.
    var hash: Data { Data(SHA256.hash(data: Data(text.utf8))) }
}
