import Planning
import Testing
import Wire

/// What a list gives out is taken back as what it was, whatever people write into it.
@Suite struct ExportIdentityTests {
    private static let seeds: [UInt64] = [1, 2, 3]
    /// What spreadsheets, other alphabets and word processors put into texts.
    private static let pieces = [
        "Jamban", "desa", "é", "e\u{301}", "한", "\u{1112}\u{1161}\u{11AB}", "Å", "\u{212B}", "👩🏽", " ", "  ",
        "\u{A0}", "\u{3000}", "=", "+", "-", "@", "'", "''", "\"", ",", ";", "1.000", "2024-01-01", "#", "\\", "%2D",
    ]
    private static let proseOnly = ["\t", "\n", "\r\n", "\r", "\n\n"]
    private static let compared = [
        "reference", "agency_code", "catalogue_code", "title", "indicators", "target_quantity", "unit", "starts_on",
        "ends_on", "note", "funding",
    ]

    private static func text(_ pieces: [String], most: Int, _ random: inout SplitMix) -> String {
        (0..<Int.random(in: 1...most, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }

    private static func document(_ number: Int, _ random: inout SplitMix) -> JSONValue {
        let day = ["2000-01-01", "2024-02-29", "2099-12-31", "2100-02-28", "2100-12-31"]
        let days = [day.randomElement(using: &random) ?? "", day.randomElement(using: &random) ?? ""].sorted()
        let sources = ["csr", "apbn", "none"].shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))
        let amount = number * 1_000_003
        return [
            "reference": .string("\(text(pieces, most: 4, &random))x\(number)"), "agency_code": "PUPR",
            "title": .string("\(text(pieces, most: 8, &random))a"), "indicators": ["KKE-02", "KLS-02"],
            "target_quantity": .decimal("\(number).\(number % 100)"),
            "unit": .string("u\(text(pieces, most: 3, &random))"), "starts_on": .string(days[0]),
            "ends_on": .string(days[1]), "note": .string(text(pieces + proseOnly, most: 12, &random)),
            "funding": .array(
                sources.map { ["source": .string($0), "amount_idr": .integer($0 == "none" ? 0 : amount)] }),
        ]
    }

    private func shown(_ client: Client, _ plan: String) async throws -> [JSONValue] {
        let list = "interventions?plan_id=\(plan)&page_size=1000&fields=\(Self.compared.joined(separator: ","))"
        return try await client.get(list).expect(200).items
    }

    @Test(arguments: seeds) func interventions(seed: UInt64) async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            var random = SplitMix(state: seed)
            let documents = (0..<60).map { Self.document($0, &random) }
            try await client.post(
                "action-plans/\(world.plan)/interventions:batch", ["items": .array(documents)]
            ).expect(200)
            // Over itself nothing changes.
            let path = "interventions?plan_id=\(world.plan)&page_size=1000"
            let before = try await client.get(path).expect(200)
            let table = try await client.get(path, ["Accept": "text/csv"]).expect(200)
            let again = try await client.send(
                "POST", "action-plans/\(world.plan)/intervention-imports", .csv(table.bytes), Client.key()
            ).expect(201)
            #expect(again["same"].integer == before.items.count && again["rows_read"].integer == before.items.count)
            #expect(try await client.get(path).bytes == before.bytes)
            // As a table and as lines of JSON, elsewhere the same are made.
            let wanted = try await shown(client, world.plan)
            let plans = try await emptyPlans(client)
            try await client.send(
                "POST", "action-plans/\(plans[0])/intervention-imports", .csv(table.bytes), Client.key()
            ).expect(201)
            #expect(try await shown(client, plans[0]) == wanted)
            let lines = try await client.get(path, ["Accept": "application/x-ndjson"]).expect(200).text
            let items = lines.split(separator: "\n").compactMap { try? JSONValue(parsing: Array($0.utf8)) }
            try await client.post(
                "action-plans/\(plans[1])/interventions:batch", ["items": .array(items.map(Self.draft))]
            ).expect(200)
            #expect(try await shown(client, plans[1]) == wanted)
        }
    }

    private func emptyPlans(_ client: Client) async throws -> [String] {
        var plans: [String] = []
        for desa in ["63.02.12.2008", "63.02.14.2008"] {
            let lokus = try await client.lokus(desa, 2024)
            try await client.survey(lokus, "baseline", "", SurveyText.kecil()).expect(201)
            plans.append(try await client.plan(lokus))
        }
        return plans
    }

    /// The members of a row that a new intervention takes.
    private static func draft(_ row: JSONValue) -> JSONValue {
        guard case .object(let object) = row else { return .null }
        var members: [(name: String, value: JSONValue)] = []
        for member in object.members where compared.contains(member.name) {
            members.append((member.name, member.value))
        }
        return .object(JSONObject(members))
    }

    /// Names that look alike are one name, however they are sent.
    @Test func referencesHaveOneForm() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let plan = "action-plans/\(world.plan)"
            let made = try await client.post("\(plan)/interventions", Client.intervention(" Ke\u{301}\u{A0} 1 "))
            #expect(made.expect(201)["reference"].text.map { Array($0.utf8) } == Array("K\u{E9} 1".utf8))
            for same in ["K\u{E9} 1", "Ke\u{301} 1", "K\u{E9}\u{A0}1", "\u{3000}K\u{E9}  1"] {
                try await client.post("\(plan)/interventions", Client.intervention(same))
                    .expectProblem(409, "intervention_reference_is_unique_in_its_plan")
                try await client.post("\(plan)/interventions:batch", ["items": [Client.intervention(same)]])
                    .expectProblem(409, "intervention_reference_is_unique_in_its_plan")
                let file = """
                    ref,agency,title_id,indicators,target_quantity,unit,funding,budget_idr,starts_on,ends_on
                    \(same),PUPR,Pembangunan jamban,KKE-02,45,unit,APBD kabupaten,1000,2024-01-01,2024-12-31
                    """
                let receipt = try await client.send("POST", "\(plan)/intervention-imports", .csv(file), Client.key())
                #expect(receipt.expect(201)["same"].integer == 1)
            }
            // Whoever goes by the API is bound by the schema, too.
            await #expect(throws: (any Error).self) {
                try await service.database.execute("update intervention set reference = ' x' where reference = 'P-1'")
            }
        }
    }

    /// The API and files know the same limits, in characters.
    @Test func limitsAreInCharacters() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            let imports = "action-plans/\(world.plan)/intervention-imports"
            func file(_ title: Int, _ note: Int) -> Client.Body {
                .csv(
                    """
                    ref,agency,title_id,indicators,target_quantity,unit,funding,budget_idr,starts_on,ends_on,status_note
                    L-1,PUPR,\(String(repeating: "é", count: title)),KKE-02,45,unit,APBD kabupaten,1,2024-01-01,\
                    2100-12-31,\(String(repeating: "한", count: note))
                    """)
            }
            try await client.send("POST", imports, file(500, 2000), Client.key()).expect(201)
            for (title, note, column) in [(501, 2000, "title_id"), (500, 2001, "status_note")] {
                let refused = try await client.send("POST", imports, file(title, note), Client.key())
                refused.expectProblem(422, "file_refused")
                #expect(refused.fileFaults().map { "\($0.column ?? "") \($0.code)" } == ["\(column) text_too_long"])
            }
        }
    }
}
