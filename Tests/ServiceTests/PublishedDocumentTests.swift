import Contract
import Foundation
import Support
import Testing
import Wire

/// What anyone can read of the service without a token.
@Suite struct PublishedDocumentTests {
    @Test func theContractIsServedAsItIsWritten() async throws {
        try await Service.run { service in
            let file = TestDatabase.root.appending(path: "Contract/openapi.yaml")
            let yaml = try await service.stranger.get("/api/v1/openapi.yaml").expect(200)
            #expect(yaml.text == (try String(contentsOf: file, encoding: .utf8)))
            let json = try await service.stranger.get("/api/v1/openapi.json").expect(200)
            #expect(await json.json == ContractCheck.ours.document.root)
            for answer in [yaml, json] {
                let again = try await service.stranger.get(answer.path, ["If-None-Match": answer.etag]).expect(304)
                #expect(again.bytes.isEmpty)
            }
            let version = try await service.stranger.get("/version").expect(200)
            #expect(version["contract_version"] == json["info"]["version"])
        }
    }

    @Test func thePageNeedsNothingFromElsewhere() async throws {
        try await Service.run { service in
            let page = try await service.stranger.get("/docs").expect(200)
            // Each list leads to the one place that explains how lists are asked for.
            #expect(page.text.matches(of: #/<p id="lists">/#).count == 1)
            #expect(page.text.matches(of: #/href="#lists"/#).count > 10)
            #expect(page.headers["content-security-policy"]?.hasPrefix("default-src 'none'; style-src 'self';") == true)
            let text = page.text
            #expect(!text.contains("<script") && !text.contains(" style=") && !text.contains("javascript:"))
            let references = text.matches(of: #/(?:src|href)="([^"]*)"/#).map { String($0.1) }
            #expect(references.count > 200)
            for reference in Set(references) {
                #expect(reference.hasPrefix("#") || reference.hasPrefix("/"), "\(reference)")
            }
            for address in Set(references.filter { $0.hasPrefix("/") }) {
                try await service.stranger.get(address).expect(200)
            }
            for operation in await ContractCheck.ours.document.operations {
                #expect(text.contains("id=\"\(operation.id)\""), "\(operation.id)")
                #expect(references.contains("#\(operation.id)"), "\(operation.id)")
            }
            for address in references.filter({ $0.hasPrefix("#") }) {
                #expect(text.contains("id=\"\(address.dropFirst())\""), "\(address)")
            }
        }
    }

    @Test func problemsHaveAPageAndAList() async throws {
        try await Service.run { service in
            let list = try await service.stranger.get("/problems").expect(200)
            #expect(Set(list.items.compactMap { $0["code"].text }) == Set(ProblemText.all.keys))
            for code in ProblemText.all.keys {
                #expect(try await service.stranger.get("/problems/\(code)").expect(200).code == code)
            }
            let headers = ["Accept": "text/html,*/*;q=0.8", "Accept-Language": "en"]
            let page = try await service.stranger.get("/problems/stale_version", headers).expect(200)
            #expect(page.headers["content-type"] == "text/html; charset=utf-8")
            #expect(page.headers["content-language"] == "en")
            #expect(page.text.contains("<code>stale_version</code>"))
            try await service.stranger.get("/problems/unheard_of", headers).expectProblem(404, "not_found")
        }
    }

    @Test func theDoorLeadsOn() async throws {
        try await Service.run { service in
            let index = try await service.stranger.get("/").expect(200)
            #expect(index.headers["content-type"]?.hasPrefix("application/json") == true)
            #expect(index["links"].members.count == 7)
            for link in index["links"].members { try await service.stranger.get(link.value.text ?? "").expect(200) }
            let page = try await service.stranger.get("/", ["Accept": "text/html,*/*;q=0.8"]).expect(200)
            #expect(try await page.text == service.stranger.get("/docs").expect(200).text)
            #expect(page.etag != index.etag && page.headers["vary"]?.contains("Accept") == true)
            try await service.stranger.get("/?a=1").expectProblem(422, "invalid_request")
            try await service.stranger.send("POST", "/").expectProblem(405, "method_not_allowed")
        }
    }

    @Test func theCatalogLeadsToWhatIsThere() async throws {
        try await Service.run { service in
            let catalog = try await service.stranger.get("/.well-known/api-catalog").expect(200)
            #expect(catalog.headers["content-type"] == "application/linkset+json")
            let links = catalog["linkset"].items.flatMap { $0.members.flatMap { $0.value.items } }
            #expect(links.count == 3)
            for link in links {
                let answer = try await service.stranger.get(link["href"].text ?? "").expect(200)
                #expect(answer.headers["content-type"]?.hasPrefix(link["type"].text ?? "-") == true)
            }
        }
    }

    /// Nothing here is for scripts of other origins, so no answer lets one read it.
    @Test func noOriginIsLetIn() async throws {
        try await Service.run { service in
            let headers = ["Origin": "https://example.org", "Access-Control-Request-Method": "GET"]
            let client = try await service.coordinator()
            for answer in [
                try await client.get("me", headers), try await client.send("OPTIONS", "me", .none, headers),
                try await service.stranger.get("/version", headers), try await service.stranger.get("me", headers),
            ] {
                #expect(!answer.headers.keys.contains { $0.hasPrefix("access-control-") }, "\(answer.path)")
                #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
            }
        }
    }

    @Test func aSecurityContactIsNamedWhereThereIsOne() async throws {
        try await Service.run { service in
            try await service.stranger.get("/.well-known/security.txt").expectProblem(404, "not_found")
            let contact = ["SELARAS_SECURITY_CONTACT": "mailto:keamanan@example.go.id"]
            try await Service.serving(service.database, environment: contact) { service in
                let text = try await service.stranger.get("/.well-known/security.txt").expect(200).text
                #expect(text.hasPrefix("Contact: mailto:keamanan@example.go.id\nExpires: "))
                let expires = try #require(text.firstMatch(of: #/Expires: (\S+)/#)?.1)
                let days = try Date(String(expires), strategy: .iso8601).timeIntervalSinceNow / 86_400
                #expect((170...180).contains(days))
            }
            let environment = service.database.loginEnvironment.merging(
                ["SELARAS_SECURITY_CONTACT": "keamanan"], uniquingKeysWith: { $1 })
            let server = try Program.built("selaras-server", environment: environment)
            let outcome = try await server.run(["serve", "--port", "0"])
            #expect(outcome.code == 2)
            #expect(outcome.error.contains("SELARAS_SECURITY_CONTACT"))
        }
    }
}
