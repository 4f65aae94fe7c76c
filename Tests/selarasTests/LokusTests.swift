import Testing

@testable import selaras

@Suite struct LokusTests {
    private let weak = #"{"lokus":{},"round":{},"items":[]}"#

    @Test(arguments: [
        ("63.02.12.2005/2025", "/api/v1/lokus?desa_code=63.02.12.2005&year=2025&page_size=1000"),
        ("63.02.12.2005", "/api/v1/lokus?desa_code=63.02.12.2005&page_size=1000"),
    ])
    func byDesa(_ name: String, _ path: String) async {
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET \(Documents.lokusPath)/weak-indicators": weak,
        ])
        #expect(await Session(transport).run("weak \(name)") == .success)
        #expect(transport.asked.first?.path == path)
        #expect(transport.asked.last?.path == "/api/v1\(Documents.lokusPath)/weak-indicators?purpose=baseline")
    }

    @Test func byIdentifier() async {
        let transport = FakeTransport([
            "GET \(Documents.lokusPath)": Documents.lokus, "GET \(Documents.lokusPath)/weak-indicators": weak,
        ])
        #expect(await Session(transport).run("weak 0197a1b2-0000-7000-8000-000000000001") == .success)
    }

    @Test func unknown() async {
        let session = Session(FakeTransport(["GET /lokus": #"{"items":[],"next_page_token":null}"#]))
        #expect(await session.run("weak 63.02.12.2005/2024") == .notFound)
        #expect(
            session.error
                == "Kesalahan: tidak ada desa/kelurahan lokus 63.02.12.2005 tahun 2024. Yang ada: selaras lokus "
                + "list; daftarkan dengan: selaras lokus register 63.02.12.2005 --year 2024\n")
    }

    @Test func severalYears() async {
        let list = #"{"items":[{"id":"a","year":2026},{"id":"b","year":2023}],"next_page_token":null}"#
        let session = Session(FakeTransport(["GET /lokus": list]))
        #expect(await session.run("weak 63.02.12.2005") == .usage)
        #expect(session.error.contains("2026, 2023"))
        #expect(session.error.contains("63.02.12.2005/2026"))
    }

    @Test func noSuchRound() async {
        let session = Session(FakeTransport(["GET /lokus": Documents.lokusList]))
        #expect(await session.run("survey show 63.02.12.2005/2025 --purpose resurvey") == .notFound)
        #expect(
            session.error == "Kesalahan: 63.02.12.2005/2025 belum mempunyai pendataan ulang. Kirim berkasnya dahulu: "
                + "selaras survey import BERKAS.csv --lokus 63.02.12.2005/2025 --purpose resurvey\n")
    }
}
