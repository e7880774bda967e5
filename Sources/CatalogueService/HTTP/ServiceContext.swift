package import Hummingbird
import NIOCore

/// What a request carries through middleware and routes.
package struct ServiceContext: RequestContext {
    package var coreContext: CoreRequestContextStorage

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }

    /// No route takes a body yet.
    package var maxUploadSize: Int { 64 * 1024 }
}
