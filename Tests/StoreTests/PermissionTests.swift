import Foundation
import LibPQ
import Planning
import Store
import Support
import Testing

/// The matrix as an operator changes, prints and checks it, and what the database makes of it.
@Suite struct PermissionTests {
    /// What the program lets a cell say is what the schema can enforce.
    @Test func theVocabularyIsThatOfTheSchema() async throws {
        try await AdministeredDatabase.run { database in
            for resource in Permission.Resource.allCases {
                for action in Permission.Action.allCases {
                    let permission = Permission(action, resource)
                    let cell = "e.resource = '\(resource.rawValue)' and e.action = '\(action.rawValue)'"
                    let effects = try await database.count(
                        "select count(*) from selaras.permission_effect e where \(cell)")
                    for condition in PermissionCell.Condition.allCases {
                        let unsayable = try await database.count(
                            """
                            select count(*) from selaras.permission_effect e
                            left join selaras.permission_narrowing n on n.relation = e.target
                            where \(cell) and e.command not in ('execute', 'temporary')
                                and to_jsonb(n) ->> '\(condition.rawValue)' is null
                            """)
                        let relations = try await database.count(
                            """
                            select count(*) from selaras.permission_effect e
                            join selaras.permission_narrowing n on n.relation = e.target where \(cell)
                            """)
                        // Where nobody may read the rows themselves, a function asks for whom it may.
                        let asking = try await database.count(
                            """
                            select count(*) from selaras.permission_effect e
                            join pg_proc f on f.proname = e.target and f.pronamespace = 'selaras'::regnamespace
                            where \(cell) and e.command = 'execute' and f.prosrc like '%''\(condition.rawValue)''%'
                            """)
                        let canBeSaid = relations > 0 ? unsayable == 0 : asking > 0
                        #expect(
                            permission.conditions.contains(condition) == canBeSaid || effects == 0,
                            "\(permission) \(condition)")
                    }
                }
            }
        }
    }

    /// The states from which the program thinks that a step begins are those of the table.
    @Test func stepsBeginWhereTheTableSays() async throws {
        try await AdministeredDatabase.run { database in
            for step in ActionPlan.Step.allCases {
                let from = step.from.map { "'\($0.rawValue)'" }.joined(separator: ",")
                let counted = try await database.count(
                    """
                    select count(*) filter (where from_state in (\(from))) * 100 + count(*) from selaras.transition
                    where subject = 'action_plan' and action = '\(step.rawValue)'
                        and needs_reason = \(step.needsReason) and by_another = \(step.isByAnother)
                    """)
                #expect(counted == step.from.count * 101, "\(step)")
            }
            #expect(
                try await database.count("select count(*) from selaras.transition where subject = 'action_plan'")
                    == ActionPlan.Step.allCases.map(\.from.count).reduce(0, +))
        }
    }

    @Test func stepsOfInterventionsBeginWhereTheTableSays() async throws {
        try await AdministeredDatabase.run { database in
            for step in Intervention.Step.allCases {
                let from = step.from.map { "'\($0.rawValue)'" }.joined(separator: ",")
                let counted = try await database.count(
                    """
                    select count(*) filter (where from_state in (\(from))) * 100 + count(*) from selaras.transition
                    where subject = 'intervention' and action = '\(step.rawValue)'
                        and needs_reason = \(step.needsReason) and not by_another
                    """)
                #expect(counted == step.from.count * 101, "\(step)")
            }
            #expect(
                try await database.count("select count(*) from selaras.transition where subject = 'intervention'")
                    == Intervention.Step.allCases.map(\.from.count).reduce(0, +))
            let committed = Intervention.State.committed.map { "'\($0.rawValue)'" }.joined(separator: ",")
            #expect(
                try await database.count(
                    "select count(*) from (values (\(committed.replacing(",", with: "),(")))) s (state) "
                        + "where selaras.is_committed(state)") == Intervention.State.committed.count)
        }
    }

    @Test func whatIsInForceIsWhatTheFileSays() async throws {
        try await AdministeredDatabase.run { database in
            let printed = try await database.program("permissions", "print", "--format", "csv")
            #expect(printed.code == 0)
            let file = try String(
                contentsOf: TestDatabase.root.appending(path: "Config/permissions.csv"), encoding: .utf8)
            var expected: Set<String> = []
            for line in file.split(separator: "\n").dropFirst() {
                let parts = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                for role in parts[2].split(separator: ";") {
                    expected.insert("\(role),\(parts[0]),\(parts[1]),true,\(parts[3]),\(parts[4])")
                }
            }
            let lines = printed.out.split(separator: "\n").map(String.init)
            #expect(lines.first == "role,resource,action,allowed,states,conditions")
            #expect(Set(lines.dropFirst().filter { $0.contains(",true,") }) == expected)
            // Every role is there for every action, also where it is not permitted.
            let cells = Set(expected.map { $0.split(separator: ",")[1...2].joined(separator: ",") }).count
            #expect(lines.count == 1 + cells * Caller.Role.allCases.count)
            let table = try await database.program("permissions", "print")
            #expect(
                table.out.contains(
                    "| Intervensi (intervention) | menerima (accept) | ✓ (assigned) | ✓ (assigned) | – | ✓ own_agency (assigned) |"
                ))
            // Every state that a cell names is said in words.
            for state in Set(
                expected.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false)[4].split(separator: ";") }
            ) {
                #expect(table.out.contains("\n- `\(state)`: "), "\(state)")
            }
            #expect(table.out.contains("\n- `assigned`: setelah ditugaskan, sebelum diterima\n"))
        }
    }

    @Test func aChangeByHandIsFoundAndPutRight() async throws {
        try await AdministeredDatabase.run { database in
            #expect(try await database.program("permissions", "check").code == 0)
            for change in [
                "grant select on selaras.family_answer to selaras_viewer",
                "create policy friends on selaras.lokus for select to selaras_viewer using (true)",
                "revoke update on selaras.lokus from selaras_coordinator",
                "alter policy permitted_select_1 on selaras.event using (true)",
            ] {
                try await database.execute(change)
                let found = try await database.program("permissions", "check")
                #expect(found.code == 1 && found.error.contains("--enforce"), "\(change): \(found.out)")
                #expect(try await database.program("permissions", "check", "--enforce").code == 0)
                #expect(try await database.program("permissions", "check").code == 0, "\(change)")
            }
        }
    }

    /// Imported, it is in force; imported again, nothing happens; without a cell, nothing is granted.
    @Test func anImportChangesWhatIsEnforced() async throws {
        try await AdministeredDatabase.run { database in
            func mayRead(_ role: String, _ table: String) async throws -> Bool {
                try await database.count(
                    """
                    select has_table_privilege('selaras_\(role)', 'selaras.\(table)', 'select')::integer
                    """) == 1
            }
            #expect(try await mayRead("viewer", "lokus"))
            let only = [Configuration.Grant(role: .lead, cell: PermissionCell(Permission(.read, .lokus)))]
            let receipt = try await database.administration.importConfiguration(
                AdministrationConfigurationTests.configuration(grants: only))
            #expect(receipt.grants.removed > 100 && receipt.grants.added == 0)
            #expect(try await !mayRead("viewer", "lokus"))
            #expect(try await mayRead("lead", "lokus"))
            #expect(try await !mayRead("lead", "survey_round"))
            let changed = [
                Configuration.Grant(role: .lead, cell: PermissionCell(Permission(.read, .lokus), under: [.ownLokus]))
            ]
            let second = try await database.administration.importConfiguration(
                AdministrationConfigurationTests.configuration(grants: changed))
            #expect((second.grants.changed, second.grants.same) == (1, 0))
            #expect(
                try await database.count(
                    """
                    select count(*) from pg_policies where schemaname = 'selaras' and tablename = 'lokus'
                        and policyname = 'permitted_select_1' and qual like '%selaras.lokus%'
                    """) == 1)
            let third = try await database.administration.importConfiguration(
                AdministrationConfigurationTests.configuration(grants: changed))
            #expect((third.grants.changed, third.grants.same) == (0, 1))
        }
    }

    /// Every fault of the matrix at once, each with its line.
    @Test func aMatrixThatCannotBeEnforcedIsRefused() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "config-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: TestDatabase.root.appending(path: "Config"), to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        try """
        resource,action,roles,states,conditions
        region,read,viewer;lead,,
        lokus,read,viewer,,own_agency
        lokus,read,viewer,,
        lokus,create,lead,proposed,
        intervention,accept,lead,proposed,
        open_data,read,viewer,,
        region,read,public,,
        region,read,coordinator,,own_house
        """.write(to: folder.appending(path: "permissions.csv"), atomically: true, encoding: .utf8)
        let outcome = try await Program.built("selaras-server", environment: ["SELARAS_LANG": "en"])
            .run(["config", "check", folder.path])
        #expect(outcome.code == 1)
        for expected in [
            "Line 3, column conditions: \"own_agency\" – conditions that can be used for this action: own_lokus",
            "Line 4, column roles: \"viewer\" – line 3 names this role for the same action already",
            "Line 5, column states: \"proposed\" – this action does not depend on a state",
            "Line 6, column states: \"proposed\" – states that can be named for this action: assigned",
            "Line 7, column roles: \"viewer\" – the role public is only for open_data",
            "Line 8, column roles: \"public\" – the role public is only for open_data",
            "Line 9, column conditions: \"own_house\"",
        ] { #expect(outcome.error.contains(expected), "\(expected): \(outcome.error)") }
        try """
        resource,action,roles,states,conditions
        region,read,lead,,
        lokus,create,lead,,
        """.write(to: folder.appending(path: "permissions.csv"), atomically: true, encoding: .utf8)
        let needs = try await Program.built("selaras-server", environment: ["SELARAS_LANG": "en"])
            .run(["config", "check", folder.path])
        #expect(needs.error.contains("Line 3, column roles: \"lead\" – this role cannot do it without lokus,read"))
    }

    @Test func everyRoleGetsItsToken() async throws {
        try await AdministeredDatabase.run { database in
            let area = ["--kabupaten", "63.02"]
            let office = area + ["--agency", "PUPR"]
            let sound: [String: [String]] = [
                "coordinator": area, "lead": area, "leadership": area, "agency": office, "reporter": office,
                "village": area + ["--desa", "63.02.12.2005"], "subdistrict": area + ["--kecamatan", "63.02.12"],
                "viewer": area, "auditor": area + ["--letter", "700/1", "--until", "2099-12-31"],
                "province": ["--province", "63"], "administrator": ["--province", "63"],
                "provincial_agency": ["--province", "63", "--agency", "DPPPA-PROV"],
            ]
            #expect(Set(sound.keys) == Set(Caller.Role.signedIn.map(\.rawValue)))
            for (role, options) in sound {
                let made = try await database.program(["token", "create", "--role", role, "--name", "Uji"] + options)
                #expect(made.code == 0, "\(role): \(made.error)")
            }
            for (role, options) in [
                ("auditor", area), ("auditor", area + ["--letter", "1"]), ("viewer", area + ["--letter", "1"]),
                ("subdistrict", area), ("subdistrict", area + ["--kecamatan", "63.10.11"]), ("reporter", area),
                ("administrator", area), ("provincial_agency", ["--province", "63"]),
                ("viewer", area + ["--kecamatan", "63.02.12"]),
            ] {
                let made = try await database.program(["token", "create", "--role", role, "--name", "Uji"] + options)
                #expect(made.code == 64 || made.code == 2, "\(role) \(options): \(made.code) \(made.error)")
            }
        }
    }
}
