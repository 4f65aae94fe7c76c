import Testing

@testable import selaras

@Suite struct ProgramStatusTests {
    @Test(arguments: [
        (400, ProgramStatus.invalid), (401, .notAllowed), (403, .notAllowed), (404, .notFound), (405, .failure),
        (409, .conflict), (410, .notFound), (412, .conflict), (413, .invalid), (415, .invalid), (422, .invalid),
        (428, .conflict), (429, .temporary), (500, .failure), (502, .temporary), (503, .temporary), (504, .temporary),
        (302, .failure),
    ])
    func ofStatus(_ status: Int, _ expected: ProgramStatus) async {
        #expect(ProgramStatus(httpStatus: status, code: nil) == expected)
        let session = Session(
            FakeTransport { _ in
                FakeTransport.answer(status, #"{"title":"T","detail":"D","code":"c","request_id":"q"}"#)
            })
        #expect(await session.run("whoami") == expected)
        #expect(session.output.isEmpty)
        #expect(session.error.contains("Kesalahan: T\nD\n"))
        #expect(session.error.hasSuffix("Kode: c · Nomor permintaan: q\n"))
    }

    @Test func aKeyInUsePasses() {
        #expect(ProgramStatus(httpStatus: 409, code: "idempotency_key_in_use") == .temporary)
    }

    @Test(arguments: [
        "weak", "nosuch", "weak 63", "weak 63.02.12.2005 --nosuch", "lokus list -o xml", "survey import",
        "lokus register 63.02.12.2005 --year 2025 --decree-number 1",
        "report submit --lokus 63.02.12.2005/2025 --intervention A --year 2025 --quarter 3 --draft",
        "report return --lokus 63.02.12.2005/2025 --intervention A --year 2025 --quarter 3",
        "report submit --lokus 63.02.12.2005/2025 --intervention A --year 2025 --quarter 5 --nil",
        "report submit --lokus 63.02.12.2005/2025 --intervention A --year 2025 --quarter 3 --nil --physical 1",
        "report correct --lokus 63.02.12.2005/2025 --intervention A --year 2025 --quarter 3",
        "lokus list --limit 0", "login --token-stdin --token-file x", "whoami --timeout 0",
    ])
    func usage(_ arguments: String) async {
        let session = Session(FakeTransport([:]))
        #expect(await session.run(arguments) == .usage)
        #expect(session.output.isEmpty)
        #expect(session.error.hasPrefix("Kesalahan: "))
        #expect(!session.error.contains("Error") && !session.error.contains("Usage"))
    }

    @Test(arguments: ["--version", "--help", "help exit-codes", "help survey import", "survey"])
    func answers(_ arguments: String) async {
        let session = Session(FakeTransport([:]))
        #expect(await session.run(arguments) == .success)
        #expect(session.error.isEmpty)
        #expect(!session.output.isEmpty)
        #expect(!session.output.contains("OVERVIEW") && !session.output.contains("USAGE"))
    }

    @Test func everyCodeIsExplained() async {
        let session = Session(FakeTransport([:]))
        _ = await session.run("help exit-codes")
        for status in ProgramStatus.allCases { #expect(session.output.contains("\(status.rawValue)  ")) }
    }

    @Test(arguments: [
        (TransportFailure.unreachable(.refused), ProgramStatus.temporary), (.timedOut, .temporary),
        (.reset, .temporary),
        (.answerTooLarge, .failure),
    ])
    func withoutAnswer(_ failure: TransportFailure, _ expected: ProgramStatus) async {
        let session = Session(FakeTransport { _ throws(TransportFailure) in throw failure })
        #expect(await session.run("whoami") == expected)
        #expect(session.output.isEmpty)
        #expect(!session.error.isEmpty)
    }
}
