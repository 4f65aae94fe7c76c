import Support
import Testing
import Wire

/// An import whose answer was lost, or has not come yet.
@Suite struct RepeatedImportTests {
    /// While the first upload lasts, the second is told so, and waits neither for its lokus nor for a connection.
    @Test func whileTheFirstIsRunning() async throws {
        try await Service.run(arguments: ["--connections", "1"]) { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let (file, key) = (SurveyText.families(1...50), ["Idempotency-Key": "satu"])
            let imports = "lokus/\(lokus)/survey-imports?purpose=baseline"
            let first = Task { try await client.send("POST", imports, .stalled(Array(file.utf8)), key) }
            try await service.database.untilSomethingIsCopied()
            for _ in 0..<3 {
                let second = try await client.survey(lokus, "baseline", "", file, key: key)
                second.expectProblem(409, "idempotency_key_in_use")
                #expect(Int(second.headers["retry-after"] ?? "") != nil)
            }
            // Who may not import takes no connection from those who may.
            try await service.agency("PUPR").survey(lokus, "baseline", "", file).expectProblem(403, "forbidden")
            // A dead upload blocks nobody.
            first.cancel()
            await #expect(throws: (any Error).self) { _ = try await first.value }
            try await service.database.untilNobodyIsBusy()
            let third = try await client.survey(lokus, "baseline", "", file, key: key).expect(201)
            #expect(!third.isReplay && third["added"].integer == 50)
        }
    }

    @Test func eachIsAnsweredWithItsOwnReceipt() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            var receipts: [Answer] = []
            // The same file three times, with another one in between.
            for (key, last) in [("satu", 9), ("dua", 12), ("tiga", 9), ("empat", 9)] {
                receipts.append(
                    try await client.survey(
                        lokus, "baseline", "", SurveyText.families(1...last), key: ["Idempotency-Key": key]
                    ).expect(201))
            }
            #expect(Set(receipts.map(\.["import_id"].text)).count == 4)
            for (key, receipt) in zip(["satu", "dua", "tiga", "empat"], receipts) {
                let last = key == "dua" ? 12 : 9
                let again = try await client.survey(
                    lokus, "baseline", "", SurveyText.families(1...last), key: ["Idempotency-Key": key]
                ).expect(201)
                #expect(again.isReplay && again.location == receipt.location)
                for member in ["import_id", "added", "changed", "same", "rows_read"] {
                    #expect(again[member] == receipt[member], "\(key) \(member)")
                }
                let id = receipt["import_id"].text ?? ""
                #expect(try await client.get("survey-imports/\(id)").expect(200)["import_id"].text == id)
            }
            try await client.get("survey-imports/\(lokus)").expectProblem(404, "not_found")
            let neighbour = try await service.coordinator("63.10")
            try await neighbour.get("survey-imports/\(receipts[0]["import_id"].text ?? "")").expect(404)
        }
    }

    /// Keys are remembered for two days, and swept when the server starts and then every hour.
    @Test func keysEnd() async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                let document: JSONValue = ["desa_code": "63.02.12.2005", "year": 2024]
                func age(_ key: String, _ age: String) async throws {
                    try await database.execute(
                        "update idempotency_key set created_at = now() - interval '\(age)' where key = '\(key)'")
                }
                try await Service.serving(database) { service in
                    let client = try await service.coordinator()
                    try await client.post("lokus", document, ["Idempotency-Key": "lama"]).expect(201)
                    try await client.post(
                        "lokus", ["desa_code": "63.02.12.2005", "year": 2025], ["Idempotency-Key": "baru"]
                    ).expect(201)
                }
                try await age("lama", "49 hours")
                try await age("baru", "47 hours")
                try await Service.serving(database) { _ in
                    try await eventually("swept") { try await database.count("from idempotency_key") == 1 }
                    #expect(try await database.value("select string_agg(key, ',') from idempotency_key") == "baru")
                }
            }
        }
    }
}

extension TestDatabase {
    /// Waits until the rows of an upload are on their way.
    func untilSomethingIsCopied() async throws {
        try await eventually("an upload is under way") {
            try await count("from pg_stat_progress_copy where datname = current_database()") > 0
        }
    }
}
