import HTTPTypes
import Hummingbird

/// The addresses that lead somewhere, each with its methods: tells a wrong method from a wrong address.
struct RouteTable: Sendable {
    private let routes: [(path: RouterPath, methods: [HTTPRequest.Method])]

    init(_ router: Router<ServiceContext>) {
        routes = Dictionary(grouping: router.routes, by: { "\($0.path)" }).values.compactMap { routes in
            routes.first.map { ($0.path, routes.map(\.method)) }
        }
    }

    /// The methods an address takes, in order; empty where there is nothing.
    func methods(at path: String) -> [String] {
        let parts = path.split(separator: "/")
        var found: Set<String> = []
        for (route, methods) in routes where route.components.count == parts.count {
            if zip(route.components, parts).allSatisfy({ $0 ~= $1 }) { found.formUnion(methods.map(\.rawValue)) }
        }
        // The router answers HEAD where it answers GET.
        if found.contains("GET") { found.insert("HEAD") }
        return found.sorted()
    }
}
