import Planning
import Support
import Testing

/// One address of many people, and one that guesses e-mails.
@Suite struct SharedAddressTests {
    private static let office = "203.0.113.7"

    @Test func colleaguesWhoAreWrongKeepNobodyOutForLong() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let budi = try await service.person("budi@kotabaru.example", .viewer)
            _ = try await siti.client(from: Self.office)
            for attempt in 1...20 {
                try await Person(email: "p\(attempt)@x.example", service: service)
                    .signIn(password: "salah", from: Self.office).expect(401)
            }
            // As if there had been ten more.
            let address = "where failures = (select max(failures) from sign_in_counter)"
            try await service.database.execute(
                "update sign_in_counter set failures = 30, last_at = clock_timestamp() \(address)")
            let before = try await service.database.count("from sign_in_counter")
            for attempt in 1...30 {
                let answer = try await Person(email: "q\(attempt)@x.example", service: service)
                    .signIn(from: Self.office)
                answer.expectProblem(429, "too_many_attempts")
                #expect((1...900).contains(answer.headers["retry-after"].flatMap { Int($0) } ?? 0))
            }
            #expect(try await service.database.count("from sign_in_counter") == before)
            // Who was right there before is not concerned, and whoever else not for long.
            for _ in 1...3 { try await siti.signIn(from: Self.office).expect(201) }
            try await budi.signIn(from: Self.office).expectProblem(429, "too_many_attempts")
            try await service.database.execute(
                "update sign_in_counter set last_at = last_at - interval '15 minutes' \(address)")
            let since = try await service.database.value(
                "select '15 ' || (last_at + interval '15 minutes') from sign_in_counter \(address)")
            try await budi.signIn(from: Self.office).expect(201)
            // Being right has neither counted nor begun anything anew; what was counted is halved, as of its time.
            let kept = try await service.database.value(
                "select failures || ' ' || last_at from sign_in_counter \(address)")
            #expect(kept == since)
        }
    }
}
