package import Hummingbird
package import Planning

/// The paths of the admin port.
package func buildAdminRouter(
    readiness: any ReadinessPort, draining: Draining, metrics: Metrics
) -> Router<APIContext> {
    let outline = Router(context: APIContext.self)
    let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
    let controller = AdminController(readiness: readiness, draining: draining, metrics: metrics)
    addRoutes(of: controller, to: outline)
    router.addMiddleware {
        RequestIDMiddleware()
        DefaultHeadersMiddleware(strictTransportSeconds: nil)
        ProblemMiddleware(allowedMethods: AllowedMethods(of: outline))
        StrictPathMiddleware()
    }
    addRoutes(of: controller, to: router)
    return router
}

private func addRoutes(of controller: AdminController, to router: Router<APIContext>) {
    router.get("livez", use: controller.live)
    router.get("readyz", use: controller.ready)
    router.get("metrics", use: controller.measurements)
}
