internal import ArgumentParser
internal import Crypto
internal import Intake
internal import Phrasing
internal import Planning
internal import Wire

struct ReportImportRFK: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "import-rfk",
            Phrase(
                "Ambil realisasi dari CSV yang sudah ada: RFK atau ekspor SIPD.",
                "Take realisation from the CSV that there is already: RFK, or an export of SIPD."),
            examples: [
                """
                selaras report import-rfk rfk-september.csv \\
                  --agency PUPR --year 2025 --quarter 3 --dry-run
                """,
                """
                selaras report import-rfk rfk-september.csv \\
                  --agency PUPR --year 2025 --quarter 3 --keep-missing \\
                  --divide-by-shares
                """,
            ],
            more: Phrase(
                "Kolom dikenali dari judulnya: kode sub kegiatan, realisasi keuangan (Rp) s.d. periode itu, realisasi fisik "
                    + "(%), pagu, lokasi, sumber dana. Setiap baris dicocokkan melalui pos anggaran dan alokasinya; yang tidak "
                    + "menjadi laporan disebutkan dengan alasannya. Tidak ada angka yang diperkirakan: realisasi pos yang "
                    + "membiayai beberapa intervensi dibagi hanya dengan --divide-by-shares, dan persen fisik atau volume yang tidak ada "
                    + "dalam berkas tetap seperti laporan terakhir hanya dengan --keep-missing. Laporan disimpan sebagai "
                    + "rancangan, kecuali dengan --submit.",
                "Columns are known by their heads: code of the sub-activity, money spent (Rp) up to that period, physical "
                    + "progress (%), ceiling, place, source. Each row is matched through budget lines and their shares; what "
                    + "becomes no report is named with the reason. No figure is guessed: what a line spent for several "
                    + "interventions is divided only with --divide-by-shares, and a percentage or quantity that the file does not have "
                    + "stays as it was reported last only with --keep-missing. Reports are kept as drafts, unless --submit is "
                    + "given."))
    }

    @Argument(help: .csvFile, completion: .file(extensions: ["csv"]))
    var file: String

    @Option(help: .of("Perangkat daerah pemilik berkas.", "The agency whose file it is.", .code), completion: .agency)
    var agency: String

    @OptionGroup var period: PeriodOptions

    @Option(help: .of("Hanya intervensi lokus ini.", "Only interventions of this lokus.", .lokus), completion: .lokus)
    var lokus: LokusReference?

    @Flag(
        help: .of(
            "Bagi realisasi pos yang membiayai beberapa intervensi menurut alokasinya.",
            "Divide what a line spent for several interventions by their shares."))
    var divideByShares = false

    @Flag(
        help: .of(
            "Persen fisik sub kegiatan berlaku bagi setiap intervensi yang dibiayainya.",
            "The physical percentage of a sub-activity is that of each intervention that it pays."))
    var samePhysical = false

    @Flag(
        help: .of(
            "Dana intervensi di luar pos anggaran berkas ini belum terealisasi.",
            "Of an intervention's money from elsewhere nothing is spent yet."))
    var restUnspent = false

    @Flag(
        help: .of(
            "Persen fisik dan volume yang tidak ada dalam berkas tetap seperti laporan terakhir.",
            "Percentages and quantities that the file does not have stay as they were reported last."))
    var keepMissing = false

    @Flag(
        help: .of(
            "Perbaiki laporan periode itu yang sudah ada.", "Correct reports of that period that are there already."))
    var correct = false

    @Flag(
        help: .of("Ajukan laporannya, bukan simpan sebagai rancangan.", "Submit the reports, not keep them as drafts."))
    var submit = false

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    private static let largest = 8 << 20

    func run(in context: Context) async throws {
        let upload = try Upload(path: file)
        let bytes = try await upload.whole(upTo: Self.largest)
        let content = try read(bytes, context)
        let service = try context.service(common)
        try await service.requireAgency(agency)
        let facts = try await service.realisationFacts(of: agency, period, lokus, for: content.rows)
        var rules = RealisationRules()
        rules.dividesByShares = divideByShares
        (rules.physicalIsOfAll, rules.restIsUnspent) = (samePhysical, restUnspent)
        (rules.keepsMissing, rules.corrects) = (keepMissing, correct)
        let match = RealisationMatch(content.rows, unreadable: content.unreadable, facts, rules)
        guard match.isBalanced else { throw Failure.said(.sumsDoNotAgree, .failure) }
        let digest = SHA256.hash(data: bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let origin = RealisationOrigin(fileName: upload.fileName, digest: digest, period: period)
        var sending = RealisationSending(
            match: match, origin: origin, isSubmitted: submit, write: write, service: service)
        context.lastWords.set(.interruptedWrite)
        try await sending.send()
        context.lastWords.set(nil)
        guard sending.match.isBalanced else { throw Failure.said(.sumsDoNotAgree, .failure) }
        let receipt = RealisationView(
            sending: sending, content: content, agency: agency, language: context.language)
        try context.show(receipt.answer, output, common)
        if !write.dryRun, sending.isDraftStored { context.note(.draftsToSubmit, common) }
        let isLeft =
            sending.match.left.contains { $0.reason.isForAPerson }
            || content.passed.contains { $0.kind == .unreadable }
        if isLeft { throw Failure.told(sending.match.matched > 0 ? .partial : .invalid) }
    }

    /// A file that cannot be read, or that says itself to be of another time, is refused whole.
    private func read(_ bytes: [UInt8], _ context: Context) throws -> RealisationFile {
        let content: RealisationFile
        do throws(FaultList) {
            content = try RealisationFile(bytes)
        } catch {
            let faults = error.kept.map {
                RefusedRows.Fault(
                    line: $0.line, column: $0.column, value: $0.value, code: $0.code.rawValue, message: $0.message)
            }
            throw RefusedRows(faults, total: error.count).failure(context.language)
        }
        if !content.years.isEmpty, !content.years.contains(period.year) {
            throw Failure.said(.fileOfOtherYear(content.years.sorted(), period.year), .invalid)
        }
        let months = (period.quarter * 3 - 2)...(period.quarter * 3)
        if !content.months.isEmpty, !content.months.contains(where: { months.contains($0) }) {
            throw Failure.said(.fileOfOtherMonth(content.months.sorted(), period.quarter), .invalid)
        }
        return content
    }
}
