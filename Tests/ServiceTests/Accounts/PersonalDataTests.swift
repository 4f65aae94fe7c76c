import Foundation
import Planning
import Support
import Testing
import Wire

/// What is kept of persons: it is listed, shown to them, taken away, and ends by itself.
@Suite struct PersonalDataTests {
    private func program(_ service: Service, _ arguments: String...) async throws -> Program.Outcome {
        try await Program.built("selaras-server", environment: service.database.adminEnvironment)
            .run(["personal-data"] + arguments)
    }

    /// No row of any table has the text in any of its columns.
    private func isNowhere(_ text: String, in service: Service) async throws {
        try await service.database.execute(
            """
            do $$
            declare
                relation regclass;
                found bigint;
            begin
                for relation in select c.oid from pg_class c
                    where c.relnamespace = 'selaras'::regnamespace and c.relkind = 'r'
                loop
                    execute format('select count(*) from %s x where x::text ilike %L', relation, '%\(text)%') into found;
                    if found > 0 then raise exception 'still in %', relation; end if;
                end loop;
            end
            $$
            """)
    }

    private func chainIsWhole(_ service: Service) async throws {
        let whole = try await Program.built("selaras-server", environment: service.database.adminEnvironment)
            .run(["audit", "verify", "--rows"])
        #expect(whole.code == 0, "\(whole)")
    }

    @Test func aPersonIsShownAndThenForgotten() async throws {
        try await Service.run { service in
            let person = try await service.person("siti@kotabaru.example")
            let client = try await person.client()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            // What somebody looked for is no part of what is kept for good.
            for question in ["email=siti@kotabaru.example", "or=(name.ilike.siti*,email.eq.siti@kotabaru.example)"] {
                try await client.get("principals?\(question)", ["Accept": "text/csv"]).expect(200)
            }

            let export = try await program(service, "export", "--email", "Siti@kotabaru.example")
            #expect(export.code == 0 && export.error.isEmpty, "\(export)")
            let known = try JSONValue(parsing: Array(export.out.utf8))
            #expect(known["account"]["email"].text == "siti@kotabaru.example")
            #expect(known["roles"].items.map { $0["role"].text } == ["coordinator"])
            #expect(known["sessions"].items.count == 1 && known["invitations"].items.count == 1)
            #expect(known["events"].items.contains { $0["subject_id"].text == lokus })
            #expect(!export.out.contains("hash") && !export.out.contains("salt"))

            let unsure = try await program(service, "erase", "--email", "siti@kotabaru.example")
            #expect(unsure.code == 2 && unsure.error.contains("--yes"), "\(unsure)")
            try await client.get("lokus/\(lokus)").expect(200)

            let erased = try await program(service, "erase", "--email", "siti@kotabaru.example", "--yes")
            #expect(erased.code == 0 && erased.out.contains("semua perannya berakhir"), "\(erased)")
            try await client.get("lokus/\(lokus)").expectProblem(401, "unauthenticated")
            try await person.signIn().expectProblem(401, "sign_in_refused")
            for trace in ["siti@", "Siti Aminah"] { try await isNowhere(trace, in: service) }
            let done = "from event where subject_id = '\(lokus)' and account_id is not null"
            #expect(try await service.database.count(done) == 1)
            #expect(try await service.database.count("from event where action = 'erase' and subject = 'account'") == 1)
            try await chainIsWhole(service)

            for command in [["export"], ["erase", "--yes"]] {
                let gone = try await Program.built("selaras-server", environment: service.database.adminEnvironment)
                    .run(["personal-data"] + command + ["--email", "siti@kotabaru.example"])
                #expect(gone.code == 1 && gone.error.contains("Tidak ada data pribadi"), "\(gone)")
            }
            // Somebody else of that address begins anew.
            try await service.person("siti@kotabaru.example").client().get("lokus/\(lokus)").expect(200)
        }
    }

    @Test func aFamilyIsShownAndThenUnlinked() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let first = try await client.closedRound(lokus, "baseline", "", SurveyText.families(1...20))
            let second =
                try await client.survey(lokus, "resurvey", "&panel_of=\(first)", SurveyText.families(1...20))
                .expect(201)["round_id"].text ?? ""
            let before = try await client.get("survey-rounds/\(first)").expect(200)["result"]

            let export = try await program(service, "export", "--family", "F-7")
            let known = try JSONValue(parsing: Array(export.out.utf8)).items
            #expect(known.map { $0["purpose"].text } == ["baseline", "resurvey"])
            #expect(known.allSatisfy { $0["desa_code"].text == "63.02.12.2005" && $0["rt"].text == "001" })
            #expect(known.first?["answers"]["KLS-02"]["good"].integer == 1)
            #expect(known.first?["answers"]["KLS-02"]["eligible"].integer == 2)
            #expect(known.first?["answers"].members.count == SurveyText.columns.count)

            let erased = try await program(service, "erase", "--family", "F-7", "--yes")
            #expect(erased.code == 0 && erased.out.contains("2 pendataan"), "\(erased)")
            let gone = try await program(service, "export", "--family", "F-7")
            #expect(gone.code == 1 && gone.out.isEmpty, "\(gone)")
            let after = try await client.get("survey-rounds/\(first)").expect(200)["result"]
            #expect(!before.isNull && after == before)
            #expect(try await service.database.count("from family_answer where round_id = '\(first)'") == 20)
            #expect(try await service.database.count("from event where action = 'erase'") == 2)
            try await chainIsWhole(service)
            // It belongs to nobody, so the file that names it brings it in as another one.
            let again = try await client.survey(lokus, "resurvey", "&panel_of=\(first)", SurveyText.families(7...7))
            again.expect(201)
            #expect(again["added"].integer == 1 && again["round_id"].text == second)
        }
    }

    @Test func whatIsOverIsForgotten() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let file = SurveyText.families(1...20).split(separator: "\n").enumerated()
                .map { "\($1),\($0 == 0 ? "enumerator" : $0 < 12 ? "Bu Rusnah" : "Pak Gazali")\n" }.joined()
            try await client.closedRound(lokus, "baseline", "", file)
            let open = try await client.lokus("63.02.12.2008", 2024)
            try await client.survey(open, "baseline", "", file.replacing("Bu Rusnah", with: "Bu Halimah")).expect(201)
            let left = try await service.person("ahmad@kotabaru.example", .viewer)
            _ = try await left.client()
            let here = try await service.person("siti@kotabaru.example")
            _ = try await here.client()

            let nothing = try await program(service, "sweep")
            #expect(nothing.code == 0 && nothing.out.split(separator: "\n").count == 4, "\(nothing)")
            #expect(nothing.out.split(separator: "\n").allSatisfy { $0.hasSuffix(": 0 dihapus") }, "\(nothing.out)")

            try await service.database.execute(
                """
                set session_replication_role = replica;
                update survey_round set closed_at = now() - interval '366 days' where state = 'closed';
                update token set revoked_at = now() - interval '91 days' where kind = 'session';
                update invitation set accepted_at = now() - interval '31 days';
                update account set created_at = now() - interval '4 years';
                update principal set ended_at = now() - interval '731 days'
                where account_id = (select id from account where email like 'ahmad%')
                """)
            let digest = try await service.database.digest()
            let counted = try await program(service, "sweep", "--dry-run")
            #expect(
                counted.out == """
                    Sesi yang berakhir: 2 akan dihapus
                    Kode undangan yang selesai: 2 akan dihapus
                    Akun tanpa peran lagi: 1 akan dihapus
                    Pendataan dengan nama pencacah: 1 akan dihapus

                    """, "\(counted)")
            #expect(try await service.database.digest() == digest)

            let swept = try await program(service, "sweep")
            #expect(swept.out == counted.out.replacing("akan dihapus", with: "dihapus"), "\(swept)")
            for trace in ["ahmad@", "Bu Rusnah"] { try await isNowhere(trace, in: service) }
            let enumerators = "from (select distinct enumerator from family_answer where enumerator like '#%') e"
            #expect(try await service.database.count(enumerators) == 2)
            // The open round keeps its own, and whoever is still there is who they were.
            #expect(try await service.database.count("from family_answer where enumerator = 'Bu Halimah'") == 11)
            #expect(try await service.database.count("from account where email = 'siti@kotabaru.example'") == 1)
            _ = try await here.client()
            try await chainIsWhole(service)

            let again = try await program(service, "sweep")
            #expect(again.out.split(separator: "\n").allSatisfy { $0.hasSuffix(": 0 dihapus") }, "\(again.out)")
        }
    }

    @Test func theInventoryIsOfTheSchema() async throws {
        try await Service.run { service in
            let inventory = try await program(service, "inventory")
            #expect(inventory.code == 0 && inventory.error.isEmpty, "\(inventory)")
            #expect(inventory.out.contains("| `account` | `email` | pemegang akun | 730 hari setelah peran terakhir"))
            #expect(inventory.out.contains("| `family_answer` | `enumerator` | pencacah | 365 hari setelah pendataan"))
            let marked = "from personal_column"
            let rows = inventory.out.split(separator: "\n").filter { $0.hasPrefix("| `") }
            #expect(try await service.database.count(marked) == rows.count)
            try await service.database.execute("delete from retention where rule = 'enumerators'")
            let without = try await program(service, "inventory")
            #expect(without.out.contains("| pencacah | tetap disimpan: tidak ada aturan `enumerators` |"))
        }
    }

    @Test func whoeverIsMeantIsNamedOnce() async throws {
        try await Service.run { service in
            for arguments in [
                ["export"], ["export", "--email", "a@b", "--family", "1"], ["export", "--email", "siti"],
            ] {
                let refused = try await Program.built(
                    "selaras-server", environment: service.database.adminEnvironment
                ).run(["personal-data"] + arguments)
                #expect(refused.code == 2 && !refused.error.isEmpty && refused.out.isEmpty, "\(refused)")
            }
        }
    }
}
