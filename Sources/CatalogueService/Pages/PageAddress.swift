import Hummingbird

/// The address of a page: a path and its query, from which addresses of neighbouring pages are made.
struct PageAddress: Sendable {
    let path: String
    private(set) var items: [(name: String, value: String)]

    init(path: String, items: [(name: String, value: String)] = []) {
        self.path = path
        self.items = items
    }

    init(_ request: Request) {
        self.init(path: request.uri.path, items: request.formQuery.items)
    }

    /// The same address with `name` set to `value` alone, or without it where `value` is nil.
    func with(_ name: String, _ value: String?) -> Self {
        var items = items.filter { $0.name != name }
        if let value { items.append((name, value)) }
        return Self(path: path, items: items)
    }

    func adding(_ name: String, _ value: String) -> Self {
        Self(path: path, items: items + [(name, value)])
    }

    func removing(_ name: String, _ value: String) -> Self {
        Self(path: path, items: items.filter { $0.name != name || $0.value != value })
    }

    /// Safe in an HTML attribute once the template has escaped `&`.
    var href: String {
        items.isEmpty
            ? path
            : path + "?"
                + items.map { FormEncoding.query($0.name) + "=" + FormEncoding.query($0.value) }.joined(separator: "&")
    }
}
