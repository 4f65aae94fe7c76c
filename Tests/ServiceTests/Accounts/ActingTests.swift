import Foundation
import Planning
import Store
import Support
import Testing
import Wire

/// As what a session acts, and what it may.
@Suite struct ActingTests {
    @Test func aRoleEndsWithTheNextRequest() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let client = try await siti.client()
            for change in [
                "update principal set ended_at = now(), valid_until = null where account_id = ACCOUNT",
                "update principal set ended_at = null, valid_until = now() where account_id = ACCOUNT",
                "update principal set valid_until = null, valid_from = now() + interval '1 hour' where account_id = ACCOUNT",
            ] {
                try await siti.change(change)
                try await client.get("lokus").expectProblem(403, "principal_is_held_now")
                let me = try await client.get("me").expect(200)
                #expect(
                    me["role"].isNull && me["principals"].items.isEmpty && me["account"]["email"].text == siti.email)
            }
            try await siti.change("update principal set valid_from = null where account_id = ACCOUNT")
            try await client.get("lokus").expect(200)
        }
    }

    @Test func severalRolesAreChosenFrom() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            #expect(try await service.invited(siti.email, try Service.draft(.viewer, "63.10")) == nil)
            let client = try await siti.client()
            try await client.get("lokus").expectProblem(403, "principal_is_chosen_by_the_request")
            let me = try await client.get("me").expect(200)
            #expect(me["role"].isNull && me["principals"].items.count == 2)
            for principal in me["principals"].items {
                let id = ["Selaras-Principal": principal["id"].text ?? ""]
                #expect(try await client.get("me", id).expect(200)["role"] == principal["role"])
                let agencies = try await client.get("agencies", id).expect(200).items
                #expect(Set(agencies.map(\.["kabupaten_code"].text)) == [principal["area"].text])
                let status = try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2024], id).status
                #expect(status == (principal["role"].text == "coordinator" ? 201 : 403))
            }
            let others = try await service.database.value("select id from principal where account_id is null limit 1")
            _ = try await service.coordinator()
            let machine = try await service.database.value("select id from principal where account_id is null limit 1")
            for id in [machine, UUID().uuidString.lowercased()] where id != others {
                try await client.get("lokus", ["Selaras-Principal": id]).expectProblem(403, "principal_is_held_now")
                try await client.get("me", ["Selaras-Principal": id]).expectProblem(403, "principal_is_held_now")
            }
            try await client.get("lokus", ["Selaras-Principal": "x"]).expectProblem(400, "invalid_header")
        }
    }

    @Test func aScopeRefusesWhatItDoesNotName() async throws {
        try await Service.run { service in
            let (token, id) = try await service.database.token(.coordinator)
            try await service.database.execute(
                "update token set scope = '{lokus:read,lokus:create}' where id = '\(id)'")
            let client = Client(url: service.url, token: token)
            try await client.get("lokus").expect(200)
            try await client.post("lokus", ["desa_code": "63.02.12.2005", "year": 2024]).expect(201)
            try await client.get("survey-rounds").expectProblem(403, "forbidden")
            try await client.get("agencies").expectProblem(403, "forbidden")
        }
    }

    @Test func withoutADatabaseItIsToldSo() async throws {
        try await Service.onCluster { cluster, service in
            let siti = try await service.person()
            let client = try await siti.client()
            try await cluster.stop()
            try await siti.signIn().expectProblem(503, "database_unreachable")
            try await client.get("me").expectProblem(503, "database_unreachable")
            try await client.send("DELETE", "sessions/current").expectProblem(503, "database_unreachable")
            try await cluster.restart()
            try await untilItWorks { try await siti.signIn() }
            try await client.get("me").expect(200)
        }
    }
}
