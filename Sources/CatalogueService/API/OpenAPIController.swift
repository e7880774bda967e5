import Hummingbird

/// `/openapi.json`: what the service answers, for programs that write programs. A test calls every path it names.
struct OpenAPIController: Sendable {
    func addRoutes(to router: some RouterMethods<ServiceContext>) {
        router.get("/openapi.json") { _, _ in
            JSONAnswer.response(bytes: PackageResources.openapi_json)
        }
    }
}
