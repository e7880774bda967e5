/// The header fields of an answer.
package struct ResponseHeaders: Hashable, Sendable {
    /// In the order received.
    private let fields: [Field]

    private struct Field: Hashable, Sendable {
        let name: String
        let value: String
    }

    init(_ fields: some Sequence<(name: String, value: String)>) {
        self.fields = fields.map { Field(name: $0.name.lowercased(), value: $0.value) }
    }

    /// The first value of `name`, whatever its case.
    package subscript(name: String) -> String? {
        fields.first { $0.name == name.lowercased() }?.value
    }

    var byteCount: Int { fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count + 4 } }

    /// Media type without parameters, in lower case; nil where none is told.
    package var mediaType: String? {
        guard let type = self["Content-Type"]?.prefix(while: { $0 != ";" }).lowercased() else { return nil }
        let bare = type.filter { !$0.isWhitespace }
        return bare.isEmpty ? nil : bare
    }

    package var validators: CacheValidators? {
        let found = CacheValidators(entityTag: self["ETag"], lastModified: self["Last-Modified"])
        return found.isEmpty ? nil : found
    }

    package var retryAfter: RetryAfter? { self["Retry-After"].flatMap(RetryAfter.init) }
}
