import Foundation
import Support
import Testing
import Wire

/// Two hundred megabytes where a line was expected are refused for what they are, without being read or held.
@Suite struct HugeBodyTests {
    private static let megabytes = 200
    /// What a refusal may cost in memory.
    private static let bound = 64 << 20

    private struct Case: Sendable {
        let name: String
        let path: String
        let type: String
        let beginning: String
        let filler: UInt8
        let status: Int
        let code: String
        let fault: String?
    }

    @Test func refusedInBoundedMemory() async throws {
        try await Service.withSlot {
            let database = try await TestDatabase.make()
            try await Service.removing(database) {
                try await Service.killing(database) { service, server in
                    let client = try await service.coordinator()
                    let lokus = try await client.lokus("63.02.12.2005", 2024)
                    try await client.survey(lokus, "baseline", "", SurveyText.families(1...300)).expect(201)
                    let plan = try await client.plan(lokus)
                    let before = try Self.peak(of: server)
                    for one in Self.cases(lokus: lokus, plan: plan) {
                        let sent = Sent()
                        let answer = try await client.send(
                            "POST", one.path, .endless(Self.body(one, sent), type: one.type), Client.key())
                        answer.expectProblem(one.status, one.code)
                        if let fault = one.fault { #expect(answer.fileFaults().map(\.code) == [fault], "\(one.name)") }
                        #expect(await sent.megabytes < Self.megabytes / 2, "\(one.name): read to the end")
                        #expect(try Self.peak(of: server) - before < Self.bound, "\(one.name)")
                    }
                    #expect(try await service.database.count("from survey_import") == 1)
                    try await service.admin.get("/readyz").expect(200)
                }
            }
        }
    }

    private static func cases(lokus: String, plan: String) -> [Case] {
        let survey = "lokus/\(lokus)/survey-imports?purpose=baseline"
        let interventions = "action-plans/\(plan)/intervention-imports"
        let csv = "text/csv"
        return [
            Case(
                name: "one line of a survey", path: survey, type: csv, beginning: SurveyText.header + "\"",
                filler: UInt8(ascii: "a"), status: 422, code: "file_refused", fault: "record_too_long"),
            Case(
                name: "no line end at all", path: survey, type: csv, beginning: "", filler: UInt8(ascii: "a"),
                status: 422, code: "file_refused", fault: nil),
            Case(
                name: "nothing but separators", path: survey, type: csv, beginning: SurveyText.header,
                filler: UInt8(ascii: ","), status: 422, code: "file_refused", fault: "record_too_long"),
            Case(
                name: "one line of interventions", path: interventions, type: csv, beginning: "reference,title\n\"",
                filler: UInt8(ascii: "a"), status: 422, code: "file_refused", fault: nil),
            Case(
                name: "JSON", path: "lokus", type: "application/json", beginning: "{\"desa_code\": \"",
                filler: UInt8(ascii: "a"), status: 413, code: "content_too_large", fault: nil),
        ]
    }

    /// How much was taken from the client.
    private actor Sent {
        private(set) var megabytes = 0
        func add() { megabytes += 1 }
    }

    private static func body(_ one: Case, _ sent: Sent) -> AsyncStream<[UInt8]> {
        let filler = [UInt8](repeating: one.filler, count: 1 << 20)
        let beginning = Array(one.beginning.utf8)
        return AsyncStream {
            let count = await sent.megabytes
            guard count < megabytes else { return nil }
            await sent.add()
            return count == 0 ? beginning + filler : filler
        }
    }

    /// The most memory that the process ever held, in bytes.
    private static func peak(of server: RunningServer) throws -> Int {
        let status = try String(contentsOfFile: "/proc/\(server.processIdentifier)/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.filter(\.isNumber))) << 10
    }
}
