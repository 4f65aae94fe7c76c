internal import Phrasing

/// A command that leads on from a refusal, with gaps for what only the person knows.
struct NextStep {
    /// As `selaras plan show {lokus}`.
    let pattern: String
    /// What it is for.
    let purpose: Phrase

    private init(_ pattern: String, _ indonesian: String, _ english: String) {
        self.pattern = pattern
        purpose = Phrase(indonesian, english)
    }

    /// What is known of a gap, or the word for it in capitals.
    func command(_ values: TypedValues) -> Phrase {
        Gap.allCases.reduce(Phrase(same: pattern)) { text, gap in
            let filled = gap.value(values).map { Phrase(same: Self.quoted($0)) } ?? gap.word
            return Phrase(
                text.indonesian.replacing(gap.mark, with: filled.indonesian),
                text.english.replacing(gap.mark, with: filled.english))
        }
    }

    /// With values of the README in the gaps, to show how it is written.
    var example: String {
        Gap.allCases.reduce(pattern) { $0.replacing($1.mark, with: $1.example) }
    }

    /// One argument of a shell, whatever it is.
    private static func quoted(_ text: String) -> String {
        let isPlain = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./:,=+@".contains($0)) }
        return isPlain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }

    /// What somebody has to fill in.
    enum Gap: String, CaseIterable {
        case lokus, reference, year, quarter, purpose, file, name

        var mark: String { "{\(rawValue)}" }

        func value(_ typed: TypedValues) -> String? {
            switch self {
            case .lokus: typed.lokus
            case .reference: typed.intervention
            case .year, .quarter, .purpose: typed.option(rawValue)
            case .file: typed.file
            case .name: nil
            }
        }

        var word: Phrase {
            switch self {
            case .lokus: Phrase(same: "LOKUS")
            case .reference: Phrase("RUJUKAN", "REFERENCE")
            case .year: Phrase("TAHUN", "YEAR")
            case .quarter: Phrase("TRIWULAN", "QUARTER")
            case .purpose: Phrase("JENIS", "PURPOSE")
            case .file: Phrase("BERKAS.csv", "FILE.csv")
            case .name: Phrase("NAMA", "NAME")
            }
        }

        var example: String {
            switch self {
            case .lokus: "63.02.12.2005/2025"
            case .reference: "SPH25-01"
            case .year: "2025"
            case .quarter: "3"
            case .purpose: "baseline"
            case .file: "data.csv"
            case .name: "sampanahan"
            }
        }
    }
}

extension NextStep {
    /// By the code of the problem; empty where nothing that can be typed here helps.
    static func after(_ code: String?) -> [NextStep] { code.flatMap { all[$0] } ?? [] }

    static let all: [String: [NextStep]] = [
        "report_one_per_period": [
            NextStep(
                "selaras report correct --lokus {lokus} --intervention {reference} --year {year} --quarter {quarter} …",
                "perbaiki laporan itu", "correct that report"),
            NextStep(
                "selaras report list {lokus} --year {year}", "lihat laporan yang sudah ada", "see what is reported"),
        ],
        "report_is_about_an_intervention_of_its_agency": [listInterventions, whoami],
        "report_follows_the_assignment": [showIntervention, inbox],
        "report_period_has_begun": [inbox],
        "report_nil_has_no_figures": [
            NextStep(
                "selaras report submit --lokus {lokus} --intervention {reference} --year {year} --quarter {quarter} --nil",
                "laporan nihil", "a nil report")
        ],
        "plan_once_per_lokus": [
            NextStep("selaras plan show {lokus}", "lihat rencana aksi itu", "see that plan"),
            NextStep(
                "selaras plan edit {lokus} …", "ubah judul atau target", "change title or targets"),
        ],
        "plan_needs_a_baseline": [importSurvey("baseline"), listRounds],
        "plan_content_is_open": [
            beginAmendment, NextStep("selaras plan show {lokus}", "lihat keadaannya", "see its state"),
        ],
        "shares_stay_within_the_ceiling": [budgetLines],
        "shares_stay_within_their_funding": [showIntervention],
        "share_of_apbd_is_of_the_agency": [
            NextStep(
                "selaras intervention edit {reference} --lokus {lokus} --share …", "hapus alokasi itu (KODE=0)",
                "take that share away (CODE=0)")
        ],
        "share_is_of_a_year_of_the_intervention": [budgetLines],
        "amendment_is_of_an_approved_plan": [showPlan], "amendment_follows_its_transitions": [showAmendment],
        "amendment_is_open": [showAmendment], "amendment_has_the_line": [showAmendment],
        "amendment_meets_no_other_change": [showAmendment], "amendment_changes_what_goes_on": [showAmendment],
        "amendment_changes_something": [
            NextStep(
                "selaras amendment change {reference} --lokus {lokus} …", "sebutkan yang berubah", "say what changes")
        ],
        "amendment_is_decided_by_another": [showAmendment, whoami],
        "plan_follows_its_transitions": [showPlan], "plan_is_not_closed": [showPlan],
        "plan_is_decided_by_another": [showPlan, whoami],
        "report_follows_its_transitions": [listReports], "report_is_decided_by_another": [listReports, whoami],
        "report_is_confirmed_by_another": [listReports, whoami],
        "report_is_submitted_before_its_village_answers": [listReports],
        "report_village_counts_another_quantity": [showReport],
        "plan_is_submitted_with_interventions": [
            NextStep(
                "selaras intervention import {file} --lokus {lokus}", "impor intervensinya", "import its interventions")
        ],
        "plan_is_agreed_in_a_meeting": [recordMeeting], "plan_is_agreed_when_its_meeting_was_held": [recordMeeting],
        "transition_gives_its_reason": [
            NextStep("selaras plan return {lokus} --reason …", "sebutkan alasannya", "say why")
        ],
        "plan_framework_is_imported": [frameworks], "round_framework_is_imported": [frameworks],
        "target_is_of_an_indicator_of_the_framework": [indicators],
        "target_is_within_the_scale": [targets], "plan_target_ikk_is_within_the_scale": [targets],
        "targets_are_declared_before_the_resurvey": [
            NextStep("selaras plan show {lokus}", "lihat targetnya", "see its targets")
        ],
        "lokus_once_per_desa_and_year": [
            NextStep("selaras lokus show {lokus}", "lihat lokus itu", "see that lokus"),
            NextStep("selaras lokus decree {lokus} --number … --on …", "catat SK-nya", "record its decree"),
        ],
        "lokus_desa_is_in_the_register": [searchRegion], "lokus_is_a_desa_or_kelurahan": [searchRegion],
        "lokus_lies_in_its_kabupaten": [searchRegion, whoami], "lokus_kabupaten_uses_the_service": [whoami],
        "intervention_supporters_are_of_the_kabupaten": [agencies],
        "intervention_agency_is_of_the_kabupaten": [agencies], "principal_agency_is_of_its_kabupaten": [agencies],
        "principal_desa_is_in_the_register": [searchRegion], "principal_desa_belongs_to_role": [searchRegion],
        "intervention_kind_is_in_the_catalogue": [
            NextStep("selaras catalogue list", "semua kode katalog", "all codes of the catalogue")
        ],
        "intervention_aims_at_indicators_of_the_framework": [indicators],
        "intervention_reference_is_unique_in_its_plan": [
            showIntervention,
            NextStep(
                "selaras intervention edit {reference} --lokus {lokus} …", "ubah yang ada", "change what there is"),
        ],
        "intervention_belongs_to_a_plan": [createPlan], "intervention_follows_its_transitions": [showIntervention],
        "change_is_permitted_in_this_state": [showIntervention, whoami],
        "intervention_agency_is_settled_by_assignment": [showIntervention],
        "intervention_is_declined_before_it_is_reported": [showIntervention],
        "intervention_is_budgeted_with_funding": [
            NextStep(
                "selaras intervention edit {reference} --lokus {lokus} --funding …", "catat pendanaannya",
                "record its funding")
        ],
        "intervention_is_finished_with_a_report": [
            NextStep(
                "selaras report submit {reference} --lokus {lokus} …", "laporkan realisasinya", "report its progress")
        ],
        "intervention_is_continued_once": [showIntervention], "report_is_of_what_was_not_declined": [showIntervention],
        "report_is_not_after_the_end": [showIntervention],
        "intervention_belongs_to_one_agency_and_lokus": [showIntervention],
        "intervention_import_changes_only_what_is_proposed": [listInterventions],
        "round_is_not_closed": [
            listRounds,
            NextStep("selaras survey close {lokus} --purpose {purpose}", "tutup pendataannya", "close the survey"),
        ],
        "round_that_a_plan_stands_on_stays": [replaceSurvey], "round_with_announced_results_stays": [replaceSurvey],
        "round_with_a_panel_stays": [listRounds],
        "round_closed_is_final": [listRounds, importSurvey("resurvey")],
        "round_has_no_families": [importSurvey("{purpose}")], "round_counts_no_family": [importSurvey("{purpose}")],
        "round_once_per_purpose": [listRounds], "round_was_made_differently": [listRounds],
        "round_has_no_published_result": [
            NextStep("selaras survey import-results {file} --dry-run", "impor hasilnya", "import the result")
        ],
        "round_is_known_by_results_only": [listRounds], "rounds_use_different_frameworks": [listRounds],
        "round_sample_says_how_many_families_it_speaks_for": [
            NextStep(
                "selaras survey import {file} --lokus {lokus} --purpose {purpose} --design simple_random_sample "
                    + "--families …", "kirim sebagai sampel", "send it as a sample")
        ],
        "file_refused": [
            NextStep(
                "selaras survey import {file} --lokus {lokus} --purpose {purpose} --dry-run",
                "coba lagi tanpa menyimpan", "try again without storing"),
            inspect,
        ],
        "forbidden": [whoami], "principal_is_held_now": [whoami],
        "principal_is_chosen_by_the_request": [whoami],
        "unauthenticated": [
            NextStep("selaras login", "masuk", "sign in"), NextStep("selaras doctor", "periksa sambungan", "check all"),
        ],
        "too_many_operations": [operations], "operation_is_at_its_end": [operations],
        "operation_lost_its_upload": [operations], "database_unreachable": [doctor], "internal": [doctor],
        "schema_mismatch": [doctor], "timed_out": [doctor], "overloaded": [doctor], "no_free_connection": [doctor],
    ]

    // MARK: What several need

    static let inspect = NextStep(
        "selaras survey inspect {file} --write-mapping pemetaan.csv",
        "bila tabelnya berbentuk lain, buat pemetaan dan kirim dengan --mapping",
        "where the table has another layout, make a mapping and send it with --mapping")
    private static let whoami = NextStep("selaras whoami", "peran dan wilayah Anda", "your role and area")
    private static let doctor = NextStep("selaras doctor", "periksa layanan", "examine the service")
    private static let inbox = NextStep("selaras inbox", "yang harus dilaporkan", "what is to be reported")
    private static let agencies = NextStep("selaras agency list", "semua kode", "all codes")
    private static let frameworks = NextStep("selaras framework list", "semua kerangka", "all frameworks")
    private static let indicators = NextStep("selaras framework show ikk-29", "semua indikator", "all indicators")
    private static let operations = NextStep("selaras operation list", "pekerjaan Anda", "your operations")
    private static let searchRegion = NextStep(
        "selaras region search {name} --level desa", "cari kodenya menurut nama", "find the code by its name")
    private static let listRounds = NextStep(
        "selaras survey list {lokus}", "pendataan lokus ini", "the surveys of this lokus")
    private static let createPlan = NextStep("selaras plan create {lokus}", "buat rencana aksi", "make the plan")
    private static let targets = NextStep(
        "selaras plan edit {lokus} --target-ikk 80 --target KLS-02=75", "tulis targetnya", "write the targets")
    private static let showPlan = NextStep("selaras plan show {lokus}", "lihat keadaannya", "see its present state")
    private static let beginAmendment = NextStep(
        "selaras amendment begin {lokus} --reason …", "susun perubahannya", "begin an amendment")
    private static let showAmendment = NextStep(
        "selaras amendment show {lokus}", "lihat keadaan dan barisnya", "see its state and its lines")
    private static let budgetLines = NextStep("selaras budget list", "lihat sisa pagunya", "see what is left")
    private static let recordMeeting = NextStep(
        "selaras plan meeting {lokus} --on … --place … --minutes … --participant …", "catat rakornya",
        "record the meeting")
    private static let showIntervention = NextStep(
        "selaras intervention show {reference} --lokus {lokus}", "lihat keadaannya", "see its present state")
    private static let listInterventions = NextStep(
        "selaras intervention list {lokus}", "intervensi lokus ini", "the interventions of this lokus")
    private static let listReports = NextStep(
        "selaras report list {lokus}", "keadaan laporan lokus ini", "the states of the reports of this lokus")
    private static let showReport = NextStep(
        "selaras report show --lokus {lokus} --intervention {reference} --year {year} --quarter {quarter}",
        "lihat angkanya", "see its figures")
    private static let replaceSurvey = NextStep(
        "selaras survey import {file} --lokus {lokus} --purpose {purpose} --replace --dry-run",
        "ganti isinya dengan berkas yang benar", "replace it by the right file")
    private static func importSurvey(_ purpose: String) -> NextStep {
        NextStep(
            "selaras survey import {file} --lokus {lokus} --purpose \(purpose) --dry-run",
            "periksa berkasnya, lalu kirim tanpa --dry-run", "check the file, then send it without --dry-run")
    }
}
