import Foundation
import Testing
import Wire

/// One of everything in Kotabaru, in every state that a route asks for, and something of its neighbours.
struct World: Sendable {
    static let desa = "63.02.12.2005"

    let service: Service
    let coordinator: Client
    /// Sampanahan: baseline and resurvey are closed, midline is open, and there is a plan.
    let lokus: String
    /// Of another desa, with everything that the first has.
    let otherLokus: String
    /// Without a plan, with an open baseline.
    let spareLokus: String
    /// Of Tanah Bumbu.
    let foreignLokus: String
    let closedRound: String
    let openRound: String
    /// The one that made it.
    let surveyImport: String
    /// What was announced of the closed round.
    let resultImport: String
    /// Cancelled before it had begun.
    let operation: String
    let plan: String
    let otherPlan: String
    /// Of PUPR, one a state.
    let proposed: String
    let assigned: String
    let accepted: String
    let otherIntervention: String
    /// Of PUPR.
    let budgetLine: String
    /// On the accepted one, for the first quarter of 2024.
    let report: String
    let otherReport: String
    let otherRound: String
    /// Of the plan, withdrawn.
    let amendment: String

    init(_ service: Service) async throws {
        self.service = service
        let client = try await service.coordinator()
        // Kotabaru lets an office of the province take part.
        try await service.database.execute(
            """
            insert into selaras.agency values ('63.02', '\(Reach.officeOfTheProvince)', 'DPPPA', 'DPPPA', 'provincial', null,
                '{}', 'support', 'test')
            on conflict do nothing
            """)
        let file = try SurveyText.kecil()
        coordinator = client
        lokus = try await client.lokus(Self.desa, 2024)
        closedRound = try await client.closedRound(lokus, "baseline", "", file)
        try await client.closedRound(lokus, "resurvey", "", file)
        let receipt = try await client.survey(lokus, "midline", "", file).expect(201)
        openRound = receipt["round_id"].text ?? ""
        surveyImport = receipt["import_id"].text ?? ""
        resultImport =
            try await client.results("\(Self.desa),2024,baseline,IKK,75.90").expect(201)["import_id"].text ?? ""
        operation = UUID().uuidString.lowercased()
        try await service.database.execute(
            """
            insert into operation (kabupaten_code, id, kind, state, principal_id, token_id, request_id, target,
                language, spool_id, bytes_total, finished_at)
            select '63.02', '\(operation)', 'survey_import', 'cancelled', t.principal_id, t.id, 'r', '/x', 'id',
                gen_random_uuid(), 1, now()
            from token t join principal p on p.id = t.principal_id where p.kabupaten_code = '63.02' limit 1
            """)
        plan = try await client.plan(lokus)
        try await service.put(plan, into: "agreed")
        budgetLine = try await client.post("budget-lines", Client.budgetLine("Jamban")).expect(201).id
        proposed = try await client.propose(plan, Client.intervention("P-1"))
        assigned = try await client.propose(plan, Client.intervention("P-2"))
        accepted = try await client.propose(plan, Client.intervention("P-3"))
        try await client.assign(assigned)
        try await client.assign(accepted)
        try await client.accept(accepted)
        report = try await client.report(accepted, Client.figures(2024, 1, 10, 5, 100)).expect(201).id

        amendment = try await service.amendment(of: plan, in: "withdrawn")

        otherLokus = try await client.lokus("63.02.09.2007", 2024)
        otherRound = try await client.closedRound(otherLokus, "baseline", "", file)
        try await client.closedRound(otherLokus, "resurvey", "", file)
        otherPlan = try await client.plan(otherLokus)
        try await service.put(otherPlan, into: "agreed")
        otherIntervention = try await client.propose(otherPlan, Client.intervention("S-1"))
        try await client.assign(otherIntervention)
        otherReport = try await client.report(otherIntervention, Client.figures(2024, 1, 1, 1, 1)).expect(201).id

        spareLokus = try await client.lokus("63.02.21.2009", 2024)
        try await client.survey(spareLokus, "baseline", "", file).expect(201)
        foreignLokus = try await service.coordinator("63.10").lokus("63.10.11.2011", 2024)
    }
}

extension World {
    /// Somebody new who reads, with a second factor, and the role in which they do.
    func held() async throws -> (account: String, principal: String) {
        let (account, principal) = (UUID().uuidString.lowercased(), UUID().uuidString.lowercased())
        try await service.database.execute(
            """
            insert into account (id, name, email) values ('\(account)', 'Rahmat', '\(account)@kotabaru.example');
            insert into principal (id, name, role, kabupaten_code, account_id)
            values ('\(principal)', 'Rahmat', 'viewer', '63.02', '\(account)');
            insert into second_factor (account_id, secret, confirmed_at, last_step)
            values ('\(account)', decode(repeat('00', 48), 'hex'), now(), 1)
            """)
        return (account, principal)
    }
}
