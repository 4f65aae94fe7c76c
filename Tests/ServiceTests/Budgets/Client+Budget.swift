import Testing
import Wire

extension Client {
    static func budgetLine(
        _ title: String, agency: String = "PUPR", source: String = "apbd_kabupaten", year: Int = 2024,
        code: String? = nil, ceiling: Int = 5000
    ) -> JSONValue {
        var line = JSONObject([
            ("kabupaten_code", "63.02"), ("agency_code", .string(agency)), ("budget_year", .integer(year)),
            ("source", .string(source)), ("title", .string(title)), ("ceiling_idr", .integer(ceiling)),
        ])
        line["code"] = code.map { .string($0) }
        return .object(line)
    }

    func budgetLine(_ line: JSONValue) async throws -> String { try await post("budget-lines", line).expect(201).id }

    /// Changes what is there now.
    func change(_ path: String, _ change: JSONValue) async throws -> Answer {
        try await patch(path, change, try await tag(path))
    }

    /// The money of an intervention in place of what it has: each source with its amount and the shares of its lines.
    func fund(
        _ intervention: String, _ funding: [(source: String, amount: Int, shares: [(String, Int)])]
    ) async throws -> Answer {
        try await change("interventions/\(intervention)", ["funding": Self.funding(funding)])
    }

    static func funding(_ funding: [(source: String, amount: Int, shares: [(String, Int)])]) -> JSONValue {
        .array(
            funding.map { entry in
                [
                    "source": .string(entry.source), "amount_idr": .integer(entry.amount),
                    "shares": .array(
                        entry.shares.map { ["budget_line_id": .string($0.0), "amount_idr": .integer($0.1)] }),
                ]
            })
    }
}

/// A plan in Sampanahan, and another one in the same kabupaten.
struct BudgetScene {
    let client: Client
    let plan: String
    let other: String

    init(_ service: Service) async throws {
        client = try await service.coordinator()
        let file = SurveyText.families(1...3)
        let lokus = try await client.lokus(World.desa, 2024)
        try await client.survey(lokus, "baseline", "", file).expect(201)
        plan = try await client.plan(lokus)
        let second = try await client.lokus("63.02.09.2007", 2024)
        try await client.survey(second, "baseline", "", file).expect(201)
        other = try await client.plan(second)
    }
}
