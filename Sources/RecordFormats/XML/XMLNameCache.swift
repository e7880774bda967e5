import CXML

/// The names of one parser, made into strings once: libxml2 keeps equal names at equal addresses.
struct XMLNameCache {
    private struct Entry {
        let local: UnsafePointer<xmlChar>
        let namespace: UnsafePointer<xmlChar>?
        let name: XMLName
    }

    private static let size = 256

    private var entries = [Entry?](repeating: nil, count: Self.size)

    /// - Parameters:
    ///   - local: in the dictionary of the parser.
    ///   - namespace: in the dictionary of the parser, nil where there is none.
    mutating func name(_ local: UnsafePointer<xmlChar>, _ namespace: UnsafePointer<xmlChar>?) -> XMLName {
        let bits = UInt(bitPattern: local) &* 31 &+ UInt(bitPattern: namespace)
        let slot = Int((bits ^ bits >> 8) % UInt(Self.size))
        if let entry = entries[slot], entry.local == local, entry.namespace == namespace { return entry.name }
        let name = XMLName(String(cString: local), in: namespace.map { String(cString: $0) } ?? "")
        entries[slot] = Entry(local: local, namespace: namespace, name: name)
        return name
    }
}
