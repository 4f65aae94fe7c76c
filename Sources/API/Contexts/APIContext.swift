package import Hummingbird
internal import NIOCore

/// What every request carries.
package struct APIContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Set by the first middleware.
    var requestID = ""
    /// The `Authorization` header as it came.
    var authorization: String?
    /// The `Selaras-Principal` header as it came.
    var principal: String?
    let trail = RequestTrail()
    let channel: (any Channel)?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
