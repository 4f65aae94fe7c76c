import Planning
import Testing
import Wire

/// No wrong cell: every role, on everything, in every state, of the own and of others, by the API and by SQL.
@Suite struct WalkTests {
    @Test func everyCellThroughTheAPI() async throws {
        let walk = Walk(permissions: try Permissions())
        try await Service.run { service in
            let subjects = try await World(service).subjects()
            #expect(subjects.count > 40)
            var clients: [(Caller.Role, Client)] = []
            for role in Caller.Role.signedIn { clients.append((role, try await service.client(role))) }
            let before = try await service.database.digest()
            var walked = 0
            for (role, client) in clients {
                for subject in subjects {
                    let seen = try await client.get(Walk.path(subject))
                    for attempt in Walk.attempts[subject.resource] ?? [] {
                        let expected = try walk.expected(role, attempt, on: subject)
                        let step = "\(role) \(attempt.deed) \(subject)"
                        let version = seen.json["version"].integer ?? 1
                        try await expect(expected, attempt, subject, version, client, step)
                        expect(expected, toldBy: seen, attempt.deed, step)
                        walked += 1
                    }
                }
            }
            #expect(walked > 1200, "\(walked) cells")
            #expect(try await service.database.digest() == before)
        }
    }

    /// What the API answers where it only tries.
    private func expect(
        _ expected: Walk.Outcome, _ attempt: Walk.Attempt, _ subject: Walk.Subject, _ version: Int, _ client: Client,
        _ step: String
    ) async throws {
        let body = attempt.body.map { Client.Body.json($0) } ?? .none
        let headers = ["If-Match": "\"\(version)\""]
        let answer = try await client.send(
            attempt.method, attempt.path(subject) + "?dry_run=true", body,
            attempt.deed == "report" || attempt.deed == "create_intervention" ? [:] : headers)
        let wanted: Set<Int> =
            switch expected {
            case .done: [200]
            case .role, .condition: [403]
            case .hidden: [404]
            // A report before the assignment is wrong whatever else happens.
            case .state: attempt.deed == "report" ? [422] : [409]
            }
        #expect(wanted.contains(answer.status), "\(step): \(answer.status), not \(expected): \(answer.text)")
    }

    /// What the thing itself says about it.
    private func expect(_ expected: Walk.Outcome, toldBy seen: Answer, _ deed: String, _ step: String) {
        guard seen.status == 200 else {
            #expect(
                [403, 404].contains(seen.status) && [.hidden, .role].contains(expected), "\(step): \(seen.status)")
            return
        }
        let told = seen["may"][deed]
        #expect(told["allowed"] == .bool(expected == .done), "\(step): \(told)")
        let reason: String? =
            switch expected {
            case .done: nil
            case .role: "role"
            case .condition: "condition"
            case .state: "state"
            case .hidden: "hidden"
            }
        #expect(told["reason"].text == reason, "\(step): \(told)")
    }

    /// The same by statements of our own, where nothing of the service is asked but who it is.
    @Test func everyCellBySQL() async throws {
        let walk = Walk(permissions: try Permissions())
        try await Service.run { service in
            let subjects = try await World(service).subjects()
            for role in Caller.Role.signedIn {
                let session = RoleSession(database: service.database, token: try await service.client(role).token ?? "")
                let steps = subjects.flatMap { subject in
                    (Walk.attempts[subject.resource] ?? []).map { (subject, $0) }
                }
                let outcomes = try await session.attempt(each: steps.map { $1.sql($0) })
                for ((subject, attempt), outcome) in zip(steps, outcomes) {
                    let expected = try walk.expected(role, attempt, on: subject)
                    #expect(
                        outcome.isRefused == (expected != .done),
                        "\(role) \(attempt.deed) \(subject): \(outcome), not \(expected)")
                }
            }
        }
    }
}
