package import Hummingbird
internal import NIOCore

/// What every request carries.
package struct APIContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Set by the first middleware.
    var requestID = ""
    /// Whose it says it is; nil before the middleware that reads it.
    var credentials: Credentials?
    /// The `Selaras-Principal` header as it came.
    var principal: String?
    let trail = RequestTrail()
    let channel: (any Channel)?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
