import Foundation
import Support
import Testing
import Wire

/// The answers of families are bound to the event of their import.
@Suite struct AnswersRootTests {
    private func verify(_ database: TestDatabase) async throws -> Program.Outcome {
        try await Program.built("selaras-server", environment: database.adminEnvironment)
            .run(["audit", "verify", "--rows"])
    }

    @Test func anAnswerThatWasEditedIsFound() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            try await client.survey(lokus, "baseline", "", SurveyText.families(1...9)).expect(201)
            // An import into a round that has answers binds all of them.
            try await client.survey(lokus, "baseline", "", SurveyText.families(5...20)).expect(201)
            let other = try await client.lokus("63.02.09.2007", 2024)
            try await client.survey(other, "baseline", "", SurveyText.families(1...3)).expect(201)
            let roots = "from event where subject = 'survey_import' and length(after ->> 'rows_root') = 66"
            #expect(try await service.database.count(roots) == 3)
            let whole = try await verify(service.database)
            #expect(whole.code == 0 && whole.out.contains("Jawaban keluarga utuh: 2 pendataan."), "\(whole)")

            for tampering in [
                "update family_answer set status = 5 where family = (select family from family_answer order by 1 limit 1)",
                "delete from family_answer where family = (select family from family_answer order by 1 desc limit 1)",
                "update family_answer set good = set_byte(good, 3, 1 - get_byte(good, 3)) "
                    + "where (round_id, family) = (select round_id, family from family_answer order by 1, 2 limit 1)",
                "insert into family_answer select kabupaten_code, round_id, sha256('x')::bytea, 1, '1', good, eligible "
                    + "from family_answer limit 1",
            ] {
                try await service.database.execute(
                    """
                    begin; set local session_replication_role = replica;
                    create table kept as table family_answer;
                    \(tampering.replacing("sha256('x')::bytea", with: "substr(sha256('x'), 1, 16)"))
                    ; commit
                    """)
                let found = try await verify(service.database)
                #expect(
                    found.code == 1 && found.error.contains("bukan yang terakhir diimpor"), "\(tampering): \(found)")
                #expect(found.error.contains("63.02 63.02."), "\(found.error)")
                try await service.database.execute(
                    """
                    begin; set local session_replication_role = replica; delete from family_answer;
                    insert into family_answer select * from kept; drop table kept; commit
                    """)
            }
            #expect(try await verify(service.database).code == 0)
            // A root that was taken away is no round without one.
            try await service.database.execute("update survey_import set rows_root = null")
            let without = try await verify(service.database)
            #expect(without.code == 1 && without.error.contains("bukan yang terakhir diimpor"), "\(without)")
        }
    }
}
