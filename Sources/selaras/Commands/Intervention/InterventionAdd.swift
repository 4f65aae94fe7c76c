internal import ArgumentParser
internal import Wire

struct InterventionAdd: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Tambahkan sebuah intervensi ke rencana aksi.",
        discussion: """
            Contoh:
              selaras intervention add SPH25-01 --lokus 63.02.12.2005/2025 \\
                --agency PUPR --title "Pembangunan bilik WC dan tangki septik" \\
                --indicators KKE-02,KKF-03 --quantity 45 --unit unit \\
                --starts-on 2025-08-01 --ends-on 2025-12-15 \\
                --funding apbd_kabupaten=405000000

            Sumber dana: apbd_kabupaten, apbd_provinsi, apbn, apbdes, csr, baznas, swadaya, other, none. \
            --funding boleh ditulis beberapa kali.
            """)

    @Argument(help: ArgumentHelp("Rujukan intervensi, unik dalam rencana aksi.", valueName: "rujukan"))
    var reference: String

    @Option(help: LokusHelp.text)
    var lokus: LokusReference

    @Option(help: ArgumentHelp("Kode perangkat daerah.", valueName: "kode"))
    var agency: String

    @Option(help: ArgumentHelp("Nama intervensi.", valueName: "teks"))
    var title: String

    @Option(help: ArgumentHelp("Kode indikator sasaran, dipisahkan koma.", valueName: "kode,…"))
    var indicators: Codes

    @Option(help: ArgumentHelp("Target volume.", valueName: "jumlah"))
    var quantity: Decimal

    @Option(help: ArgumentHelp("Satuan target.", valueName: "satuan"))
    var unit: String

    @Option(help: ArgumentHelp("Mulai (TTTT-BB-HH).", valueName: "tanggal"))
    var startsOn: Day

    @Option(help: ArgumentHelp("Selesai (TTTT-BB-HH).", valueName: "tanggal"))
    var endsOn: Day

    @Option(help: ArgumentHelp("Sumber dana dan pagunya, misalnya apbn=64800000.", valueName: "sumber=jumlah"))
    var funding: [Funding] = []

    @Option(help: ArgumentHelp("Kode katalog intervensi.", valueName: "kode"))
    var catalogue: String?

    @Option(help: ArgumentHelp("Catatan.", valueName: "teks"))
    var note: String?

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var output: OutputOptions

    func run(in context: Context) async throws {
        let service = try context.service(connection)
        let plan = try await service.lokus(lokus).planID()
        let document = try await service.post(Address("action-plans", plan, "interventions"), .object(body))
        try context.show(
            InterventionView.answer(document, context.language, first: .added(.intervention(reference))), output)
    }

    private var body: JSONObject {
        var body = JSONObject([
            ("reference", .string(reference)), ("agency_code", .string(agency)), ("title", .string(title)),
            ("indicators", indicators.document), ("target_quantity", .number(quantity.number)),
            ("unit", .string(unit)), ("starts_on", .string(startsOn.text)), ("ends_on", .string(endsOn.text)),
            ("funding", .array(funding.map(\.document))),
        ])
        body["catalogue_code"] = catalogue.map { .string($0) }
        body["note"] = note.map { .string($0) }
        return body
    }
}
