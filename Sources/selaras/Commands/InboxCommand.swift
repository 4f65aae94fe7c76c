internal import ArgumentParser

struct InboxCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "inbox",
            Phrase(
                "Tugas saya: laporan yang harus dibuat, dan yang belum diterima atau direncanakan.",
                "My tasks: the reports that are due, and what is not accepted or planned yet."),
            examples: [
                "selaras inbox", "selaras inbox --all", "selaras inbox --watch",
                "selaras inbox --lokus 63.02.12.2005/2025 --agency DINKES",
            ],
            more: Phrase(
                "Yang terlambat lebih dahulu. Perangkat daerah juga melihat intervensi yang belum diterimanya dan laporannya "
                    + "yang disanggah desa; desa/kelurahan laporan yang menunggu konfirmasinya; koordinator yang belum ditugaskan atau diterima, lokus tanpa rencana aksi, dan indikator merah tanpa intervensi. "
                    + "Dalam bentuk lain (-o csv, -o json) dan dengan saringan hanya laporannya.",
                "What is late comes first. Agencies also see the interventions that they have not accepted and their reports "
                    + "that a village disputes; villages the reports that wait for their word; coordinators those not assigned or accepted, lokus without a plan, and weak indicators without an intervention. In "
                    + "other forms (-o csv, -o json), and with filters, there are the reports alone."))
    }

    @Flag(help: .of("Termasuk yang sudah dilaporkan.", "Also what is reported already."))
    var all = false

    @Option(help: .lokus, completion: .lokus)
    var lokus: LokusReference?

    @Option(help: .of("Hanya perangkat daerah ini.", "Only this agency.", .code), completion: .agency)
    var agency: String?

    @OptionGroup var list: ListOptions
    @OptionGroup var watching: WatchOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let service = try context.service(common)
        try await service.requireAgency(agency ?? list.equal("agency_code"))
        let plan = try await service.planID(of: lokus)
        // Without a state the service leaves out what is reported.
        let address = Address("report-obligations").with("agency_code", agency).with("plan_id", plan)
            .with("state", all ? "in.(due,overdue,reported)" : nil)
        // A reference is unique in its plan only.
        let name = plan == nil ? "intervention_id" : "reference"
        let listing = Listing(address: address, columns: ObligationColumns.all, name: .member(name))
        guard try !watching.watch && list.isPlain && context.isForPeople(output, common) && output.columns == nil else {
            return try await context.watch(watching, listing, from: service, by: list, output, common)
        }
        let waiting = try await service.waiting(agency: agency, lokus: lokus)
        guard !waiting.isEmpty else { return try await context.show(listing, from: service, by: list, output, common) }
        let reports = try await service.list(address, limit: list.limit)
        let table = Table(columns: listing.columns, rows: reports, name: listing.name)
        let due: [Block] =
            reports.isEmpty ? [] : [.title(Phrase.reportsDue.text(in: context.language)), .table(table)]
        try context.show(
            Answer(
                document: .items(reports), table: table, page: due + WaitingView.blocks(waiting, context.language)),
            output, common)
    }
}
