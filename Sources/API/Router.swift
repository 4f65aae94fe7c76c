package import Hummingbird
package import Planning
package import Secrets

/// The whole API over the ports of one store.
package func buildRouter(
    ports: any Ports, configuration: APIConfiguration = APIConfiguration(), metrics: Metrics = Metrics(),
    operations: WorkQueue? = nil, passwords: PasswordLane = PasswordLane(), denials: Denials? = nil
) -> Router<APIContext> {
    let desk = SignInDesk(
        accounts: ports, lane: passwords, policy: configuration.passwordPolicy, key: configuration.signInKey,
        seal: configuration.secondFactorSeal, metrics: metrics)
    // The routes are made twice: once to learn which methods each path has, which the middleware before them must know.
    let outline = Router(context: APIContext.self)
    addRoutes(to: outline, ports, configuration, operations, desk)

    let router = Router(context: APIContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        RequestIDMiddleware()
        CredentialsMiddleware(key: configuration.csrfKey)
        ObservingMiddleware(metrics: metrics)
        DefaultHeadersMiddleware(strictTransportSeconds: configuration.strictTransportSeconds)
        ProblemMiddleware(allowedMethods: AllowedMethods(of: outline), denials: denials)
        StrictPathMiddleware()
        QueryLimitMiddleware(mostParameters: configuration.mostQueryParameters)
        ContinueMiddleware()
    }
    addRoutes(to: router, ports, configuration, operations, desk)
    return router
}

private func addRoutes(
    to router: Router<APIContext>, _ ports: any Ports, _ configuration: APIConfiguration, _ queue: WorkQueue?,
    _ desk: SignInDesk
) {
    let problems = ProblemController()
    router.get("problems", use: problems.list)
    router.get("problems/{code}", use: problems.get)

    let contract = ContractController(configuration: configuration)
    router.get("", use: contract.index)
    router.get("version", use: contract.version)
    router.get("docs", use: contract.page)
    router.get("docs/style.css", use: contract.style)
    router.get("api/v1/openapi.yaml", use: contract.yaml)
    router.get("api/v1/openapi.json", use: contract.json)
    router.get(".well-known/api-catalog", use: contract.catalog)
    router.get(".well-known/security.txt", use: contract.securityContact)
    router.get("api/v1/limits", use: LimitsController(configuration: configuration).limits)

    let open = OpenDataController(data: ports, configuration: configuration)
    router.get("api/v1/open-data", use: open.catalogue)
    router.get("api/v1/open-data/indices", use: open.indices)
    router.get("api/v1/open-data/indicators", use: open.indicators)
    router.get("api/v1/open-data/interventions", use: open.interventions)

    let sessions = SessionController(accounts: ports, desk: desk, configuration: configuration)
    router.post("api/v1/sessions", use: sessions.signIn)
    let invitations = InvitationController(accounts: ports, desk: desk, configuration: configuration)
    router.post("api/v1/invitations/accept", use: invitations.accept)

    let api = router.group("api/v1", context: SignedInContext.self)
    let caller = CallerController(accounts: ports, desk: desk, configuration: configuration)
    api.get("me", use: caller.me)
    api.put("me/password", use: caller.changePassword)
    let factors = SecondFactorController(accounts: ports, desk: desk, configuration: configuration)
    api.get("me/second-factor", use: factors.show)
    api.post("me/second-factor", use: factors.enrol)
    api.post("me/second-factor/confirm", use: factors.confirm)
    api.post("me/second-factor/recovery-codes", use: factors.renewCodes)
    api.post("me/second-factor/disable", use: factors.disable)
    api.get("sessions", use: sessions.list)
    api.delete("sessions/current", use: sessions.signOut)
    api.delete("sessions/{id}", use: sessions.revoke)

    let may = Admission(callers: ports)
    api.get("principals", use: invitations.holdings)
    api.post("principals/{id}/end", use: may(.update, .account, invitations.end))
    api.post("invitations", use: may(.create, .account, invitations.invite))
    api.post("accounts/{id}/reset", use: may(.update, .account, invitations.reset))
    api.post("accounts/{id}/disable", use: may(.update, .account, invitations.disable))
    api.post("accounts/{id}/enable", use: may(.update, .account, invitations.enable))
    api.post("accounts/{id}/correct", use: may(.update, .account, invitations.correct))
    api.post("accounts/{id}/remove-second-factor", use: may(.update, .account, factors.remove))

    let reference = ReferenceController(reference: ports, configuration: configuration)
    api.get("regions", use: reference.regions)
    api.get("regions/{code}", use: reference.region)
    api.get("frameworks", use: reference.frameworks)
    api.get("frameworks/{code}/versions/{version}", use: reference.framework)
    api.get("agencies", use: reference.agencies)
    api.get("catalogue-items", use: reference.catalogue)

    let lokus = LokusController(lokus: ports, configuration: configuration)
    api.get("lokus", use: lokus.list)
    api.post("lokus", use: may(.create, .lokus, lokus.register))
    api.get("lokus/{id}", use: lokus.get)
    api.patch("lokus/{id}", use: may(.update, .lokus, lokus.setDecree))

    let surveys = SurveyController(
        surveys: ports, configuration: configuration,
        desk: queue.map {
            OperationDesk(
                queue: $0, operations: ports, callers: ports, largestUpload: configuration.largestSpooledFile)
        })
    api.post("lokus/{id}/survey-imports", use: may(.import, .surveyRound, surveys.importFile))
    api.get("survey-imports/{id}", use: surveys.receipt)
    api.get("survey-rounds", use: surveys.list)
    api.get("survey-rounds/{id}", use: surveys.get)
    api.get("survey-rounds/{id}/findings", use: surveys.findings)
    api.post("survey-rounds/{id}/target-families", use: may(.read, .targetFamily, surveys.targetFamilies))
    let announced = ResultImportController(surveys: ports, configuration: configuration)
    api.post("result-imports", use: may(.import, .surveyRound, announced.importFile))
    api.get("result-imports/{id}", use: announced.receipt)
    api.get("survey-rounds/{id}/reconciliation", use: announced.reconciliation)
    api.post("survey-rounds/{id}/close", use: may(.close, .surveyRound, surveys.close))
    api.post("survey-rounds/{id}/discard", use: may(.discard, .surveyRound, surveys.discard))

    api.get("events", use: EventController(audit: ports, configuration: configuration).list)

    let operations = OperationController(operations: ports, surveys: ports, configuration: configuration)
    api.get("operations", use: operations.list)
    api.get("operations/{id}", use: operations.get)
    api.post("operations/{id}/cancel", use: may(.cancel, .operation, operations.cancel))

    let results = ResultController(results: ports)
    api.get("lokus/{id}/weak-indicators", use: results.weakIndicators)
    api.get("lokus/{id}/comparison", use: results.comparison)
    api.get("lokus/{id}/counterparts", use: results.counterparts)
    api.get("lokus/{id}/suggestions", use: results.suggestions)
    api.get("comparisons", use: results.yearComparison)
    api.get("lokus/{id}/sample-plan", use: results.samplePlan)

    let plans = PlanController(plans: ports, configuration: configuration)
    api.get("action-plans", use: plans.list)
    api.post("action-plans", use: may(.create, .actionPlan, plans.make))
    api.get("action-plans/{id}", use: plans.get)
    api.get("action-plans/{id}/findings", use: plans.findings)
    api.get("action-plans/{id}/matrix", use: plans.matrix)
    api.get("action-plans/{id}/pack", use: plans.pack)
    api.patch("action-plans/{id}", use: may(.update, .actionPlan, plans.change))
    api.post("action-plans/{id}/assign", use: may(.assign, .intervention, plans.assignAll))

    api.post("action-plans/{id}/submit", use: may(.submit, .actionPlan, plans.take(.submit)))
    api.post("action-plans/{id}/agree", use: may(.agree, .actionPlan, plans.take(.agree)))
    api.post("action-plans/{id}/approve", use: may(.approve, .actionPlan, plans.take(.approve)))
    api.post("action-plans/{id}/start", use: may(.start, .actionPlan, plans.take(.start)))
    api.post("action-plans/{id}/evaluate", use: may(.evaluate, .actionPlan, plans.take(.evaluate)))
    api.post("action-plans/{id}/close", use: may(.close, .actionPlan, plans.take(.close)))
    api.post("action-plans/{id}/return", use: may(.sendBack, .actionPlan, plans.take(.sendBack)))

    let changes = PlanChangesController(plans: ports, interventions: ports)
    api.get("action-plans/{id}/changes", use: changes.changes)

    addAmendments(to: api, AmendmentController(amendments: ports, configuration: configuration), may)

    let interventions = InterventionController(interventions: ports, configuration: configuration)
    api.post("action-plans/{id}/interventions", use: may(.create, .intervention, interventions.propose))
    api.post(
        "action-plans/{id}/intervention-imports", use: may(.import, .intervention, interventions.importFile))
    api.get("interventions", use: interventions.list)
    api.get("interventions/{id}", use: interventions.get)
    api.patch("interventions/{id}", use: may(.update, .intervention, interventions.change))
    api.post("interventions/{id}/assign", use: may(.assign, .intervention, interventions.assign))
    api.post("interventions/{id}/accept", use: may(.accept, .intervention, interventions.take(.accept)))
    api.post("interventions/{id}/decline", use: may(.decline, .intervention, interventions.take(.decline)))
    api.post("interventions/{id}/propose", use: may(.propose, .intervention, interventions.take(.propose)))
    api.post("interventions/{id}/budget", use: may(.budget, .intervention, interventions.take(.budget)))
    api.post("interventions/{id}/start", use: may(.start, .intervention, interventions.take(.start)))
    api.post("interventions/{id}/finish", use: may(.finish, .intervention, interventions.take(.finish)))
    api.post("interventions/{id}/delay", use: may(.delay, .intervention, interventions.take(.delay)))
    api.post("interventions/{id}/resume", use: may(.resume, .intervention, interventions.take(.resume)))
    api.post("interventions/{id}/cancel", use: may(.cancel, .intervention, interventions.take(.cancel)))
    api.post("interventions/{id}/carry-over", use: may(.carryOver, .intervention, interventions.carryOver))

    let budget = BudgetLineController(budget: ports, configuration: configuration)
    api.get("budget-lines", use: budget.list)
    api.post("budget-lines", use: may(.create, .budgetLine, budget.make))
    api.get("budget-lines/{id}", use: budget.get)
    api.patch("budget-lines/{id}", use: may(.update, .budgetLine, budget.change))

    let batches = BatchController(interventions: ports, reports: ports, configuration: configuration)
    api.post("action-plans/{id}/interventions:batch", use: may(.create, .intervention, batches.propose))
    // Which of the two is asked for stands in the body; who may assign may accept.
    api.post("interventions:batch", use: may(.accept, .intervention, batches.move))
    api.post("reports:batch", use: may(.create, .progressReport, batches.report))
    api.post("reports:verify", use: may(.verify, .progressReport, batches.verify))

    let reports = ReportController(reports: ports, plans: ports, configuration: configuration)
    api.get("interventions/{id}/reports", use: reports.listOfIntervention)
    api.post("interventions/{id}/reports", use: may(.create, .progressReport, reports.report))
    api.get("reports", use: reports.list)
    api.get("reports/{id}", use: reports.get)
    api.patch("reports/{id}", use: may(.update, .progressReport, reports.correct))
    api.post("reports/{id}/submit", use: may(.submit, .progressReport, reports.take(.submit)))
    api.post("reports/{id}/verify", use: may(.verify, .progressReport, reports.take(.verify)))
    api.post("reports/{id}/return", use: may(.sendBack, .progressReport, reports.take(.sendBack)))
    api.post("reports/{id}/confirm", use: may(.confirm, .progressReport, reports.say(.confirmed)))
    api.post("reports/{id}/dispute", use: may(.dispute, .progressReport, reports.say(.disputed)))
    api.get("report-obligations", use: reports.obligations)
    api.get("annual-evaluations", use: reports.annualEvaluations)
}

private func addAmendments(
    to api: RouterGroup<SignedInContext>, _ amendments: AmendmentController, _ may: Admission
) {
    api.get("action-plans/{id}/amendments", use: amendments.list)
    api.post("action-plans/{id}/amendments", use: may(.create, .planAmendment, amendments.make))
    api.get("amendments/{id}", use: amendments.get)
    api.patch("amendments/{id}", use: may(.update, .planAmendment, amendments.change))
    api.post("amendments/{id}/submit", use: may(.submit, .planAmendment, amendments.take(.submit)))
    api.post("amendments/{id}/approve", use: may(.approve, .planAmendment, amendments.take(.approve)))
    api.post("amendments/{id}/return", use: may(.sendBack, .planAmendment, amendments.take(.sendBack)))
    api.post("amendments/{id}/withdraw", use: may(.withdraw, .planAmendment, amendments.take(.withdraw)))
}
