internal import Phrasing
internal import Wire

/// What the service says of itself and of the token.
struct ServiceChecks {
    let service: Service
    /// Seconds since 1970 by this machine.
    let now: Int

    func findings() async -> [Finding] {
        var findings: [Finding] = []
        let answer: IncomingResponse
        do {
            // What the service says to anybody, so that a bad token is found apart.
            answer = try await service.send(
                .get, "/api/v1/limits", body: .none, headers: [("Accept", "application/json")])
        } catch {
            return [
                .fail(
                    service.base.hasPrefix("https://") ? "tls" : "service", Examination.words(error),
                    Phrase(
                        "lakukan yang tertulis di sampingnya, atau hubungi pengelola",
                        "do what is said beside it, or tell the operator"))
            ]
        }
        findings.append(transport)
        guard case .object = try? JSONValue(parsing: answer.body) else {
            return findings + [
                .fail("service", .notOurService(service.base), Phrase("periksa alamatnya", "check the address"))
            ]
        }
        findings.append(.ok("service", Phrase("melayani", "it serves")))
        if let version = await version() { findings.append(version) }
        findings.append(clock(answer))
        findings.append(await token())
        return findings
    }

    private var transport: Finding {
        if service.base.hasPrefix("https://") {
            return .ok("tls", Phrase("sertifikat dipercaya", "the certificate is trusted"))
        }
        guard ServiceURL.isOpenToListeners(service.base) else {
            return .ok("tls", Phrase("tidak perlu: mesin ini sendiri", "not needed: this machine itself"))
        }
        return .warn(
            "tls", .tokenOpenToListeners(service.base),
            Phrase("mintalah alamat https kepada pengelola", "ask the operator for an https address"))
    }

    private func clock(_ response: IncomingResponse) -> Finding {
        guard let text = response.header("Date"), let there = HTTPDate.seconds(text) else {
            return .warn(
                "clock", Phrase("layanan tidak menyebut waktunya", "the service does not tell its time"),
                Phrase("samakan jam dengan NTP", "set the clock by NTP"))
        }
        let skew = now - there
        guard abs(skew) > 60 else { return .ok("clock", Phrase("selisih \(skew) detik", "\(skew) s apart")) }
        return .warn(
            "clock", Phrase("jam mesin ini berselisih \(skew) detik", "this machine's clock is \(skew) s off"),
            Phrase("samakan jam dengan NTP", "set the clock by NTP"))
    }

    /// Whether program and service are of one series; nil where the service does not say.
    private func version() async -> Finding? {
        guard
            let answer = try? await service.send(
                .get, "/version", body: .none, headers: [("Accept", "application/json")]),
            let document = try? JSONValue(parsing: answer.body)
        else { return nil }
        return document["version"].text.map(Self.skew)
    }

    private static func skew(_ server: String) -> Finding {
        func series(_ version: String) -> [Substring] { Array(version.split(separator: ".").prefix(2)) }
        guard series(server) != series(Version.current) else { return .ok("server-version", Phrase(same: server)) }
        return .warn(
            "server-version",
            Phrase(
                "layanan \(server), program ini \(Version.current)",
                "service \(server), this program \(Version.current)"),
            Phrase("pasang versi yang sama dengan layanan", "install the version of the service"))
    }

    private func token() async -> Finding {
        guard service.token != nil else {
            return .warn(
                "token", Phrase("tidak ada token untuk alamat ini", "there is no token for this address"), .signInHint)
        }
        do {
            let me = try await service.get(Address("me")).value
            let name = Visible.text(me["name"].text ?? "")
            func role(_ language: Language) -> String { Cell.text(me["role"], .word(.role), in: language) }
            return .ok("token", Phrase("\(name) (\(role(.indonesian)))", "\(name) (\(role(.english)))"))
        } catch Failure.problem(let problem) where problem.status != 401 {
            // The service could not judge the token, which may be as good as ever.
            return .fail(
                "service", Examination.words(Failure.problem(problem)),
                Phrase(
                    "coba lagi sebentar lagi; bila tetap begini, hubungi pengelola",
                    "try again in a while; where it stays so, tell the operator"))
        } catch {
            return .fail("token", Examination.words(error), service.tokenRemedy ?? .signInHint)
        }
    }
}

/// `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110).
enum HTTPDate {
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Seconds since 1970; nil for what is no such date.
    static func seconds(_ text: String) -> Int? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, let day = Int(parts[1]), let month = months.firstIndex(of: String(parts[2])),
            let year = Int(parts[3])
        else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (1...31).contains(day), (1970...9999).contains(year) else { return nil }
        return days(year, month + 1, day) * 86_400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }

    /// Days since 1970-01-01, in years that begin in March, so that the leap day comes last.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let (era, ofEra) = (shifted / 400, shifted % 400)
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }
}
