import Foundation
import Testing
import Wire

/// The steps of the work, as a coordinator or an agency does them; each fails the test where it does not succeed.
extension Client {
    static func key() -> Headers { ["Idempotency-Key": UUID().uuidString] }

    /// The id of a new lokus.
    func lokus(_ desa: String, _ year: Int) async throws -> String {
        try await post("lokus", ["desa_code": .string(desa), "year": .integer(year)]).expect(201).id
    }

    /// Sends a survey file; `query` is what follows `purpose`, for example `&dry_run=true`.
    func survey(
        _ lokus: String, _ purpose: String = "baseline", _ query: String = "", _ file: [UInt8],
        key: Headers = Client.key()
    ) async throws -> Answer {
        try await send("POST", "lokus/\(lokus)/survey-imports?purpose=\(purpose)\(query)", .csv(file), key)
    }

    func survey(
        _ lokus: String, _ purpose: String = "baseline", _ query: String = "", _ file: String,
        key: Headers = Client.key()
    ) async throws -> Answer {
        try await survey(lokus, purpose, query, Array(file.utf8), key: key)
    }

    /// Sends a file of announced results: lines of desa, year, purpose, code, value, good, eligible, source and day.
    func results(
        _ lines: String..., query: String = "", key: Headers = Client.key()
    ) async throws -> Answer {
        let columns = "desa_code,year,purpose,code,value,good,eligible,source,published_on"
        let rows = lines.flatMap { $0.split(separator: "\n") }.map { line in
            String(line) + String(repeating: ",", count: max(0, 8 - line.count { $0 == "," }))
        }
        return try await send(
            "POST", "result-imports\(query)", .csv(([columns] + rows).joined(separator: "\n") + "\n"), key)
    }

    /// The tag that a change of this must name.
    func tag(_ path: String) async throws -> Headers {
        ["If-Match": try await get(path).expect(200).etag]
    }

    func close(_ round: String) async throws -> Answer {
        try await post("survey-rounds/\(round)/close", nil, try await tag("survey-rounds/\(round)"))
    }

    /// Imports a file and closes its round, whose id it returns.
    @discardableResult
    func closedRound(_ lokus: String, _ purpose: String, _ query: String = "", _ file: String) async throws -> String {
        let round = try await survey(lokus, purpose, query, file).expect(201)["round_id"].text ?? ""
        try await close(round).expect(200)
        return round
    }

    func plan(_ lokus: String) async throws -> String {
        try await post("action-plans", ["lokus_id": .string(lokus)]).expect(201).id
    }

    static func intervention(
        _ reference: String, agency: String = "PUPR", funding: [(String, Int)] = [("apbd_kabupaten", 1000)],
        from: String = "2024-01-01", until: String = "2024-12-31", indicators: JSONValue = ["KKE-02"]
    ) -> JSONValue {
        [
            "reference": .string(reference), "agency_code": .string(agency), "title": "Pembangunan jamban",
            "indicators": indicators, "target_quantity": 45, "unit": "unit", "starts_on": .string(from),
            "ends_on": .string(until),
            "funding": .array(funding.map { ["source": .string($0), "amount_idr": .integer($1)] }),
        ]
    }

    func propose(_ plan: String, _ document: JSONValue) async throws -> String {
        try await post("action-plans/\(plan)/interventions", document).expect(201).id
    }

    func assign(_ intervention: String, on day: String = "2024-01-15") async throws {
        let path = "interventions/\(intervention)"
        try await post("\(path)/assign", ["assigned_on": .string(day)], try await tag(path)).expect(200)
    }

    func accept(_ intervention: String) async throws {
        let path = "interventions/\(intervention)"
        try await post("\(path)/accept", nil, try await tag(path)).expect(200)
    }

    static func figures(_ year: Int, _ quarter: Int, _ percent: Int, _ quantity: Int, _ spent: Int) -> JSONValue {
        [
            "budget_year": .integer(year), "quarter": .integer(quarter), "physical_percent": .integer(percent),
            "quantity": .integer(quantity), "spent_idr": .integer(spent), "obstacles": "Cuaca",
            "follow_up": "Dipercepat",
        ]
    }

    func report(_ intervention: String, _ document: JSONValue, key: Headers = Client.key()) async throws -> Answer {
        try await post("interventions/\(intervention)/reports", document, key)
    }

    /// Verifies every report that waits for it.
    func verifyAll() async throws {
        for waiting in try await get("reports?state=submitted").expect(200).items {
            let path = "reports/\(waiting["id"].text ?? "")"
            try await post("\(path)/verify", nil, try await tag(path)).expect(200)
        }
    }
}

extension JSONValue {
    /// A number with decimals, as written.
    static func decimal(_ text: String) -> JSONValue { JSONNumber(text).map { .number($0) } ?? .null }
}
