package import Hummingbird

/// What every request carries.
package struct APIContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Set by the first middleware.
    var requestID = ""
    /// The `Authorization` header as it came.
    var authorization: String?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}
