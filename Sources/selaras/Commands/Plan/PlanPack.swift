internal import ArgumentParser

struct PlanPack: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "pack",
            Phrase(
                "Bahan rakor untuk dicetak: satu halaman HTML, ke keluaran atau dengan --write ke berkas.",
                "The papers of the rakor to be printed: one HTML page, to the output or with --write to a file."),
            examples: [
                "selaras plan pack 63.02.12.2005/2025 --write rakor.html",
                "selaras plan pack 63.02.12.2005/2025 --agency PUPR > pupr.html",
            ],
            more: Phrase(
                "Ringkasan untuk koordinator, satu lembar untuk setiap perangkat daerah, matriks intervensi, usulan anggaran, "
                    + "daftar hadir, dan notulen. Buka di peramban lalu cetak pada A4.",
                "A summary for the coordinator, a sheet for each agency, the matrix, proposals for budgets, attendance and "
                    + "minutes. Open it in a browser and print it on A4."))
    }

    @Argument(help: .lokus, completion: .lokus)
    var lokus: LokusReference

    @Option(
        help: .of("Hanya lembar perangkat daerah ini.", "Only the sheet of this agency.", .code), completion: .agency)
    var agency: String?

    @Option(
        help: .of(
            "Tulis ke berkas ini; berkas yang sudah ada tidak ditimpa.",
            "Write to this file; one that exists is not overwritten.", .file),
        completion: .file(extensions: ["html"]))
    var write: String?

    @OptionGroup var past: PastOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        try write.map { path throws(Failure) in try FileText.requireNew(path) }
        let service = try context.service(common)
        try await service.requireAgency(agency)
        let address = Address("action-plans", try await service.lokus(lokus).planID(), "pack").with("agency", agency)
            .with(past)
        let page = try await service.send(.get, address.text, body: .none, headers: [("Accept", "text/html")])
        guard let write else { return try context.console.writeOutput(page.body) }
        try FileText.write(String(decoding: page.body, as: UTF8.self), to: write, mode: 0o644)
        context.note(.packWritten(write), common)
    }
}
