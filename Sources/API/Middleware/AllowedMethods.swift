internal import HTTPTypes
internal import Hummingbird

/// Which methods each path knows; the router itself answers 404 to a wrong method.
struct AllowedMethods: Sendable {
    private struct Route: Sendable {
        let path: RouterPath
        var methods: Set<HTTPRequest.Method>
    }

    private let routes: [Route]

    init(of router: Router<APIContext>) {
        routes = Dictionary(grouping: router.routes, by: \.path.description).values.map { routes in
            Route(path: routes[0].path, methods: Set(routes.map(\.method)))
        }
    }

    /// The value of `Allow` for a path, and for `*` that of all of them; nil where there is no such path.
    func header(for path: String) -> String? {
        let parts = path.split(separator: "/")
        let methods = routes.filter { path == "*" || Self.matches($0.path, parts) }
            .reduce(into: Set<HTTPRequest.Method>()) { $0.formUnion($1.methods) }
        guard !methods.isEmpty else { return nil }
        let implied: [HTTPRequest.Method] = methods.contains(.get) ? [.head, .options] : [.options]
        return Set(methods.map(\.rawValue) + implied.map(\.rawValue)).sorted().joined(separator: ", ")
    }

    private static func matches(_ path: RouterPath, _ parts: [Substring]) -> Bool {
        path.components.count == parts.count && zip(path.components, parts).allSatisfy { $0 ~= $1 }
    }
}
