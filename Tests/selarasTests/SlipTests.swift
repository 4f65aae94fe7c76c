import Phrasing
import Testing

@testable import selaras

/// C23: what was mistyped is named before what it led to, with what was probably meant.
@Suite struct SlipTests {
    private func said(_ line: String, _ language: Language = .indonesian) async -> String {
        await said(line.split(separator: " ").map(String.init), language)
    }

    private func said(_ arguments: [String], _ language: Language = .indonesian) async -> String {
        let transport = FakeTransport([:])
        let session = Session(transport, language: language)
        #expect(await session.run(arguments) == .usage)
        #expect(session.output.isEmpty && transport.asked.isEmpty)
        return session.error
    }

    @Test(arguments: [
        // What else is wrong would hide the slip: nothing to change, something missing, a value that is none.
        ("intervention edit A --lokus 63.02.12.2005 --qantity 5", "--qantity", "--quantity"),
        ("intervention edit A --qantity 5", "--qantity", "--quantity"),
        ("plan edit 63.02.12.2005 --titel x", "--titel", "--title"),
        ("report correct --spnt 5 --year x", "--spnt", "--spent"),
        ("lokus list --yaer=2025", "--yaer", "--year"), ("inbox --agen PUPR", "--agen", "--agency"),
        // Words of Indonesian, of the API, and of trade.
        ("lokus list --tahun 2025", "--tahun", "--year"),
        ("intervention edit A --lokus 63.02.12.2005 --bugdet 5", "--bugdet", "--funding"),
        ("report list --budget-year 2025", "--budget-year", "--year"),
        ("intervention list --perangkat-daerah PUPR", "--perangkat-daerah", "--agency"),
    ])
    func unknownOptions(_ line: String, _ typed: String, _ meant: String) async {
        let id = await said(line)
        #expect(
            id.hasPrefix("Kesalahan: pilihan tidak dikenal: '\(typed)'. Mungkin maksudnya '\(meant)'?\nPemakaian: "))
        let en = await said(line, .english)
        #expect(en.hasPrefix("Error: unknown option '\(typed)'. Did you mean '\(meant)'?\nUsage: "))
    }

    @Test func nothingIsSuggestedWhereNothingIsNear() async {
        #expect(await said("lokus list --zzzzzz").hasPrefix("Kesalahan: pilihan tidak dikenal: '--zzzzzz'.\nPemakaian"))
        #expect(await said("zzzzzz").hasPrefix("Kesalahan: perintah tidak dikenal: 'zzzzzz'.\nSemua perintah"))
    }

    @Test(arguments: [
        ("lokas", "lokus"), ("laporan", "report"), ("lokus daftar", "lokus list"),
        ("intervention terima", "intervention accept"), ("surv", "survey"), ("bantuan", "help"), ("akun", "account"),
        // The whole way is told, also where several words are others.
        ("laporan kirim --year 2025", "report submit"), ("pendataan 63.02.12.2005", "survey"),
        ("lokus create", "lokus register"), ("plan buat", "plan create"), ("report new", "report submit"),
        // A verb that stands in another group, or in none.
        ("counterparts", "lokus counterparts"), ("counterpart --help", "lokus counterparts"),
        ("lokus weak 63.02.12.2005", "weak"), ("reconcile 63.02.12.2005", "survey reconcile"),
        // Help of what is not there is no help.
        ("help counterparts", "lokus counterparts"), ("lokas --help", "lokus"), ("help laporan kirim", "report submit"),
    ])
    func unknownCommands(_ line: String, _ meant: String) async {
        let id = await said(line)
        #expect(id.contains("Mungkin maksudnya 'selaras \(meant)'?") && id.hasPrefix("Kesalahan: perintah tidak"))
        #expect(await said(line, .english).contains("Did you mean 'selaras \(meant)'?"))
    }

    @Test func aVerbOfSeveralGroupsLeadsToEach() async {
        #expect(
            await said("create").hasPrefix(
                """
                Kesalahan: perintah tidak dikenal: 'create'. Mungkin maksudnya salah satu dari:
                  selaras lokus register
                  selaras plan create
                  selaras amendment add
                  selaras intervention add
                  selaras budget add
                  selaras report submit
                  selaras account invite
                Semua perintah: selaras --help
                """))
        // Every group has one of these: that would be no answer.
        #expect(await said("list").hasPrefix("Kesalahan: perintah tidak dikenal: 'list'.\nSemua perintah"))
    }

    @Test(arguments: [
        ("survey show 63.02.12.2005 --purpose awal", "'baseline'", "midline", "resurvey (Pendataan ulang)"),
        ("survey show 63.02.12.2005 --purpose baselin", "'baseline'", "midline", "resurvey (Pendataan ulang)"),
        ("lokus list -o jsn", "'json'", "ndjson", "yaml"),
        ("operation list --state gagal", "'failed'", "queued", "running"),
        (
            "survey import f --lokus 63.02.12.2005 --purpose baseline --design sensus", "'census'",
            "simple_random_sample", "("
        ),
    ])
    func closedWords(_ line: String, _ meant: String, _ other: String, _ third: String) async {
        let id = await said(line)
        #expect(id.contains("Mungkin maksudnya \(meant)?") && id.contains("\nPilihannya: "))
        #expect(id.contains(other) && id.contains(third))
        #expect(await said(line, .english).contains("Did you mean \(meant)?\nThe choice is: "))
    }

    @Test(arguments: [
        ("lokus register 63.02.12.2008 --year abc", "2015 sampai 2100", "from 2015 to 2100"),
        ("report list --quarter x", "1, 2, 3, atau 4", "1, 2, 3 or 4"),
        (
            "report correct --lokus 63.02.12.2005 --intervention A --year 2025 --quarter 3 --physical 62%",
            "persen dari 0 sampai 100", "percentage from 0 to 100"
        ),
        (
            "report correct --lokus 63.02.12.2005 --intervention A --year 2025 --quarter 3 --spent 1.5",
            "rupiah tanpa sen", "whole rupiah"
        ),
        (
            "report correct --lokus 63.02.12.2005 --intervention A --year 2025 --quarter 3 --quantity 1.250",
            "tanpa titik ribuan", "no marks for thousands"
        ),
        // A number below zero looks like an option.
        (
            "report correct --lokus 63.02.12.2005 --intervention A --year 2025 --quarter 3 --quantity -1",
            "nilai '-1' tidak dapat diterima untuk '--quantity <volume>'. Isi dengan angka mulai dari 0",
            "the value '-1' is no good for '--quantity <quantity>'. It should be a number from 0 on"
        ),
        (
            "plan edit 63.02.12.2005 --target-ikk -5", "Isi dengan angka dari 0 sampai 100", "a number from 0 to 100"
        ),
        ("lokus decree 63.02.12.2005 --number 1 --on 30-09-2025", "TTTT-BB-HH", "2025-09-30"),
        ("weak 6302122005", "bukan kode BPS", "not that of BPS"),
        ("lokus register 6302122005 --year 2025", "63.02.12.2005", "63.02.12.2005"),
        ("lokus list --limit banyak", "bilangan bulat", "whole number"),
        ("whoami --timeout lama", "detik", "seconds"),
        ("intervention edit A --lokus 63.02.12.2005 --funding apbd_kab=5", "'apbd_kabupaten'", "'apbd_kabupaten'"),
        ("intervention edit A --lokus 63.02.12.2005 --funding apbn", "sumber=rupiah", "source=rupiah"),
        ("intervention edit A --lokus 63.02.12.2005 --indicators ,", "KLS-02,KKF-01", "KLS-02,KKF-01"),
        ("framework show ikk-29/x", "ikk-29/1", "ikk-29/1"),
    ])
    func refusedValuesSayWhatIsAllowed(_ line: String, _ indonesian: String, _ english: String) async {
        #expect(await said(line).contains(indonesian))
        #expect(await said(line, .english).contains(english))
    }

    /// Every option whose values can be refused says what it takes.
    @Test func noKindOfValueIsLeftOut() {
        let free: Set<ValueName> = [
            .names, .address, .name, .when, .code, .text, .file, .day, .number, .unit, .reference, .round, .method,
            .path, .header, .field, .key, .value, .shell, .folder, .filter, .sort, .page, .operation, .format, .purpose,
            .design, .level, .state, .order, .identifier, .email, .budgetLine, .stage, .source, .amendment,
        ]
        for name in ValueName.allCases where !free.contains(name) { #expect(name.allowed != nil, "\(name)") }
    }

    @Test func aTextWithoutQuotes() async {
        let line = "plan edit 63.02.12.2005 --title Rencana aksi desa"
        #expect(await said(line).contains("'aksi desa'. Isian yang memuat spasi ditulis di antara tanda kutip"))
        #expect(await said(line, .english).contains("written between quotes"))
    }

    /// A value may begin like an option where the option says so.
    @Test func anOrderThatFallsIsNoOption() async {
        let session = Session(FakeTransport(["GET /lokus": #"{"items":[]}"#]))
        #expect(await session.run("lokus list --sort --year") == .success)
        #expect(await said("lokus list --sort --year --limit x").contains("--limit"))
    }

    @Test func theServicesLimitsAreTold() async {
        let refusal = """
            {"title":"Isian belum benar","code":"invalid_request","errors":[\
            {"pointer":"/physical_percent","code":"out_of_range","message":"Di luar batas."},\
            {"pointer":"/budget_rupiah","code":"unknown_member","message":"Tidak dikenal."}]}
            """
        let session = Session(FakeTransport { _ in FakeTransport.answer(422, refusal) })
        #expect(await session.run("weak 63.02.12.2005/2025") == .invalid)
        #expect(session.error.contains("  - --physical: Di luar batas. Isi dengan persen dari 0 sampai 100"))
        #expect(session.error.contains("  - budget_rupiah: Tidak dikenal.\n"))
    }

    @Test func everyOptionsLimitsAreToldByItsName() async {
        let refusal = """
            {"title":"Isian belum benar","code":"invalid_request","errors":[\
            {"pointer":"half_width","code":"out_of_range","message":"Di luar batas."},\
            {"pointer":"/target_ikk","code":"out_of_range","message":"Di luar batas."},\
            {"pointer":"/targets/1/value","code":"out_of_range","message":"Di luar batas."}]}
            """
        let session = Session(FakeTransport { _ in FakeTransport.answer(422, refusal) })
        #expect(await session.run("survey plan-sample 63.02.12.2005/2025 --half-width 99") == .invalid)
        #expect(session.error.contains("  - --half-width: Di luar batas. Isi dengan poin dari 0,1 sampai 50"))
        #expect(session.error.contains("  - --target-ikk: Di luar batas. Isi dengan angka dari 0 sampai 100"))
        #expect(session.error.contains("  - --target, nomor 2: Di luar batas. Isi dengan angka dari 0 sampai 100"))
    }

    @Test func bothOptionsOfAnAdviceAreNamed() {
        let told = OwnWords.translated("Periksa budget_year dan quarter.", in: .indonesian)
        #expect(told == "Periksa --year dan --quarter.")
        #expect(OwnWords.translated("Check budget_year and quarter.", in: .english) == "Check --year and --quarter.")
        #expect(OwnWords.translated("Isi nama dan unit.", in: .indonesian) == "Isi nama dan unit.")
    }
}
