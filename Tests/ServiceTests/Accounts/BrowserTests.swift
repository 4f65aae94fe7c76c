import Foundation
import Planning
import Support
import Testing
import Wire

/// Sessions in cookies: what a browser is given, and what other people's pages can make it do.
@Suite struct BrowserTests {
    @Test func aSessionLivesInACookieThatNoScriptReads() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let made = try await siti.signIn(["transport": "cookie"]).expect(201)
            #expect(made["token"].isNull && made.headers["cache-control"] == "no-store")
            let set = try #require(made.headers["set-cookie"])
            #expect(
                set.wholeMatch(of: /__Host-selaras=slr_[0-9A-Za-z]{49}; Path=\/; Secure; HttpOnly; SameSite=Lax/) != nil
            )
            let browser = try Browser(made, service)
            #expect(!made.text.contains(browser.secret))

            let me = try await browser.get("me").expect(200)
            #expect(me["account"]["email"].text == siti.email && me["csrf_token"].text == browser.proof)
            #expect(me.headers["cache-control"] == "no-store")
            try await browser.get("lokus").expect(200)
            let lokus: JSONValue = ["desa_code": "63.02.12.2005", "year": 2024]
            try await browser.send("POST", "lokus", .json(lokus)).expect(201)
            let sessions = try await browser.get("sessions").expect(200).items
            #expect(sessions.map { $0["current"].flag } == [true])

            let out = try await browser.send("DELETE", "sessions/current").expect(204)
            #expect(
                out.headers["set-cookie"]
                    == "__Host-selaras=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax")
            try await browser.get("me").expectProblem(401, "unauthenticated")
            #expect(!service.server.log.contains(browser.secret) && !service.server.log.contains(browser.proof))

            // Programs go on as ever.
            let token = try await siti.signIn(["transport": "token"]).expect(201)
            #expect(token.headers["set-cookie"] == nil && token["csrf_token"].isNull)
            let program = Client(url: service.url, token: token["token"].text)
            #expect(try await program.get("me").expect(200)["csrf_token"].isNull)
            try await siti.signIn(["transport": "post"]).expectProblem(422, "invalid_request")
        }
    }

    /// Whatever somebody else's page makes the browser send, with the cookie that it then sends along.
    @Test func othersPagesChangeNothing() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let browser = try Browser(try await siti.signIn(["transport": "cookie"]).expect(201), service)
            let another = try Browser(try await siti.signIn(["transport": "cookie"]).expect(201), service)
            let id = try await browser.send(
                "POST", "lokus", .json(["desa_code": "63.02.12.2005", "year": 2024])
            ).expect(201).id
            let host = String(service.url.dropFirst("http://".count))
            let before = try await service.database.digest()
            let attacks: [(String, Client.Body)] = [
                ("POST lokus", .json(["desa_code": "63.02.14.2008", "year": 2030])),
                ("PATCH lokus/\(id)", .json(["decree_number": "1", "decree_on": "2024-02-01"])),
                ("DELETE sessions/current", .none), ("DELETE sessions/\(another.session)", .none),
                (
                    "PUT me/password",
                    .json([
                        "current_password": .string(Person.password), "new_password": "gerimis di atas atap seng tua",
                    ])
                ),
                ("POST me/second-factor", .json(["current_password": .string(Person.password)])),
                ("POST accounts/\(id)/disable", .none),
                ("POST lokus/\(id)/survey-imports?purpose=baseline", .csv("family_id\n")),
            ]
            let proof = ["Selaras-CSRF-Token": browser.proof]
            let foreign: [Client.Headers] = [
                ["Origin": "https://jahat.example"], ["Origin": "null"], ["Origin": ""],
                ["Origin": "https://\(host).jahat.example"], ["Origin": "https://jahat.example/\(host)"],
                ["Origin": "https://x.\(host)"], ["Sec-Fetch-Site": "cross-site"], ["Sec-Fetch-Site": "same-site"],
                ["Sec-Fetch-Site": "none"], ["Origin": "http://\(host)", "Sec-Fetch-Site": "cross-site"],
            ]
            for (attack, body) in attacks {
                let (method, path) = (
                    String(attack.prefix { $0 != " " }), String(attack.drop { $0 != " " }.dropFirst())
                )
                for headers in foreign {
                    // Not even with what only a page of ours can know.
                    try await browser.raw(method, path, body, headers.merging(proof) { $1 })
                        .expectProblem(403, "cross_site_request")
                }
                for headers: Client.Headers in [
                    [:], ["Selaras-CSRF-Token": ""], ["Selaras-CSRF-Token": another.proof],
                    ["Selaras-CSRF-Token": String(browser.proof.dropLast())],
                    ["Selaras-CSRF-Token": browser.proof.uppercased()], ["Origin": "http://\(host)"],
                    ["Sec-Fetch-Site": "same-origin"],
                ] {
                    try await browser.raw(method, path, body, headers).expectProblem(403, "csrf_token_required")
                }
            }
            #expect(try await service.database.digest() == before)
            // Ours does, with all that browsers say, also behind a proxy that leaves out the port.
            let name = String(host.prefix { $0 != ":" })
            for (year, origin) in [(2031, "http://\(host)"), (2032, "https://\(name)")] {
                try await browser.raw(
                    "POST", "lokus", .json(["desa_code": "63.02.12.2005", "year": .integer(year)]),
                    ["Origin": origin, "Sec-Fetch-Site": "same-origin"].merging(proof) { $1 }
                ).expect(201)
            }
            // A stranger's page cannot sign somebody in in its own name.
            for headers in foreign where headers["Origin"] != "" {
                try await service.stranger.post(
                    "sessions",
                    ["email": .string(siti.email), "password": .string(Person.password), "transport": "cookie"], headers
                ).expectProblem(403, "cross_site_request")
            }
            // Nor by a form, which sends no JSON.
            for type in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
                try await service.stranger.send(
                    "POST", "sessions", .bytes(Array(#"{"email":"a@b","password":"x"}"#.utf8), type: type)
                ).expect(415)
            }
        }
    }

    @Test func oneOrTheOther() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let browser = try Browser(try await siti.signIn(["transport": "cookie"]).expect(201), service)
            let both = ["Authorization": "Bearer \(browser.secret)"]
            try await browser.raw("GET", "me", .none, both).expectProblem(400, "credentials_given_twice")
            try await browser.raw("GET", "me", .none, ["Authorization": "Basic x"])
                .expectProblem(400, "credentials_given_twice")
            let cookie = "__Host-selaras=\(browser.secret)"
            for (cookies, status) in [
                (cookie, 200), ("a=b; \(cookie); c", 200), ("\(cookie); __Host-selaras=x", 400), ("selaras=x", 401),
                ("__Host-selaras=x", 401), ("__host-selaras=\(browser.secret)", 401), ("__Host-selaras", 401),
                ("__Host-selaras=\"\(browser.secret)\"", 401), ("__Host-selaras=\(TokenSecret.random().text)", 401),
            ] {
                try await service.stranger.get("me", ["Cookie": cookies]).expect(status)
            }
            // What is open to everybody is so for whoever has a cookie.
            try await service.stranger.get("limits", ["Cookie": cookie]).expect(200)
        }
    }

    /// No other origin may read us, ask us beforehand, or frame us.
    @Test func nothingIsOpenToOtherOrigins() async throws {
        try await Service.run { service in
            let siti = try await service.person()
            let browser = try Browser(try await siti.signIn(["transport": "cookie"]).expect(201), service)
            let origin = ["Origin": "https://jahat.example"]
            let asked = [
                "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "selaras-csrf-token",
            ]
            var answers: [Answer] = []
            for path in ["lokus", "sessions", "me", "open-data", "/docs", "/problems/not_found", "/tiada"] {
                answers.append(
                    try await service.stranger.send("OPTIONS", path, .none, origin.merging(asked) { $1 }))
                answers.append(try await browser.raw("GET", path, .none, origin))
            }
            answers.append(try await browser.raw("POST", "lokus", .none, origin))
            for answer in answers {
                let allowing = answer.headers.keys.filter { $0.hasPrefix("access-control-") }
                #expect(allowing.isEmpty, "\(answer.path): \(allowing)")
                #expect(answer.headers["x-content-type-options"] == "nosniff")
                #expect(answer.headers["referrer-policy"] == "no-referrer")
                #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
                #expect(answer.headers["content-security-policy"]?.contains("frame-ancestors 'none'") == true)
                #expect(answer.headers["content-security-policy"]?.contains("default-src 'none'") == true)
            }
        }
    }
}

/// Somebody's browser, signed in.
private struct Browser: Sendable {
    let secret: String
    let proof: String
    let session: String
    private let client: Client

    init(_ made: Answer, _ service: Service) throws {
        let set = try #require(made.headers["set-cookie"])
        secret = String(set.drop { $0 != "=" }.dropFirst().prefix { $0 != ";" })
        proof = try #require(made["csrf_token"].text)
        session = made.id
        client = service.stranger
    }

    func get(_ path: String) async throws -> Answer { try await raw("GET", path, .none, [:]) }

    /// As a page of ours sends it.
    func send(_ method: String, _ path: String, _ body: Client.Body = .none) async throws -> Answer {
        try await raw(method, path, body, ["Selaras-CSRF-Token": proof])
    }

    /// With the cookie and what is stated.
    func raw(_ method: String, _ path: String, _ body: Client.Body, _ headers: Client.Headers) async throws -> Answer {
        var headers = headers
        headers["Cookie"] = "__Host-selaras=\(secret)"
        if method == "PATCH" { headers["If-Match"] = "\"1\"" }
        return try await client.send(method, path, body, headers)
    }
}

extension Person {
    fileprivate func signIn(_ extra: JSONValue) async throws -> Answer { try await signIn(from: nil, extra) }
}
