import Measurement
import Planning

/// What the demonstration tells, beside the files in its folder. All of it is invented but the names of places.
enum DemoStory {
    /// The kabupaten that may be there already: the configuration brings them.
    static let kabupaten: Set<String> = ["63.02", "63.10"]
    static let place = "Kabupaten Kotabaru"

    /// A lokus with its two rounds.
    struct Village {
        let desa: String
        let year: Int
        let decree: (number: String, on: String)?
        let baseline: Round
        let resurvey: Round
    }

    struct Round {
        let purpose: SurveyRound.Purpose
        let file: String
        let design: SurveyRound.Design
        var familiesInVillage: Int?
        var panelOf: SurveyRound.Purpose?
    }

    static let sampanahan = Village(
        desa: "63.02.12.2005", year: 2025, decree: (number: "100.3.3.2/000/2025 (contoh)", on: "2025-07-01"),
        baseline: Round(purpose: .baseline, file: "sampanahan-2025-baseline.csv", design: .census),
        resurvey: Round(
            purpose: .resurvey, file: "sampanahan-2026-resurvey.csv", design: .census, panelOf: .baseline))

    /// Two independent samples, so that the comparison has intervals to show.
    static let sangSang = Village(
        desa: "63.02.09.2007", year: 2023, decree: nil,
        baseline: Round(
            purpose: .baseline, file: "sangsang-2023-baseline.csv", design: .simpleRandomSample,
            familiesInVillage: 786),
        resurvey: Round(
            purpose: .resurvey, file: "sangsang-2024-resurvey.csv", design: .simpleRandomSample,
            familiesInVillage: 786))

    static let interventionsFile = "interventions-sampanahan-2025.csv"
    static let reportsFile = "reports-sampanahan-2025.csv"
    /// The day of the rakor that agreed the plan and assigned its interventions.
    static let agreedOn = "2025-08-05"
    static let meetingPlace = "Aula Bapperida Kotabaru"
    static let meetingMinutes = "Notulen 000.7/000/Bapperida/2025 (contoh)"
    static let meetingParticipants = [
        "Sekretaris Daerah", "Bapperida", "DP3APPKB", "Dinas PUPR", "Dinas Kesehatan", "Disdukcapil",
        "Camat Sampanahan", "Pemdes Sampanahan", "TP PKK",
    ]
    static let targets = PlanTargets(
        ikk: Hundredths(80_00),
        indicators: [
            PlanTargets.Target(indicatorCode: "KKE-02", value: Hundredths(75_00)),
            PlanTargets.Target(indicatorCode: "KLS-02", value: Hundredths(75_00)),
        ])
    /// The others wait for their agencies.
    static let accepted: Set<String> = ["SPH25-01", "SPH25-06", "SPH25-07"]
    /// The one that nobody has verified yet.
    static let unverified = (reference: "SPH25-08", period: ReportPeriod(budgetYear: 2026, quarter: 1))
}
