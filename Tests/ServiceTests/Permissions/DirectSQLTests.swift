import Planning
import Testing

/// The same decisions in the database itself: the service asks `permission` first, and row-level security and grants
/// hold even where that question was forgotten.
@Suite struct DirectSQLTests {
    @Test func everyRoleAndEveryStatement() async throws {
        let permissions = try Permissions()
        try await Service.run { service in
            let world = try await World(service)
            for role in Caller.Role.signedIn {
                let client = try await service.client(role)
                let session = RoleSession(database: service.database, token: client.token ?? "")
                let attempts = DirectSQL.writing + DirectSQL.reading
                let outcomes = try await session.attempt(each: attempts.map { $0.sql(world) })
                for (attempt, outcome) in zip(attempts, outcomes) {
                    let isAllowed = try permissions.allowsInWorld(role, attempt.action, attempt.resource)
                    #expect(
                        outcome.isRefused != isAllowed,
                        "\(role), \(attempt.action) \(attempt.resource): \(outcome): \(attempt.sql(world))")
                }
            }
        }
    }

    /// Nobody has a permission for these.
    @Test func nobodyMay() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let forbidden = [
                "select * from token", "select * from event where area_code = '63.10'",
                "select * from idempotency_key", "update event set after = null", "delete from event",
                "insert into token values ('', gen_random_uuid(), gen_random_uuid())",
                "update principal set role = 'coordinator'", "update permission set role = 'viewer'",
                "insert into permission values ('viewer', 'lokus', 'create')", "select enforce_permissions()",
                "select * from permission_effect", "truncate lokus",
                "delete from lokus where id = '\(world.spareLokus)'", "update lokus set year = 2020",
                "update lokus set kabupaten_code = '63.10'", "delete from progress_report",
                "update survey_round set state = 'open' where id = '\(world.closedRound)'",
                "delete from family_answer where round_id = '\(world.closedRound)'",
                "update indicator_result set good = 0", "delete from intervention", "create table x (id integer)",
                "create function pg_temp.x() returns integer language sql as 'select 1'",
                "update progress_report set verified_spent_idr = 1", "update progress_report set written_by = '{}'",
                "update progress_report set reported_by = (select id from principal where id <> current_setting('selaras.principal')::uuid limit 1)",
                "set role selaras_owner", "alter table lokus disable row level security",
                "update intervention set agency_code = 'DINKES' where id = '\(world.accepted)'",
                "update intervention set accepted_on = '2020-01-01' where id = '\(world.accepted)'",
            ]
            _ = try await service.client(.lead)
            for role in Caller.Role.signedIn {
                let session = RoleSession(database: service.database, token: try await service.client(role).token ?? "")
                for (sql, outcome) in zip(forbidden, try await session.attempt(each: forbidden)) {
                    #expect(outcome.isRefused, "\(role): \(outcome): \(sql)")
                }
            }
        }
    }

    @Test func anotherKabupatenAgencyOrVillage() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let stranger = RoleSession(
                database: service.database, token: try await service.coordinator("63.10").token ?? "")
            for attempt in DirectSQL.writing {
                let outcome = try await stranger.attempt(attempt.sql(world))
                #expect(outcome.isRefused, "\(outcome): \(attempt.sql(world))")
            }
            for table in ["survey_round", "action_plan", "intervention", "progress_report", "family_answer"] {
                #expect(try await stranger.attempt("select * from \(table)") == .rows(0), "\(table)")
            }
            #expect(try await stranger.attempt("select * from lokus") == .rows(1))
            #expect(try await stranger.attempt("select * from principal where kabupaten_code = '63.02'").isRefused)

            let agency = RoleSession(
                database: service.database, token: try await service.agency("DINKES").token ?? "")
            for sql in [
                "update intervention set state = 'accepted' where id = '\(world.assigned)'",
                DirectSQL.report(on: world.accepted, of: world.lokus),
                DirectSQL.report(on: world.accepted, of: world.lokus, agency: "DINKES"),
                DirectSQL.correct(world.report),
            ] {
                let outcome = try await agency.attempt(sql)
                #expect(outcome.isRefused, "\(outcome): \(sql)")
            }

            let village = RoleSession(database: service.database, token: try await service.client(.village).token ?? "")
            for (table, column) in [
                ("lokus", "id"), ("survey_round", "lokus_id"), ("action_plan", "lokus_id"),
                ("intervention", "lokus_id"), ("progress_report", "lokus_id"),
            ] {
                let others = "select * from \(table) where \(column) <> '\(world.lokus)'"
                #expect(try await village.attempt(others) == .rows(0), "\(table)")
            }
            let results = "select * from indicator_result where round_id = '\(world.otherRound)'"
            #expect(try await village.attempt(results) == .rows(0))
        }
    }

    /// The families' answers are for those who keep the survey.
    @Test func answersReceiptsAndEventsAreForFew() async throws {
        let permissions = try Permissions()
        #expect(try !permissions.allows(.leadership, "read", "family_answer"))
        #expect(try !permissions.allows(.agency, "read", "event"))
        try await Service.run { service in
            _ = try await World(service)
            for role in Caller.Role.signedIn {
                let session = RoleSession(database: service.database, token: try await service.client(role).token ?? "")
                for table in ["family_answer", "survey_import", "event"] {
                    let outcome = try await session.attempt("select * from \(table)")
                    let isAllowed = try permissions.allows(role, "read", table)
                    #expect(outcome.isRefused != isAllowed, "\(role) \(table) \(outcome)")
                }
            }
        }
    }

    /// Without a token there is no identity, and without an identity there is no row.
    @Test func withoutATokenNothingIsThere() async throws {
        try await Service.run { service in
            _ = try await World(service)
            let session = RoleSession(database: service.database, token: "slr_unknown")
            #expect(try await session.attempt("select 1") == .refused("SL401"))
        }
    }
}
