import Foundation
import Testing
import Wire

/// A route of the service, what it takes, and a request to it that succeeds in `World` for who may do it.
struct Route: Sendable, CustomTestStringConvertible {
    struct Request: Sendable {
        let path: String
        var body = Client.Body.none
        var headers: Client.Headers = [:]
    }

    let method: String
    /// As the router spells it.
    let path: String
    let resource: String
    let action: String
    let request: @Sendable (World) async throws -> Request

    var testDescription: String { "\(method) \(path)" }

    private static func get(
        _ path: String, _ resource: String, _ address: @escaping @Sendable (World) -> String
    ) -> Route {
        Route(method: "GET", path: path, resource: resource, action: "read") { Request(path: address($0)) }
    }

    private static func post(
        _ path: String, _ resource: String, _ action: String,
        _ request: @escaping @Sendable (World) async throws -> Request
    ) -> Route {
        Route(method: "POST", path: path, resource: resource, action: action, request: request)
    }

    private static func patch(
        _ path: String, _ resource: String, _ body: JSONValue, _ address: @escaping @Sendable (World) -> String
    ) -> Route {
        Route(method: "PATCH", path: path, resource: resource, action: "update") { world in
            Request(
                path: address(world), body: .json(body), headers: try await world.coordinator.tag(address(world)))
        }
    }

    /// A step of what is in the state from which it begins; where another person must take it, somebody else wrote that.
    private static func step(
        _ action: String, _ resource: String, at collection: String, reason: String? = nil,
        as member: String = "reason", _ subject: @escaping @Sendable (World) async throws -> String
    ) -> Route {
        post("\(collection)/{id}/\(action)", resource, action) { world in
            let path = "\(collection)/\(try await subject(world))"
            return Request(
                path: "\(path)/\(action)", body: reason.map { .json([member: .string($0)]) } ?? .none,
                headers: try await world.coordinator.tag(path))
        }
    }

    private static func step(_ action: String, from state: String, reason: String? = nil) -> Route {
        step(action, "action_plan", at: "action-plans", reason: reason) { try await $0.plan(in: state) }
    }

    private static func step(_ action: String, ofInterventionIn state: String, reason: String? = nil) -> Route {
        step(action, "intervention", at: "interventions", reason: reason) { try await $0.intervention(in: state) }
    }

    private static func step(_ action: String, ofAmendmentIn state: String, reason: String? = nil) -> Route {
        step(action, "plan_amendment", at: "amendments", reason: reason) { try await $0.amendment(in: state) }
    }

    private static func step(
        _ action: String, ofReportIn state: String, reason: String? = nil, as member: String = "reason"
    ) -> Route {
        step(action, "progress_report", at: "reports", reason: reason, as: member) { try await $0.report(in: state) }
    }

    /// Open to everybody.
    static let service: [String] = [
        "problems", "problems/{code}", "version", "docs", "docs/style.css", "api/v1/openapi.yaml",
        "api/v1/openapi.json", ".well-known/api-catalog", ".well-known/security.txt", "api/v1/limits",
    ]

    /// Read by whoever shows no token, as the role `public`.
    static let open: [Route] = [
        get("api/v1/open-data", "open_data") { _ in "open-data" },
        get("api/v1/open-data/indices", "open_data") { _ in "open-data/indices" },
        get("api/v1/open-data/indicators", "open_data") { _ in "open-data/indicators" },
        get("api/v1/open-data/interventions", "open_data") { _ in "open-data/interventions" },
    ]

    /// What is a person's own: a token is needed, and no permission.
    static let own = [
        "GET me", "PUT me/password", "GET sessions", "DELETE sessions/current", "DELETE sessions/{id}",
        "GET me/second-factor", "POST me/second-factor", "POST me/second-factor/confirm",
        "POST me/second-factor/recovery-codes", "POST me/second-factor/disable",
    ]

    /// What comes before anybody is known.
    static let entry = ["POST api/v1/sessions", "POST api/v1/invitations/accept"]

    static let reading: [Route] = [
        get("principals", "account") { _ in "principals" },
        get("regions", "region") { _ in "regions?q=sampanahan" },
        get("regions/{code}", "region") { _ in "regions/63.02.12.2005" },
        get("frameworks", "framework") { _ in "frameworks" },
        get("frameworks/{code}/versions/{version}", "framework") { _ in "frameworks/ikk-29/versions/1" },
        get("agencies", "agency") { _ in "agencies" },
        get("catalogue-items", "catalogue") { _ in "catalogue-items" },
        get("lokus", "lokus") { _ in "lokus" },
        get("lokus/{id}", "lokus") { "lokus/\($0.lokus)" },
        get("survey-rounds", "survey_round") { _ in "survey-rounds" },
        get("survey-rounds/{id}", "survey_round") { "survey-rounds/\($0.closedRound)" },
        get("survey-rounds/{id}/findings", "family_answer") { "survey-rounds/\($0.closedRound)/findings" },
        get("survey-rounds/{id}/reconciliation", "survey_round") {
            "survey-rounds/\($0.closedRound)/reconciliation"
        },
        get("result-imports/{id}", "survey_import") { "result-imports/\($0.resultImport)" },
        get("events", "event") { _ in "events" },
        get("operations", "operation") { _ in "operations" },
        get("operations/{id}", "operation") { "operations/\($0.operation)" },
        get("survey-imports/{id}", "survey_import") { "survey-imports/\($0.surveyImport)" },
        get("lokus/{id}/weak-indicators", "survey_round") { "lokus/\($0.lokus)/weak-indicators" },
        get("lokus/{id}/comparison", "survey_round") { "lokus/\($0.lokus)/comparison" },
        get("lokus/{id}/counterparts", "survey_round") { "lokus/\($0.lokus)/counterparts" },
        get("lokus/{id}/suggestions", "survey_round") { "lokus/\($0.lokus)/suggestions" },
        get("comparisons", "survey_round") { _ in "comparisons?year=2024" },
        get("lokus/{id}/sample-plan", "survey_round") { "lokus/\($0.lokus)/sample-plan" },
        get("action-plans", "action_plan") { _ in "action-plans" },
        get("action-plans/{id}", "action_plan") { "action-plans/\($0.plan)" },
        get("action-plans/{id}/findings", "action_plan") { "action-plans/\($0.plan)/findings" },
        get("action-plans/{id}/matrix", "action_plan") { "action-plans/\($0.plan)/matrix" },
        get("action-plans/{id}/pack", "action_plan") { "action-plans/\($0.plan)/pack" },
        get("action-plans/{id}/changes", "action_plan") {
            "action-plans/\($0.plan)/changes?from=2020-01-01T00:00:00Z"
        },
        get("action-plans/{id}/amendments", "plan_amendment") { "action-plans/\($0.plan)/amendments" },
        get("amendments/{id}", "plan_amendment") { "amendments/\($0.amendment)" },
        get("interventions", "intervention") { _ in "interventions" },
        get("interventions/{id}", "intervention") { "interventions/\($0.accepted)" },
        get("interventions/{id}/reports", "progress_report") { "interventions/\($0.accepted)/reports" },
        get("budget-lines", "budget_line") { _ in "budget-lines" },
        get("budget-lines/{id}", "budget_line") { "budget-lines/\($0.budgetLine)" },
        get("reports", "progress_report") { _ in "reports" },
        get("reports/{id}", "progress_report") { "reports/\($0.report)" },
        get("report-obligations", "progress_report") { _ in "report-obligations" },
        get("annual-evaluations", "progress_report") { _ in "annual-evaluations" },
    ]

    static let writing: [Route] = [
        post("survey-rounds/{id}/target-families", "target_family", "read") { world in
            Request(
                path: "survey-rounds/\(world.closedRound)/target-families",
                body: .json(["indicator": "KLS-02", "family_ids": ["SPH-0001"]]))
        },
        post("invitations", "account", "create") { world in
            let email = "orang\(UUID().uuidString)@kotabaru.example"
            return Request(
                path: "invitations",
                body: .json([
                    "email": .string(email), "name": "Rahmat", "role": "viewer", "kabupaten_code": "63.02",
                ]))
        },
        post("principals/{id}/end", "account", "update") { world in
            Request(path: "principals/\(try await world.held().principal)/end")
        },
        post("accounts/{id}/reset", "account", "update") { world in
            Request(path: "accounts/\(try await world.held().account)/reset")
        },
        post("accounts/{id}/correct", "account", "update") { world in
            Request(
                path: "accounts/\(try await world.held().account)/correct", body: .json(["name": "Rahmat Hidayat"]))
        },
        post("accounts/{id}/disable", "account", "update") { world in
            Request(path: "accounts/\(try await world.held().account)/disable")
        },
        post("accounts/{id}/enable", "account", "update") { world in
            Request(path: "accounts/\(try await world.held().account)/enable")
        },
        post("accounts/{id}/remove-second-factor", "account", "update") { world in
            Request(path: "accounts/\(try await world.held().account)/remove-second-factor")
        },
        post("lokus", "lokus", "create") { _ in
            Request(path: "lokus", body: .json(["desa_code": "63.02.14.2008", "year": 2030]))
        },
        patch("lokus/{id}", "lokus", ["decree_number": "1/2024", "decree_on": "2024-02-01"]) { "lokus/\($0.lokus)" },
        post("lokus/{id}/survey-imports", "survey_round", "import") { world in
            Request(
                path: "lokus/\(world.lokus)/survey-imports?purpose=midline", body: .csv(try SurveyText.kecil()),
                headers: Client.key())
        },
        post("result-imports", "survey_round", "import") { _ in
            Request(
                path: "result-imports",
                body: .csv("desa_code,year,purpose,code,value\n63.02.12.2005,2024,baseline,IKK,75.91\n"),
                headers: Client.key())
        },
        step("close", "survey_round", at: "survey-rounds") { $0.openRound },
        post("survey-rounds/{id}/discard", "survey_round", "discard") { world in
            // One of its own, as others close the one that is open.
            let sent = try await world.coordinator.survey(world.spareLokus, "midline", "", SurveyText.kecil()).expect(
                201)
            let round = "survey-rounds/\(sent["round_id"].text ?? "")"
            return Request(
                path: "\(round)/discard", body: .json(["reason": "Desa yang salah"]),
                headers: try await world.coordinator.tag(round))
        },
        // One that has been cancelled already may be again.
        post("operations/{id}/cancel", "operation", "cancel") { Request(path: "operations/\($0.operation)/cancel") },
        post("action-plans", "action_plan", "create") { world in
            Request(path: "action-plans", body: .json(["lokus_id": .string(world.spareLokus)]))
        },
        patch("action-plans/{id}", "action_plan", ["title": "Rencana baru"]) { "action-plans/\($0.plan)" },
        step("submit", from: "draft"), step("agree", from: "submitted"), step("approve", from: "agreed"),
        step("start", from: "approved"), step("evaluate", from: "running"), step("close", from: "evaluated"),
        step("return", from: "submitted", reason: "Belum lengkap"),
        post("action-plans/{id}/interventions", "intervention", "create") { world in
            Request(path: "action-plans/\(world.plan)/interventions", body: .json(Client.intervention("P-9")))
        },
        post("action-plans/{id}/intervention-imports", "intervention", "import") { world in
            Request(
                path: "action-plans/\(world.plan)/intervention-imports", body: .csv(interventionFile),
                headers: Client.key())
        },
        post("action-plans/{id}/amendments", "plan_amendment", "create") { world in
            Request(
                path: "action-plans/\(try await world.plan(in: "running"))/amendments",
                body: .json(["reason": "Pagu dikurangi"]))
        },
        Route(method: "PATCH", path: "amendments/{id}", resource: "plan_amendment", action: "update") { world in
            let path = "amendments/\(try await world.amendment(in: "draft"))"
            return Request(
                path: path, body: .json(["reason": "Pagu digeser"]), headers: try await world.coordinator.tag(path))
        },
        step("submit", ofAmendmentIn: "draft"), step("approve", ofAmendmentIn: "submitted"),
        step("return", ofAmendmentIn: "submitted", reason: "Belum lengkap"),
        step("withdraw", ofAmendmentIn: "submitted"),
        post("budget-lines", "budget_line", "create") { _ in
            Request(path: "budget-lines", body: .json(Client.budgetLine("Sumur bor \(UUID())")))
        },
        patch("budget-lines/{id}", "budget_line", ["ceiling_idr": 7000]) { "budget-lines/\($0.budgetLine)" },
        patch("interventions/{id}", "intervention", ["note": "Catatan"]) { "interventions/\($0.accepted)" },
        step("assign", "intervention", at: "interventions") { $0.proposed },
        step("accept", "intervention", at: "interventions") { $0.assigned },
        step("decline", ofInterventionIn: "assigned", reason: "Tidak ada pagu"),
        step("propose", ofInterventionIn: "declined"), step("budget", ofInterventionIn: "accepted"),
        step("start", ofInterventionIn: "budgeted"), step("finish", ofInterventionIn: "running"),
        step("delay", ofInterventionIn: "running", reason: "Banjir"), step("resume", ofInterventionIn: "delayed"),
        step("cancel", ofInterventionIn: "running", reason: "Banjir"),
        post("interventions/{id}/carry-over", "intervention", "carry_over") { world in
            let path = "interventions/\(try await world.intervention(in: "delayed"))"
            return Request(
                path: "\(path)/carry-over",
                body: .json(["reason": "Pagu digeser", "starts_on": "2025-01-06", "ends_on": "2025-04-30"]),
                headers: try await world.coordinator.tag(path))
        },
        post("action-plans/{id}/assign", "intervention", "assign") { Request(path: "action-plans/\($0.plan)/assign") },
        post("action-plans/{id}/interventions:batch", "intervention", "create") { world in
            Request(
                path: "action-plans/\(world.plan)/interventions:batch",
                body: .json(["items": [Client.intervention("P-10"), Client.intervention("P-11")]]))
        },
        post("interventions:batch", "intervention", "assign") { world in
            let id = try await world.coordinator.propose(world.plan, Client.intervention("P-\(UUID())"))
            return Request(
                path: "interventions:batch",
                body: .json(["action": "assign", "items": [["id": .string(id), "version": 1]]]))
        },
        post("reports:batch", "progress_report", "create") { world in
            let report: JSONValue = [
                "intervention_id": .string(world.accepted), "budget_year": 2024, "quarter": 4, "nil": true,
            ]
            return Request(path: "reports:batch", body: .json(["items": [report]]), headers: Client.key())
        },
        post("reports:verify", "progress_report", "verify") { world in
            let id = try await world.report(in: "submitted")
            return Request(path: "reports:verify", body: .json(["items": [["id": .string(id), "version": 1]]]))
        },
        post("interventions/{id}/reports", "progress_report", "create") { world in
            Request(
                path: "interventions/\(world.accepted)/reports", body: .json(Client.figures(2024, 2, 20, 10, 200)),
                headers: Client.key())
        },
        patch("reports/{id}", "progress_report", ["spent_idr": 50]) { "reports/\($0.report)" },
        step("submit", ofReportIn: "draft"), step("verify", ofReportIn: "submitted"),
        step("confirm", ofReportIn: "submitted", reason: "Baik", as: "note"),
        step("dispute", ofReportIn: "submitted", reason: "Baru separuh", as: "note"),
        step("return", ofReportIn: "submitted", reason: "Belum lengkap"),
    ]

    static let interventionFile = """
        ref,agency,title_id,indicators,target_quantity,unit,funding,budget_idr,starts_on,ends_on
        P-8,PUPR,Pembangunan jamban,KKE-02,10,unit,APBD kabupaten,1000000,2024-01-01,2024-12-31

        """
}
