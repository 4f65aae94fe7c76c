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
                "Indeks Kualitas Keluarga (IKK) 75,91 → 78,63 (+2,72 poin; rentang yang mungkin +1,92 s.d. +3,53)",
                "1 merah → 1 merah: KLS-02 keluar; KKSB-01 masuk",
            ])
        #expect(lines[3] == "Di sekitar batas merah: KKSB-01")
        // A bar lies around its change, and shows whether it reaches zero.
        let wanted = [
            "Kode      Awal  Akhir  Perubahan  -30     0     +30  Kesimpulan",
            "───────  ─────  ─────  ─────────  ─────────────────  ───────────────────────────",
            "KLS-02   59,29  81,19     +21,90          |   --o--  Membaik",
            "KKSB-01  78,95  73,68      -5,26       --o+          Belum (banyak perbandingan)",
        ]
        for (line, start) in zip(lines[6...9], wanted) { #expect(line.hasPrefix(start)) }
        #expect(lines[8].contains("keluar dari merah") && lines[9].contains("masuk merah"))
        #expect(lines.contains { $0.contains("249 keluarga yang sama di dua pendataan.") })
        #expect(!session.output.contains("Nilai p"))
        #expect(session.output.contains("belum lapor"))
        #expect(session.output.contains("TW IV TA 2025: nihil"))
        #expect(session.output.contains("bukan bukti bahwa intervensi menyebabkan perubahan itu."))
        #expect(!session.output.contains("dampak"))
    }

    @Test func twoVersionsOfAFramework() async {
        let bridged = """
            "framework_version":2,"bridged":{"before":{"framework_version":1,"ikk":75.91,"left_out":["KLS-03","KKE-01"]},\
            "after":{"framework_version":2,"ikk":80.10,"left_out":[]}},"before":
            """
        let document = Documents.comparison.replacing(#""framework_version":1,"before":"#, with: bridged)
        let session = Session(
            FakeTransport([
                "GET /lokus": Documents.lokusList, "GET \(Documents.lokusPath)/comparison": document,
            ]))
        #expect(await session.run("compare 63.02.12.2005/2025") == .success)
        let lines = session.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(
            lines[2...3] == [
                "Pendataan memakai versi kerangka yang berbeda (1 dan 2): semua angka di sini atas 2 indikator yang setara, "
                    + "menurut versi 2. IKK saat ditutup: 75,91 → 80,10.",
                "Tidak disertakan dari versi 1: KLS-03, KKE-01",
            ])
    }

    @Test func statistics() async {
        let session = Session(
            FakeTransport([
                "GET /lokus": Documents.lokusList, "GET \(Documents.lokusPath)/comparison": Documents.comparison,
            ]))
        #expect(await session.run("compare 63.02.12.2005/2025 --statistics") == .success)
        let row = session.output.split(separator: "\n").first { $0.hasPrefix("KKSB-01") }
        let cells = row?.split(separator: " ", omittingEmptySubsequences: true).map(String.init) ?? []
        #expect(cells.prefix(7) == ["KKSB-01", "-5,26", "–", "-10,20", "-0,40", "0,0351", "0,0926"])
        #expect(cells.contains("1,25") && session.output.contains("Di sekitar batas"))
        #expect(session.output.contains("<0,0001") && session.output.contains("2 indikator diuji bersama"))
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
                == "code,before,change,transition\r\nIKK,75.91,2.7249225037,\r\nKLS,75.83,7.7838861319,\r\nKLS-02,59.29,21.9006251522,weak_to_clear\r\n"
                + "KKSB-01,78.95,-5.26315789474,clear_to_weak\r\n")
    }

    @Test func nothingMoved() {
        #expect(
            Phrase.weakHeadline(9, 9, left: [], joined: []).text(in: .indonesian)
                == "9 merah → 9 merah: tidak ada yang keluar atau masuk")
    }
}
