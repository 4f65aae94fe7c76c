import Foundation
import Testing
import Wire

/// Sampanahan in 2024 by the survey of the demonstration, with a plan for the meeting: two offices, one intervention on two
/// indicators, one without money, one that was declined, and one out of a budget line.
struct RakorScene {
    static let title = "Bilik WC <script>alert(1)</script> & \"septik\""

    let client: Client
    let lokus: String
    let plan: String
    /// P-1 of PUPR on KKE-02 and KLS-02, P-2 of DINKES without money, P-3 of PUPR declined.
    let interventions: [String]

    var matrix: String { "action-plans/\(plan)/matrix" }
    var pack: String { "action-plans/\(plan)/pack" }

    init(_ service: Service) async throws {
        client = try await service.coordinator()
        lokus = try await client.lokus(World.desa, 2024)
        try await client.closedRound(lokus, "baseline", "", SurveyText.fixture("sampanahan-2025-baseline.csv"))
        plan = try await client.post(
            "action-plans",
            [
                "lokus_id": .string(lokus), "target_ikk": .decimal("80.5"),
                "targets": [["indicator_code": "KKE-02", "value": 75]],
            ]
        ).expect(201).id
        let line = try await client.budgetLine(
            [
                "kabupaten_code": "63.02", "agency_code": "PUPR", "budget_year": 2024, "source": "apbd_kabupaten",
                "title": "Tangki septik", "code": "1.03.05.02.01.07", "nomenclature": "900.1.15.5-3406/2024",
                "ceiling_idr": 405_000_000,
            ])
        var first = JSONObject(
            Client.intervention("P-1", funding: [], indicators: ["KLS-02", "KKE-02"]).members.map {
                ($0.name, $0.value)
            })
        first["title"] = .string(Self.title)
        first["funding"] = Client.funding([
            ("apbd_kabupaten", 400_000_000, [(line, 300_000_000)]), ("csr", 1_234_567, []),
        ])
        var made: [String] = []
        for document in [
            .object(first), Client.intervention("P-2", agency: "DINKES", funding: [], indicators: ["KLS-02"]),
            Client.intervention("P-3", funding: [("apbdes", 5000)], indicators: ["KLS-02"]),
        ] { made.append(try await client.propose(plan, document)) }
        interventions = made
        try await client.assign(made[2])
        let declined = "interventions/\(made[2])"
        try await client.post("\(declined)/decline", ["reason": "Bukan tugas kami"], try await client.tag(declined))
            .expect(200)
    }

    /// As if the meeting had agreed it; P-1 is accepted by PUPR, which reported a quarter.
    func agreed(_ service: Service) async throws {
        try await service.put(plan, into: "agreed")
        try await client.assign(interventions[0])
        try await client.accept(interventions[0])
        try await service.agency("PUPR").report(
            interventions[0], Client.figures(2024, 1, 40, 18, 162_000_000)
        ).expect(201)
        try await client.verifyAll()
    }
}
