package import Hummingbird
import NIOCore

/// What a request carries through middleware and routes.
package struct ServiceContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Who asks; read by `Authentication`.
    var visitor = Visitor()
    let remoteAddress: SocketAddress?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remoteAddress = source.channel.remoteAddress
    }
}
