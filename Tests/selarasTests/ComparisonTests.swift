import Phrasing
import Testing

@testable import selaras

@Suite struct ComparisonTests {
    @Test func page() async {
        let session = Session(
            FakeTransport([
                "GET /lokus": Documents.lokusList, "GET \(Documents.lokusPath)/comparison": Documents.comparison,
            ]))
        #expect(await session.run("compare 63.02.12.2005/2025") == .success)
        let lines = session.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines.prefix(3) == [
                "Perbandingan pendataan awal dan pendataan ulang: Sampanahan (63.02.12.2005), lokus tahun 2025",
                "IKK 75,91 → 78,63 (+2,72 poin)",
                "1 merah → 1 merah: KLS-02 keluar; KKSB-01 masuk",
            ])
        #expect(
            lines[10...12] == [
                "Kode     Indikator       Kondisi awal  Kondisi akhir  Perubahan (poin persen)  Status             Sumbangan (poin)  Intervensi",
                "───────  ──────────────  ────────────  ─────────────  ───────────────────────  ─────────────────  ────────────────  ──────────",
                "KLS-02   Akta kelahiran       59,29 %        81,19 %                   +21,90  keluar dari merah             +1,46  SPH25-06",
            ])
        #expect(lines[13].contains("masuk merah"))
        #expect(session.output.contains("belum lapor"))
        #expect(session.output.contains("TW IV TA 2025: nihil"))
        #expect(session.output.contains("bukan bukti bahwa intervensi menyebabkan perubahan itu."))
        #expect(!session.output.contains("dampak"))
    }

    @Test func csv() async {
        let session = Session(
            FakeTransport([
                "GET /lokus": Documents.lokusList, "GET \(Documents.lokusPath)/comparison": Documents.comparison,
            ]))
        #expect(
            await session.run("compare 63.02.12.2005/2025 -o csv --columns code,before,change,transition") == .success)
        #expect(
            session.output
                == "code,before,change,transition\r\nKLS-02,59.29,21.9006251522,weak_to_clear\r\n"
                + "KKSB-01,78.95,-5.26315789474,clear_to_weak\r\n")
    }

    @Test func nothingMoved() {
        #expect(
            Phrase.weakHeadline(9, 9, left: [], joined: []).text(in: .indonesian)
                == "9 merah → 9 merah: tidak ada yang keluar atau masuk")
    }
}
