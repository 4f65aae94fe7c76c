import Foundation
import Support
import Testing
import Wire

/// What operators set for work that goes on later, and what they see of it.
@Suite struct UploadLimitTests {
    private func take(_ client: Client, _ lokus: String, _ file: String) async throws -> Answer {
        try await client.send(
            "POST", "lokus/\(lokus)/survey-imports?purpose=baseline", .csv(file),
            Client.key().merging(["Prefer": "respond-async"]) { $1 })
    }

    private func uploads(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: folder.appending(path: "spool"), includingPropertiesForKeys: nil
        ).filter { $0.pathExtension == "upload" }
    }

    /// What is kept takes its place on disk, so it has a limit, and nothing stays of what is beyond it.
    @Test func anUploadHasALimit() async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                let folder = FileManager.default.temporaryDirectory.appending(path: "spool-\(UUID())")
                defer { try? FileManager.default.removeItem(at: folder) }
                try await Service.serving(
                    database, arguments: ["--upload-mib", "1", "--most-clients", "100000"],
                    environment: ["SELARAS_STATE_DIRECTORY": folder.path]
                ) { service in
                    let client = try await service.coordinator()
                    let limits = try await client.get("limits").expect(200)
                    #expect(limits["spooled_file_bytes"].integer == 1 << 20)
                    let metrics = try MetricsPage(try await service.admin.get("/metrics").expect(200).text)
                    let files = try #require(metrics.value("process_max_fds", [:]))
                    #expect(Double(limits["connections"].integer ?? .max) <= max(16, files))
                    let lokus = try await client.lokus("63.02.12.2005", 2024)
                    let large = SurveyText.families(1...20_000)
                    #expect(large.utf8.count > 1 << 20)
                    try await take(client, lokus, large).expectProblem(413, "content_too_large")
                    #expect(try uploads(in: folder).isEmpty)
                    let taken = try await take(client, lokus, SurveyText.families(1...5)).expect(202)
                    _ = try await client.untilOver(taken.location)
                    try await service.untilOperationsAreCounted()
                }
            }
        }
    }
}

extension Service {
    /// What operators see of an import that succeeded; it is counted just after its end can be read.
    fileprivate func untilOperationsAreCounted() async throws {
        let kind = ["kind": "survey_import"]
        try await eventually("counted") {
            let page = try MetricsPage(try await admin.get("/metrics").expect(200).text)
            let finished = page.value(
                "selaras_operations_finished_total", kind.merging(["outcome": "succeeded"]) { $1 })
            guard finished == 1 else { return false }
            #expect(page.value("selaras_operations_started_total", kind) == 1)
            #expect(page.value("selaras_operations_running", [:]) == 0)
            #expect(page.value("selaras_operation_duration_seconds_count", kind) == 1)
            return true
        }
    }
}
