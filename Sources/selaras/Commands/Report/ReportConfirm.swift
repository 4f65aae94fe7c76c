internal import ArgumentParser
internal import Planning
internal import Wire

struct ReportConfirm: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "confirm",
            Phrase(
                "Desa/kelurahan mengonfirmasi bahwa yang dilaporkan sudah diterima.",
                "A village confirms that what is reported has arrived."),
            examples: [
                """
                selaras report confirm --lokus 63.02.12.2005/2025 \\
                  --intervention SPH25-01 --year 2025 --quarter 3
                """
            ],
            more: Phrase(
                "Untuk akun desa/kelurahan lokus itu; yang menunggu: selaras inbox. Konfirmasi berlaku untuk realisasi fisik dan "
                    + "volume yang dilihat. Bila keduanya diperbaiki sesudahnya, laporan itu menunggu konfirmasi lagi. Angka "
                    + "yang dihitung tidak berubah.",
                "For the account of that village; what waits: selaras inbox. It is about the physical progress and the quantity "
                    + "that were read. Where these are corrected afterwards, the report waits for the village again. No figure "
                    + "that counts changes."))
    }

    @Option(help: .of("Catatan, bila perlu.", "A note, if there is something to add.", .text))
    var note: String?

    @OptionGroup var options: ReportStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws {
        var body = JSONObject()
        body["note"] = note.map { .string($0) }
        try await context.post("confirm", options, body)
    }
}

struct ReportDispute: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "dispute",
            Phrase(
                "Desa/kelurahan menyanggah yang dilaporkan.", "A village disputes what is reported."),
            examples: [
                """
                selaras report dispute --lokus 63.02.12.2005/2025 \\
                  --intervention SPH25-01 --year 2025 --quarter 3 \\
                  --quantity 12 --note "Baru 12 bilik WC terpasang"
                """
            ],
            more: Phrase(
                "Untuk akun desa/kelurahan lokus itu. Sanggahan dibaca di samping laporan sebelum diverifikasi dan menjadi temuan "
                    + "rencana aksi (selaras plan review); angka yang dihitung tidak berubah. Dicabut dengan selaras report "
                    + "confirm.",
                "For the account of that village. A dispute is read beside the report before it is verified, and is a finding on "
                    + "the plan (selaras plan review); no figure that counts changes. It is taken back with selaras report "
                    + "confirm."))
    }

    @Option(help: .of("Apa yang tidak sesuai.", "What is not so.", .text))
    var note: String

    @Option(
        help: .of(
            "Volume s.d. periode ini menurut desa, bila berbeda.",
            "Volume up to this period by the village's count, if another.",
            .quantity))
    var quantity: Decimal?

    @OptionGroup var options: ReportStepOptions

    var common: CommonOptions { options.common }

    func run(in context: Context) async throws {
        var body = JSONObject([("note", .string(note))])
        body["quantity"] = quantity.map { .number($0.number) }
        try await context.post("dispute", options, body)
    }
}
