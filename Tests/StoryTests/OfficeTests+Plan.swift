import Foundation
import Support
import Testing

extension OfficeTests {
    /// A plan goes its way, each step by whom it is for; what is wrong says what to do.
    func decide(_ office: Office) async throws {
        let (coordinator, leadership) = (office.coordinator, office.leadership)
        func state(_ outcome: Program.Outcome) -> String {
            outcome.code == 0
                ? outcome.out.split(whereSeparator: \.isNewline).last.map(String.init) ?? "" : "\(outcome)"
        }
        let show = "-o csv --columns state"
        let tried = try await run(coordinator, "plan submit \(lokus) --dry-run")
        #expect(tried.code == 0 && tried.out.contains("Rancangan → Diajukan"), "\(tried)")
        #expect(state(try await run(coordinator, "plan submit \(lokus) \(show)")) == "submitted")
        let again = try await run(coordinator, "plan submit \(lokus)")
        #expect(again.code == 5 && again.error.contains("plan_follows_its_transitions"), "\(again)")
        let unrecorded = try await run(leadership, "plan agree \(lokus)")
        #expect(unrecorded.code == 5 && unrecorded.error.contains("selaras plan meeting"), "\(unrecorded)")
        let meeting = "--on 2025-08-05 --place Aula --minutes Notulen-12 --participant Sekda --participant PUPR"
        #expect(try await run(leadership, "plan meeting \(lokus) \(meeting)").code == 4)
        #expect(state(try await run(coordinator, "plan meeting \(lokus) \(meeting) \(show)")) == "submitted")
        #expect(try await run(coordinator, "plan agree \(lokus)").code == 4)
        #expect(state(try await run(leadership, "plan agree \(lokus) \(show)")) == "agreed")
        #expect(state(try await run(leadership, "plan approve \(lokus) \(show)")) == "approved")
        let locked = try await run(coordinator, "intervention edit SPH25-01 --lokus \(lokus) --note x")
        #expect(locked.code == 5 && locked.error.contains("selaras amendment begin"), "\(locked)")
        #expect(try await run(leadership, "plan return \(lokus) --reason Keliru").code == 5)
        try await amend(office)
        let shown = try await run(coordinator, "plan show \(lokus)")
        #expect(shown.out.contains("Ditetapkan") && shown.out.contains("memulai (Koordinator"), "\(shown)")
        #expect(state(try await run(coordinator, "plan start \(lokus) \(show)")) == "running")
    }

    /// What was approved changes once leadership has approved the change, and is read as it was before.
    private func amend(_ office: Office) async throws {
        let (coordinator, leadership) = (office.coordinator, office.leadership)
        func quantity(_ line: String = "") async throws -> String {
            let show = "intervention show SPH25-01 --lokus \(lokus) -o csv --columns target_quantity"
            return try await run(coordinator, "\(show) \(line)").out
        }
        func amended(to quantity: Int) async throws -> Program.Outcome {
            let line = "amendment change SPH25-01 --lokus \(lokus) --quantity \(quantity)"
            #expect(try await run(leadership, line).code == 4)
            let written = try await run(coordinator, line)
            #expect(written.code == 0 && written.out.contains("\(quantity) unit"), "\(written)")
            #expect(try await run(coordinator, "amendment submit \(lokus)").code == 0)
            #expect(try await run(coordinator, "amendment approve \(lokus) --yes").code == 4)
            return try await run(leadership, "amendment approve \(lokus) --yes")
        }
        let begun = try await run(coordinator, "amendment begin \(lokus) --reason APBD-P")
        #expect(begun.code == 0 && begun.out.contains("APBD-P"), "\(begun)")
        let empty = try await run(coordinator, "amendment submit \(lokus)")
        #expect(empty.code == 5 && empty.error.contains("selaras amendment change"), "\(empty)")
        #expect(try await run(coordinator, "amendment cancel SPH25-15 --lokus \(lokus) --reason Ganda").code == 0)
        #expect(try await run(coordinator, "amendment submit \(lokus)").code == 0)
        let sent = try await run(leadership, "amendment return \(lokus) --reason Jangan-dibatalkan")
        #expect(sent.code == 0 && sent.out.contains("Jangan-dibatalkan"), "\(sent)")
        #expect(try await run(coordinator, "amendment remove SPH25-15 --lokus \(lokus)").code == 0)
        #expect(try await quantity() == "target_quantity\r\n45\r\n")
        let before = ISO8601DateFormatter().string(from: Date())
        try await Task.sleep(for: .seconds(1))
        let approved = try await amended(to: 46)
        #expect(approved.code == 0 && approved.out.contains("Perubahan rencana aksi ke-1"), "\(approved)")
        #expect(try await quantity() == "target_quantity\r\n46\r\n")
        #expect(try await quantity("--as-of \(before)") == "target_quantity\r\n45\r\n")
        #expect(try await run(coordinator, "amendment begin \(lokus) --reason Keliru").code == 0)
        #expect(try await amended(to: 45).code == 0)
        let listed = try await run(coordinator, "amendment list \(lokus) -o csv --columns number,state,lines")
        #expect(listed.out == "number,state,lines\r\n1,approved,1\r\n2,approved,1\r\n", "\(listed)")
    }
}
