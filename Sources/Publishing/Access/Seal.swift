import Crypto
package import Foundation

/// Marks texts so that only who has the secret can make the mark, and checks marks (HMAC-SHA-256, RFC 2104).
package struct Seal: Sendable {
    private let key: SymmetricKey

    /// - Parameter secret: at least 32 random bytes.
    package init(secret: Data) {
        key = SymmetricKey(data: secret)
    }

    /// A seal nobody else has, for as long as it is held.
    package init(using generator: inout some RandomNumberGenerator) {
        self.init(secret: Data(Base64URL.randomBytes(32, using: &generator)))
    }

    /// The mark of `text`; marks for one purpose are good for no other.
    package func mark(_ text: String, for purpose: String) -> String {
        Base64URL.text(of: code(text, purpose))
    }

    /// Whether `mark` is that of `text`; takes equally long whatever is wrong with it.
    package func holds(_ mark: String, on text: String, for purpose: String) -> Bool {
        let expected = Array(self.mark(text, for: purpose).utf8)
        let given = Array(mark.utf8)
        guard expected.count == given.count else { return false }
        return zip(expected, given).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func code(_ text: String, _ purpose: String) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Data("\(purpose.utf8.count):\(purpose)\(text)".utf8), using: key)
    }
}
