package import Hummingbird
package import Planning

/// The whole API over the ports of one store.
package func buildRouter(
    ports: any Ports, configuration: APIConfiguration = APIConfiguration()
) -> Router<APIContext> {
    // The routes are made twice: once to learn which methods each path has, which the middleware before them must know.
    let outline = Router(context: APIContext.self)
    addRoutes(to: outline, ports, configuration)

    let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        RequestIDMiddleware()
        LogMiddleware()
        DefaultHeadersMiddleware()
        ProblemMiddleware(allowedMethods: AllowedMethods(of: outline))
        StrictPathMiddleware()
    }
    addRoutes(to: router, ports, configuration)
    return router
}

private func addRoutes(to router: Router<APIContext>, _ ports: any Ports, _ configuration: APIConfiguration) {
    let service = ServiceController(readiness: ports)
    router.get("livez", use: service.live)
    router.get("readyz", use: service.ready)
    router.get("problems/{code}", use: service.problem)

    let api = router.group("api/v1", context: SignedInContext.self)
    api.get("me", use: CallerController(callers: ports).me)

    let reference = ReferenceController(reference: ports)
    api.get("regions", use: reference.regions)
    api.get("regions/{code}", use: reference.region)
    api.get("frameworks", use: reference.frameworks)
    api.get("frameworks/{code}/versions/{version}", use: reference.framework)
    api.get("agencies", use: reference.agencies)
    api.get("catalogue-items", use: reference.catalogue)

    let lokus = LokusController(lokus: ports, configuration: configuration)
    api.get("lokus", use: lokus.list)
    api.post("lokus", use: lokus.register)
    api.get("lokus/{id}", use: lokus.get)
    api.patch("lokus/{id}", use: lokus.setDecree)

    let surveys = SurveyController(surveys: ports, configuration: configuration)
    api.post("lokus/{id}/survey-imports", use: surveys.importFile)
    api.get("survey-rounds", use: surveys.list)
    api.get("survey-rounds/{id}", use: surveys.get)
    api.post("survey-rounds/{id}/close", use: surveys.close)

    let results = ResultController(results: ports)
    api.get("lokus/{id}/weak-indicators", use: results.weakIndicators)
    api.get("lokus/{id}/comparison", use: results.comparison)

    let plans = PlanController(plans: ports, configuration: configuration)
    api.get("action-plans", use: plans.list)
    api.post("action-plans", use: plans.make)
    api.get("action-plans/{id}", use: plans.get)
    api.patch("action-plans/{id}", use: plans.change)
    api.post("action-plans/{id}/assign", use: plans.assignAll)

    let interventions = InterventionController(interventions: ports, configuration: configuration)
    api.post("action-plans/{id}/interventions", use: interventions.propose)
    api.post("action-plans/{id}/intervention-imports", use: interventions.importFile)
    api.get("interventions", use: interventions.list)
    api.get("interventions/{id}", use: interventions.get)
    api.patch("interventions/{id}", use: interventions.change)
    api.post("interventions/{id}/assign", use: interventions.assign)
    api.post("interventions/{id}/accept", use: interventions.accept)

    let reports = ReportController(reports: ports, plans: ports, configuration: configuration)
    api.get("interventions/{id}/reports", use: reports.listOfIntervention)
    api.post("interventions/{id}/reports", use: reports.report)
    api.get("reports", use: reports.list)
    api.get("reports/{id}", use: reports.get)
    api.patch("reports/{id}", use: reports.correct)
    api.get("report-obligations", use: reports.obligations)
}
