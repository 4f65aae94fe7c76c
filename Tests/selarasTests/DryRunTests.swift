import Phrasing
import Testing

@testable import selaras

@Suite struct DryRunTests {
    private var changed: String {
        Documents.lokus.replacing("\"decree_number\":null", with: "\"decree_number\":\"188/1\"")
    }

    private func transport(_ answer: String) -> FakeTransport {
        FakeTransport([
            "GET /lokus": Documents.lokusList, "GET \(Documents.lokusPath)": Documents.lokus,
            "PATCH \(Documents.lokusPath)": answer,
        ])
    }

    private let line = "lokus decree 63.02.12.2005/2025 --number 188/1 --on 2025-03-14 --dry-run"

    @Test func showsWhatWouldChange() async {
        let transport = transport(changed)
        let session = Session(transport)
        #expect(await session.run(line) == .success)
        #expect(transport.asked.last?.path.hasSuffix("?dry_run=true") == true)
        #expect(session.error == "Simulasi (tidak disimpan): Lokus 63.02.12.2005/2025.\n")
        #expect(session.output.hasPrefix("Yang akan berubah\n  Nomor SK: – → 188/1\n\nSampanahan (63.02.12.2005)"))
    }

    @Test func inEnglish() async {
        let session = Session(transport(changed), language: .english)
        #expect(await session.run(line) == .success)
        #expect(session.error == "Dry run (nothing is stored): Lokus 63.02.12.2005/2025.\n")
        #expect(session.output.hasPrefix("What would change\n  Decree number: – → 188/1\n"))
    }

    @Test func nothingWouldChange() async {
        let session = Session(transport(Documents.lokus))
        #expect(await session.run(line) == .success)
        #expect(session.output.hasPrefix("Tidak ada yang akan berubah.\n"))
    }

    @Test func machinesGetTheDocument() async {
        let session = Session(transport(changed))
        #expect(await session.run(line + " --json --quiet") == .success)
        #expect(session.output == changed + "\n")
        #expect(session.error.isEmpty)
    }
}
