/// An identifier in a system of the world, in one spelling: `doi:10.1000/182`, `isbn:9780306406157`, `issn:0317-8471`,
/// `hdl:2027/x`, `urn:nbn:…`.
package struct WorldIdentifier: Hashable, Sendable, CustomStringConvertible {
    enum Fault: Error {
        /// A book or serial number whose check digit says that a digit is wrong.
        case wrongCheckDigit
        /// A handle under a prefix that was never registered: many repositories give the same numbers.
        case unregistered
        /// Of no system that is known here.
        case unknown
    }

    /// Bytes of an identifier.
    private static let limit = 300
    /// What DSpace numbers under until somebody registers a prefix.
    static let unregisteredPrefix = "123456789"
    /// Systems of addresses and of data, which say where or what, and identify nothing.
    private static let noSystems: Set<String> = ["http", "https", "ftp", "file", "mailto", "javascript", "data", "tel"]

    package let rawValue: String

    package var description: String { rawValue }

    /// Where the identifier leads; nil where no resolver is known.
    var address: String? {
        if rawValue.hasPrefix("doi:") { return "https://doi.org/" + PercentEncoding.normalised(rawValue.dropFirst(4)) }
        if rawValue.hasPrefix("hdl:") {
            return "https://hdl.handle.net/" + PercentEncoding.normalised(rawValue.dropFirst(4))
        }
        return nil
    }

    private init(_ rawValue: String) { self.rawValue = rawValue }

    /// Reads an identifier as records write it: `https://doi.org/10.1000/182`, `ISBN 0-306-40615-2 (pbk.)`, `0317-8471`.
    ///
    /// A bare number of ten digits is none: it may be anything.
    static func read(_ text: String) -> Result<Self, Fault> {
        guard text.utf8.count <= limit else { return .failure(.unknown) }
        let lower = text.lowercased()
        if let doi = doi(in: lower) { return .success(doi) }
        if lower.contains("handle.net/\(unregisteredPrefix)/") || lower.hasPrefix("hdl:\(unregisteredPrefix)/") {
            return .failure(.unregistered)
        }
        if let handle = handle(text, lower) { return .success(handle) }
        if lower.hasPrefix("urn:isbn:") { return book(text.dropFirst(9)) }
        if lower.hasPrefix("urn:issn:") { return serial(text.dropFirst(9)) }
        if lower.hasPrefix("urn:"), text.utf8.count > 6, !text.contains(" ") {
            return .success(Self("urn:" + text.dropFirst(4)))
        }
        if lower.hasPrefix("isbn") { return book(text.dropFirst(4).drop { !$0.isNumber || $0 == " " }.isbnMark) }
        if lower.hasPrefix("issn") { return serial(text.dropFirst(4).drop { !$0.isNumber }) }
        return bare(text)
    }

    /// A DOI or book number that stands in an address or an identifier of another kind; nil where none does.
    static func found(in text: String) -> Self? {
        guard text.utf8.count <= 2_048 else { return nil }
        let lower = text.lowercased()
        if lower.contains("doi"), let doi = doi(in: lower) { return doi }
        if lower.contains("hdl"), let handle = handle(text, lower) { return handle }
        for part in lower.split(whereSeparator: { "/=?&#:".contains($0) })
        where part.utf8.count == 13 && part.hasPrefix("97") {
            if let digits = CheckDigit.digits(part), digits.count == 13, CheckDigit.isISBN13(digits) {
                return isbn(digits)
            }
        }
        return nil
    }

    // MARK: Systems

    /// `10.`, a registrant of four digits or more, a slash, and anything; small letters, for case does not count.
    private static func doi(in text: String) -> Self? {
        let marks = ["doi.org/", "doi:", "info:doi/", "doi ", "doi/"]
        var rest = Substring(text)
        if !rest.hasPrefix("10.") {
            guard
                let mark = marks.first(where: {
                    text.contains($0 + "10.") || text.contains($0 + " 10.") || text.contains($0 + "/10.")
                }),
                let range = text.firstRange(of: mark)
            else { return nil }
            rest = text[range.upperBound...].drop { $0 == " " || $0 == "/" }
        }
        guard rest.hasPrefix("10.") else { return nil }
        let registrant = rest.dropFirst(3).prefix { $0.isNumber || $0 == "." }
        guard registrant.utf8.count >= 4, rest[registrant.endIndex...].hasPrefix("/") else { return nil }
        var end = rest.prefix { !$0.isWhitespace && !"<>\"".contains($0) }
        while let last = end.last, ".,;".contains(last) { end.removeLast() }
        if end.last == ")", !end.contains("(") { end.removeLast() }
        guard end.utf8.count > registrant.utf8.count + 4 else { return nil }
        return Self("doi:" + end)
    }

    private static func handle(_ text: String, _ lower: String) -> Self? {
        for mark in ["hdl.handle.net/", "hdl:", "info:hdl/"] {
            guard let range = lower.firstRange(of: mark) else { continue }
            let start = lower.distance(from: lower.startIndex, to: range.upperBound)
            let value = text.dropFirst(start).drop { $0 == " " || $0 == "/" }.prefix { !$0.isWhitespace && $0 != "?" }
            let parts = value.split(separator: "/", maxSplits: 1)
            guard parts.count == 2, parts[0].first?.isNumber == true, parts[0] != unregisteredPrefix else { return nil }
            return Self("hdl:" + value)
        }
        return nil
    }

    private static func book(_ text: some StringProtocol) -> Result<Self, Fault> {
        let number = text.prefix {
            $0.isNumber || $0 == "-" || $0 == " " || $0 == "X" || $0 == "x" || "\u{2010}"..."\u{2015}" ~= $0
        }
        guard let digits = CheckDigit.digits(number) else { return .failure(.unknown) }
        switch digits.count {
        case 10:
            return CheckDigit.isISBN10(digits)
                ? .success(isbn(CheckDigit.isbn13(ofISBN10: digits))) : .failure(.wrongCheckDigit)
        case 13: return CheckDigit.isISBN13(digits) ? .success(isbn(digits)) : .failure(.wrongCheckDigit)
        default: return .failure(digits.count > 7 ? .wrongCheckDigit : .unknown)
        }
    }

    private static func isbn(_ digits: [UInt8]) -> Self { Self("isbn:" + digits.map(String.init).joined()) }

    private static func serial(_ text: some StringProtocol) -> Result<Self, Fault> {
        let number = text.prefix { $0.isNumber || $0 == "-" || $0 == "X" || $0 == "x" }
        guard let digits = CheckDigit.digits(number), digits.count == 8 else { return .failure(.unknown) }
        guard CheckDigit.isISSN(digits) else { return .failure(.wrongCheckDigit) }
        let letters = digits.map { $0 == 10 ? "X" : String($0) }
        return .success(Self("issn:" + letters.prefix(4).joined() + "-" + letters.suffix(4).joined()))
    }

    /// A number that says by its shape what it is, or an identifier that names its own system.
    private static func bare(_ text: String) -> Result<Self, Fault> {
        let compact = text.filter { $0 != "-" && $0 != " " }
        if compact.utf8.count == 13, compact.hasPrefix("978") || compact.hasPrefix("979"),
            compact.allSatisfy(\.isNumber)
        {
            return book(compact)
        }
        if text.split(separator: "-").count == 4, compact.utf8.count == 10, CheckDigit.digits(compact) != nil {
            return book(compact)
        }
        if text.wholeMatch(of: /[0-9]{4}-[0-9]{3}[0-9Xx]/) != nil { return serial(text) }
        let system = text.prefix { $0.isLetter && $0.isASCII }
        let rest = text[system.endIndex...]
        let isNamed =
            system.utf8.count >= 2 && rest.hasPrefix(":") && rest.count > 1 && !text.contains { $0.isWhitespace }
        guard isNamed, !noSystems.contains(system.lowercased()) else { return .failure(.unknown) }
        return .success(Self(system.lowercased() + rest))
    }
}

extension Substring {
    /// `ISBN-13: 978…`: without the 10 or 13 that says which kind of number follows.
    fileprivate var isbnMark: Substring {
        guard hasPrefix("10:") || hasPrefix("13:") || hasPrefix("10 ") || hasPrefix("13 ") else { return self }
        return dropFirst(3).drop { !$0.isNumber }
    }
}
