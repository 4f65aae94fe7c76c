import Phrasing
import Planning
import Support
import Testing
import Wire

/// `Accept-Language` decides in which language the service explains itself; what machines read stays the same.
@Suite struct LanguageTests {
    @Test func theReaderChoosesTheLanguage() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let choices: [(String?, Language)] = [
                (nil, .indonesian), ("id", .indonesian), ("en", .english), ("de", .indonesian),
                ("en-US,en;q=0.9,id;q=0.5", .english), ("id-ID,id;q=0.9,en;q=0.8", .indonesian),
            ]
            for (header, language) in choices {
                let headers = header.map { ["Accept-Language": $0] } ?? [:]
                let text = ProblemText.of("not_found")
                let missing = try await client.get("lokus/x", headers).expectProblem(404, "not_found")
                #expect(missing["title"].text == text.title[language], "\(header ?? "none")")
                #expect(missing["detail"].text == text.detail(in: language))
                Self.expectNegotiated(missing, language)

                let page = try await service.stranger.get("/problems/not_found", headers).expect(200)
                #expect(page["title"].text == text.title[language])
                #expect(page["detail"].text == text.detail(in: language))
                Self.expectNegotiated(page, language)

                let faulty = try await client.post("lokus", ["desa_code": 5], headers)
                    .expectProblem(422, "invalid_request")
                #expect(
                    Set(faulty["errors"].items.compactMap { $0["message"].text }) == [
                        DraftFault.Code.wrongType.message[language], DraftFault.Code.required.message[language],
                    ])
                #expect(Set(faulty["errors"].items.compactMap { $0["code"].text }) == ["wrong_type", "required"])
            }
        }
    }

    @Test func aFilesFaultsComeInTheSameLanguage() async throws {
        try await Service.run { service in
            let client = try await service.coordinator()
            let lokus = try await client.lokus("63.02.12.2005", 2024)
            for (tag, beginning) in [("id", "Baris 1"), ("en", "Line 1")] {
                let headers = Client.key().merging(["Accept-Language": tag]) { $1 }
                let refused = try await client.send(
                    "POST", "lokus/\(lokus)/survey-imports?purpose=baseline", .csv("family_id,xyz\nA,1\n"), headers
                ).expectProblem(422, "file_refused")
                let messages = refused["errors"].items.compactMap { $0["message"].text }
                #expect(!messages.isEmpty)
                for message in messages { #expect(message.hasPrefix(beginning)) }
                #expect(refused.headers["content-language"] == tag)
            }
        }
    }

    /// A cache must not give one reader the other's language.
    private static func expectNegotiated(_ answer: Answer, _ language: Language) {
        #expect(answer.headers["content-language"] == language.rawValue)
        #expect(answer.headers["vary"]?.contains("Accept-Language") == true)
    }
}
