/// A JSON value as it is written: members keep their order, numbers their digits.
indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The digits of the source: `007` never becomes 7, and no identifier loses its last places.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])

    struct Member: Hashable, Sendable {
        let key: String
        let value: JSONValue
    }

    /// The member `key`; the last one where there are several. Nil where this is no object.
    subscript(key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    /// The value as text; nil for null, lists and objects.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text
        case .bool(let flag): flag ? "true" : "false"
        case .null, .array, .object: nil
        }
    }
}
