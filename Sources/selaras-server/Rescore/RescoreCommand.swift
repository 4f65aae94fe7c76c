import ArgumentParser
import LibPQ
import Store

struct RescoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rescore",
        abstract: spoken(
            id: "Menghitung ulang dasar statistik pendataan yang sudah ditutup.",
            en: "Compute again what statistics rest on, of closed survey rounds."),
        discussion: spoken(
            id: """
                Ragam jawaban keluarga, yang menjadi dasar selang kepercayaan dan uji perubahan, dihitung ulang dari \
                jawaban yang tersimpan, satu transaksi untuk setiap pendataan: boleh dihentikan kapan saja, lalu \
                dijalankan lagi. Yang sama tidak ditulis ulang. Nilai indikator, dimensi, dan IKK tidak pernah \
                diubah; bila tidak lagi sesuai dengan jawaban keluarga, pendataannya disebutkan dan kode keluarnya 1.
                """,
            en: """
                How the answers of families vary, which intervals and tests of a change rest on, is computed again \
                from the stored answers, each round in a transaction of its own: it may be stopped at any time and \
                run again. What is the same is not written again. Values of indicators, dimensions and the index are \
                never changed; a round whose values no longer follow from its families is named, and the exit code \
                is 1.
                """))

    @Flag(
        help: "\(spoken(id: "Hanya pendataan yang belum mempunyainya.", en: "Only rounds of which there is none."))")
    var missing = false

    func run() async throws {
        let report = RescoringReport()
        let outcome = try await Rescoring(Self.connectionOptions(), tasks: RescoringReport.tasks)
            .run(onlyMissing: missing, progress: report.progress)
        report.print(outcome)
        if !outcome.differing.isEmpty { throw ExitCode(Failure.Code.refused.rawValue) }
    }
}
