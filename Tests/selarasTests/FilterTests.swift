import Phrasing
import Testing

@testable import selaras

/// A list that is empty because nothing is called so is told from one that is empty.
@Suite struct FilterTests {
    private static let agencies = #"{"items":[{"code":"PUPR"},{"code":"DINKES"}],"next_page_token":null}"#

    private var transport: FakeTransport {
        FakeTransport { asked in
            if asked.path.hasPrefix("/api/v1/regions/63.02") { return FakeTransport.answer(200, #"{"code":"63.02"}"#) }
            if asked.path.hasPrefix("/api/v1/regions/") { return FakeTransport.answer(404, #"{"code":"not_found"}"#) }
            guard asked.path.hasPrefix("/api/v1/agencies") else { return FakeTransport.answer(200, #"{"items":[]}"#) }
            let isKnown = !asked.path.contains("code=") || asked.path.contains("code=eq.PUPR")
            return FakeTransport.answer(200, isKnown ? Self.agencies : #"{"items":[]}"#)
        }
    }

    @Test(arguments: [
        "intervention list --agency PURP", "intervention list --agency PURP -o csv", "report list --agency purp",
        "inbox --agency PURP", "report template --agency PURP", "intervention list --filter agency_code=PURP",
        "report list --filter agency_code=eq.PURP", "inbox --filter agency_code=PURP",
    ])
    func unknownAgency(_ line: String) async {
        for (language, sentence) in [
            (Language.indonesian, "Mungkin maksudnya 'PUPR'?"), (.english, "Did you mean 'PUPR'?"),
        ] {
            let session = Session(transport, language: language)
            #expect(await session.run(line) == .notFound)
            #expect(session.output.isEmpty && session.error.contains(sentence), "\(session.error)")
        }
    }

    @Test(arguments: [
        "intervention list --agency PUPR", "intervention list --filter agency_code=in.(PURP,X)",
        "intervention list --filter agency_code=neq.PURP", "inbox", "lokus list --kabupaten 63.02",
    ])
    func knownAgency(_ line: String) async {
        let session = Session(transport)
        #expect(await session.run(line) == .success)
        #expect(session.error == "Tidak ada data.\n")
    }

    @Test(arguments: ["lokus list --kabupaten 63.99", "agency list --kabupaten 64.02", "region search a --under 99"])
    func unknownRegion(_ line: String) async {
        let session = Session(transport)
        #expect(await session.run(line) == .notFound)
        #expect(session.error.contains("tidak ada wilayah dengan kode"))
        let english = Session(transport, language: .english)
        #expect(await english.run(line) == .notFound)
        #expect(english.error.contains("there is no region with the code"))
    }

    /// One reference is asked for, and not the whole plan.
    @Test func oneReferenceIsOneRow() async {
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /interventions": Documents.interventions,
            "GET /interventions/i1": Documents.intervention,
        ])
        #expect(await Session(transport).run("intervention show SPH25-01 --lokus 63.02.12.2005") == .success)
        #expect(transport.asked.map(\.path).contains { $0.contains("plan_id=p1&reference=eq.SPH25-01") })
    }

    @Test(arguments: [
        (Language.indonesian, "belum mempunyai pendataan ulang", "pendataan awal 63.02.12.2005/2025 belum ditutup"),
        (.english, "has no re-survey yet", "the baseline of 63.02.12.2005/2025 is not closed"),
    ])
    func whatCannotBeCompared(_ language: Language, _ missing: String, _ open: String) async {
        let transport = FakeTransport { asked in
            asked.path.contains("comparison")
                ? FakeTransport.answer(409, #"{"code":"round_is_not_closed","title":"T"}"#)
                : FakeTransport.answer(200, Documents.lokusList)
        }
        let session = Session(transport, language: language)
        #expect(await session.run("compare 63.02.12.2005/2025") == .notFound)
        #expect(session.error.contains(missing) && session.error.contains("--after"))
        let second = Session(transport, language: language)
        #expect(await second.run("compare 63.02.12.2005/2025 --after baseline") == .conflict)
        #expect(second.error.contains(open))
    }

    /// What is agreed to is what is done.
    @Test func assigningAllNamesHowMany() async {
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET /interventions": #"{"items":[],"total":15}"#,
            "POST /action-plans/p1/assign": #"{"assigned":15}"#,
        ])
        let session = Session(transport, secret: "", line: "y")
        #expect(await session.run("plan assign 63.02.12.2005") == .success)
        #expect(session.error.contains("Tugaskan 15 intervensi usulan Sampanahan"))
        #expect(transport.asked.last?.path == "/api/v1/action-plans/p1/assign?max_affected=15")
        #expect(transport.asked.last?.headers["If-Match"] == nil)
        _ = await Session(transport).run("plan assign 63.02.12.2005 --yes --max-affected 3")
        #expect(transport.asked.last?.path == "/api/v1/action-plans/p1/assign?max_affected=3")
    }

    @Test(arguments: [
        (Unreachable.untrusted, "tidak dipercaya", "not trusted", ProgramStatus.failure),
        (.otherName, "untuk nama lain", "for another name", .failure),
        (.noTLS, "tidak memakai https", "does not speak https", .failure),
        (.refused, "sambungan ditolak", "connection refused", .temporary),
        (.unknownName, "DNS", "DNS", .temporary), (.noAnswer, "tidak ada yang menjawab", "nobody answers", .temporary),
        (.other("handshakeFailed at /x.cc:3"), "--debug", "--debug", .temporary),
    ])
    func noAnswer(_ obstacle: Unreachable, _ indonesian: String, _ english: String, _ status: ProgramStatus) async {
        for (language, words) in [(Language.indonesian, indonesian), (.english, english)] {
            let session = Session(
                FakeTransport { () throws(TransportFailure) -> IncomingResponse in throw .unreachable(obstacle) },
                language: language)
            #expect(await session.run("whoami") == status)
            #expect(session.error.contains(words) && !session.error.contains(".cc"), "\(session.error)")
        }
    }
}
