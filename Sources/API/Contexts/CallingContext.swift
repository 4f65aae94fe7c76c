internal import Hummingbird
internal import Planning

/// A request of which it is known in whose name the store is asked.
protocol CallingContext: RequestContext {
    var access: Access { get }
}

/// Outside of the signed-in group nobody is known: what is read there is what is open to everybody, and a token that
/// came along opens nothing more.
extension APIContext: CallingContext {
    var access: Access { .anybody(requestID: requestID, trace: trail.caller) }
}
