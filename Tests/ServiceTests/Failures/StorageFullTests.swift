import Support
import Testing
import Wire

/// A full disk refuses what has to be stored, says so, and is over as soon as there is room again.
@Suite struct StorageFullTests {
    @Test(.enabled(if: SmallDisk.canBeMounted, "NOT TESTED: a full disk needs root and the right to mount"))
    func dataVolume() async throws {
        try await SmallDisk.mounted(megabytes: 48) { disk in
            try await Service.onCluster(tablespace: disk.directory) { _, service in
                let client = try await service.coordinator()
                let lokus = try await client.lokus("63.02.12.2005", 2024)
                let families = try await client.survey(lokus, "baseline", "", SurveyText.families(1...200)).expect(201)
                let round = "survey-rounds/\(families["round_id"].text ?? "")"

                try disk.fill()
                // Room that its tables have already is still used; the refusal comes with the first new page.
                var kept = 1
                var refusal: Answer?
                for year in 2015...2100 where refusal == nil && year != 2024 {
                    let body: JSONValue = ["desa_code": "63.02.12.2005", "year": .integer(year)]
                    let answer = try await client.post("lokus", body)
                    if answer.status == 201 { kept += 1 } else { refusal = answer }
                }
                let answer = try #require(refusal)
                answer.expectProblem(503, "storage_full")
                #expect(answer.headers["retry-after"] != nil)
                try await client.survey(lokus, "baseline", "", SurveyText.families(1...5_000))
                    .expectProblem(503, "storage_full")

                // What is there can be read, and nothing of what was refused is.
                #expect(try await client.get("lokus?page_size=200").expect(200).items.count == kept)
                #expect(try await client.get(round).expect(200)["state"].text == "open")
                #expect(try await service.database.count("from family_answer") == 200)
                try await service.admin.get("/readyz").expect(200)
                try await service.admin.get("/livez").expect(200)

                try disk.free()
                try await untilItWorks(after: "storage_full") {
                    try await client.post("lokus", ["desa_code": "63.02.12.2008", "year": 2025])
                }
                try await client.survey(lokus, "baseline", "", SurveyText.families(1...5_000)).expect(201)
                #expect(try await service.database.count("from lokus") == kept + 1)
                #expect(try await service.database.count("from event where subject = 'lokus'") == kept + 1)
            }
        }
    }

    /// PostgreSQL cannot go on without its log: it ends, and the service with it as far as data is concerned. What was
    /// acknowledged is there once there is room again.
    @Test(.enabled(if: SmallDisk.canBeMounted, "NOT TESTED: a full disk needs root and the right to mount"))
    func logVolume() async throws {
        try await SmallDisk.mounted(megabytes: 160) { disk in
            try await Service.onCluster(isDurable: true) { cluster, service in
                let client = try await service.coordinator()
                try await cluster.moveLog(to: disk.directory)
                try await untilItWorks { try await service.admin.get("/readyz") }
                try disk.fill()
                // Segments that were made ahead are still used.
                var kept = 0
                var refusal: Answer?
                for year in 2015...2100 where refusal == nil {
                    let body: JSONValue = ["desa_code": "63.02.12.2005", "year": .integer(year)]
                    let answer = try await client.post("lokus", body)
                    if answer.status == 201 { kept += 1 } else { refusal = answer }
                    _ = try? await service.database.execute(
                        "select pg_logical_emit_message(true, 'test', repeat('x', 4000000))")
                }
                let answer = try #require(refusal)
                #expect(kept > 0 && answer.status == 503, "\(answer.text)")
                try await service.admin.get("/livez").expect(200)

                try disk.free()
                try await cluster.restart()
                try await untilItWorks { try await service.admin.get("/readyz") }
                #expect(try await client.get("lokus?page_size=200").expect(200).items.count >= kept)
                try await client.post("lokus", ["desa_code": "63.02.12.2008", "year": 2025]).expect(201)
            }
        }
    }

    /// The folder of uploads may be full without the database being so: then files are imported while their clients
    /// wait, and only those who do not want to wait are refused.
    @Test(.enabled(if: SmallDisk.canBeMounted, "NOT TESTED: a full disk needs root and the right to mount"))
    func uploadVolume() async throws {
        try await SmallDisk.mounted(megabytes: 8) { disk in
            try await Service.withSlot {
                let database = try await TestDatabase.make()
                try await Service.removing(database) {
                    let environment = ["SELARAS_STATE_DIRECTORY": disk.directory]
                    try await Service.serving(database, environment: environment) { service in
                        let client = try await service.coordinator()
                        let lokus = try await client.lokus("63.02.12.2005", 2024)
                        try disk.fill()
                        let path = "lokus/\(lokus)/survey-imports?purpose=baseline"
                        let file = Client.Body.csv(SurveyText.families(1...2_000))
                        let later = ["Prefer": "respond-async"].merging(Client.key()) { $1 }
                        try await client.send("POST", path, file, later).expectProblem(503, "storage_full")
                        #expect(try await service.database.count("from survey_import") == 0)
                        try await client.send("POST", path, file, Client.key()).expect(201)

                        try disk.free()
                        try await client.send("POST", path, file, later).expect(202)
                    }
                }
            }
        }
    }
}
