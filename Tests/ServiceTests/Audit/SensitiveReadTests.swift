import Foundation
import Planning
import Support
import Testing
import Wire

/// Who has read what tells of persons, and who reads the chains that are of no kabupaten.
@Suite struct SensitiveReadTests {
    private func reads(_ service: Service) async throws -> String {
        try await service.database.value(
            """
            select string_agg(concat_ws(' ', area_code, action, subject, request_id), ', ' order by occurred_at)
            from event where action in ('sensitive_read', 'export')
            """)
    }

    private func program(_ service: Service, _ arguments: String...) async throws -> Program.Outcome {
        try await Program.built("selaras-server", environment: service.database.adminEnvironment).run(arguments)
    }

    @Test func readingPeopleAndFamiliesIsOneEventEach() async throws {
        try await Service.run { service in
            let world = try await World(service)
            let client = world.coordinator
            // As a page, as a file, as a page of a file; refused, it is not read.
            try await client.get("principals?name=ilike.siti*", ["Request-Id": "a"]).expect(200)
            try await client.get("principals", ["Request-Id": "b", "Accept": "text/csv"]).expect(200)
            try await client.get("principals?page_size=1", ["Request-Id": "c", "Accept": "application/x-ndjson"])
                .expect(200)
            try await client.get("principals?nope=1", ["Request-Id": "d"]).expect(422)
            try await client.get("survey-rounds/\(world.closedRound)/findings", ["Request-Id": "e"]).expect(200)
            try await client.get("survey-rounds/\(world.lokus)/findings", ["Request-Id": "f"]).expect(404)
            // What names nobody is read without a word.
            try await client.get("lokus", ["Request-Id": "g"]).expect(200)
            try await client.get("events", ["Request-Id": "h"]).expect(200)
            let told = try await reads(service)
            #expect(
                told == """
                    63.02 sensitive_read account a, 63.02 export account b, 63.02 export account c, \
                    63.02 sensitive_read family_answer e
                    """)
            let names = "from event where action = 'sensitive_read' and after::text ilike '%siti%'"
            #expect(try await service.database.count(names) == 0)
        }
    }

    @Test func theOperatorsCopyIsAnEvent() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let client = try await siti.client()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            let receipt = try await client.survey(lokus, "baseline", "", try SurveyText.kecil()).expect(201)
            let export = try await program(service, "personal-data", "export", "--email", siti.email)
            let known = try JSONValue(parsing: Array(export.out.utf8))
            #expect(known["imports"].items.map { $0["id"].text } == [receipt["import_id"].text])
            #expect(known["operations"].items.isEmpty && known["invitations_made"].items.isEmpty)
            #expect(try await program(service, "personal-data", "export", "--email", "tiada@x.example").code == 1)
            let told = try await service.database.value(
                """
                select concat_ws(' ', e.area_code, e.subject, a.email, e.after ->> 'by') from event e
                join account a on a.id::text = e.subject_id where e.action = 'sensitive_read'
                """)
            #expect(told == "63.02 account \(siti.email) operator")
            #expect(try await service.database.count("from event where action = 'sensitive_read'") == 1)
        }
    }

    /// That of the province by those who act for all of it; that of the service by its operator.
    @Test func chainsOfNoKabupatenHaveReaders() async throws {
        try await Service.run { service in
            let administrator = try await service.client(.administrator)
            let own = try await administrator.get("events?area_code=63").expect(200).items
            #expect(!own.isEmpty && own.allSatisfy { $0["area_code"].text == "63" })
            #expect(try await administrator.get("events?area_code=63.02").expect(200).items.isEmpty)
            let created = try await program(
                service, "token", "create", "--role", "auditor", "--name", "Inspektorat", "--province", "63",
                "--letter", "700/1/ITPROV", "--until", "2099-12-31")
            #expect(created.code == 0, "\(created)")
            let token = created.out.trimmingCharacters(in: .whitespacesAndNewlines)
            let auditor = Client(url: service.url, token: token)
            #expect(try await auditor.get("events?area_code=63").expect(200).items.count >= own.count)
            #expect(try await auditor.get("events?area_code=63.02").expect(200).items.isEmpty == false)
            #expect(try await auditor.get("me").expect(200)["areas"].items.map(\.text).contains("63.02"))
            // Of the province as a whole a kabupaten knows nothing, and of the service nobody but its operator.
            for client in [try await service.coordinator(), administrator, auditor] {
                #expect(try await client.get("events?area_code=service").expect(200).items.isEmpty)
            }
            #expect(try await service.coordinator().get("events?area_code=63").expect(200).items.isEmpty)
            #expect(
                try await program(
                    service, "token", "create", "--role", "auditor", "--name", "X", "--letter", "1", "--until",
                    "2099-12-31"
                ).code == 2)

            let read = try await program(service, "audit", "read", "--last", "2")
            let lines = read.out.split(separator: "\n").map { JSONValue.parsed(String($0)) }
            #expect(read.code == 0 && lines.count == 2, "\(read)")
            #expect(lines.allSatisfy { $0["area_code"].text == "service" && $0["hash"].text?.count == 64 })
            let first = try await program(service, "audit", "read", "--area", "63", "--from", "1")
            #expect(
                JSONValue.parsed(first.out.split(separator: "\n").first.map(String.init) ?? "")["number"].integer == 1)
            let none = try await program(service, "audit", "read", "--area", "99")
            #expect(none.code == 1 && none.out.isEmpty && none.error.contains("99"), "\(none)")
        }
    }

    /// A machine's token may no more than its scope, and is told no more.
    @Test func aTokenOfAScope() async throws {
        try await Service.run { service in
            let world = try await World(service)
            func create(_ scope: String) async throws -> Program.Outcome {
                try await program(
                    service, "token", "create", "--role", "coordinator", "--name", "Dasbor", "--kabupaten", "63.02",
                    "--scope", scope)
            }
            let created = try await create("lokus:read,intervention:read,intervention:update")
            let machine = Client(
                url: service.url, token: created.out.trimmingCharacters(in: .whitespacesAndNewlines))
            let may = try await machine.get("interventions/\(world.proposed)").expect(200)["may"]
            #expect(may["update"]["allowed"].flag == true)
            #expect(may["assign"]["allowed"].flag == false && may["assign"]["reason"].text == "role")
            let full = try await world.coordinator.get("interventions/\(world.proposed)").expect(200)["may"]
            #expect(full["assign"]["allowed"].flag == true)
            try await machine.get("reports").expectProblem(403, "forbidden")
            try await machine.post("lokus", ["desa_code": "63.02.14.2008", "year": 2024])
                .expectProblem(403, "forbidden")
            let list = try await program(service, "token", "list")
            #expect(list.out.contains("\tlokus:read intervention:read intervention:update\tDasbor"), "\(list.out)")
            for wrong in ["lokus", "lokus:erase", "x:read", ""] {
                let refused = try await create(wrong)
                #expect(refused.code == 2 && refused.error.contains("lokus:read"), "\(wrong): \(refused)")
            }
            let beyond = try await create("account:read,open_data:read")
            #expect(beyond.code == 1 && beyond.error.contains("--scope"), "\(beyond)")
        }
    }
}

extension JSONValue {
    fileprivate static func parsed(_ text: String) -> JSONValue {
        (try? JSONValue(parsing: Array(text.utf8))) ?? .null
    }
}
