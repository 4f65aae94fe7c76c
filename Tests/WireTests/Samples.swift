import Measurement
import Planning
import Wire

/// Values to write, as plain as they can be.
enum Samples {
    static let moment = Moment("2025-09-30T15:59:59Z") ?? .now
    static let stamp = Stamp(version: 3, createdAt: moment, updatedAt: moment)
    static let place = Place(
        kabupatenCode: "63.02", kabupatenName: "Kotabaru", kecamatanName: "Kelumpang Tengah",
        desaCode: "63.02.12.2005", desaName: "Sang-Sang", desaLevel: .desa, year: 2025)

    static func id<Subject>(_ last: Int) -> Identifier<Subject> {
        Identifier("01890a5d-ac96-774b-bcce-b302099a800\(last)") ?? .new()
    }

    static func idText(_ last: Int) -> String { "\"01890a5d-ac96-774b-bcce-b302099a800\(last)\"" }

    static let placeText =
        #""kabupaten_code":"63.02","desa_code":"63.02.12.2005","desa_name":"Sang-Sang","year":2025"#
    static let stampText =
        #""version":3,"created_at":"2025-09-30T15:59:59Z","updated_at":"2025-09-30T15:59:59Z""#

    /// Two indicators, one of them asked of persons.
    static let framework = Framework(
        id: Framework.ID(code: "ikk-2", version: 1), title: "Dua indikator", status: .working, provenance: "contoh",
        aggregation: .meanOfDimensions, weakBelow: 75, roundingDigits: 2,
        categories: [
            Framework.Category(code: "low", nameID: "Rendah", from: 0),
            Framework.Category(code: "high", nameID: "Tinggi", from: 75),
        ],
        dimensions: [Framework.Dimension(code: "KLS", nameID: "Kelangsungan", nameEN: "Survival")],
        indicators: [
            indicator("KLS-01", "Air minum", .family), indicator("KLS-02", "Sekolah", .person),
        ])

    static func indicator(_ code: String, _ name: String, _ unit: Framework.Indicator.Unit) -> Framework.Indicator {
        Framework.Indicator(
            code: code, dimension: "KLS", nameID: name, nameEN: name, direction: .positive, unit: unit,
            eligible: "semua", sensitive: false, provenance: "contoh")
    }

    static let scheme: ScoringScheme? = try? ScoringScheme(framework)

    static let figures = ProgressFigures(
        physicalPercent: Hundredths(45_50), quantity: Hundredths(20_00), spent: Rupiah(180_000_000))
    static let progress = ReportPeriod(budgetYear: 2025, quarter: 4).map {
        Progress(reportID: id(7), period: $0, isNil: false, figures: figures)
    }

    static let terms = InterventionDraft(
        reference: "SPH25-01", agencyCode: "PUPR", catalogueCode: nil, title: "Pembangunan bilik WC",
        indicators: ["KLS-01"], targetQuantity: Hundredths(45_00), unit: "unit",
        scope: InterventionScope(
            targetGroup: "Keluarga tanpa jamban", targetFamilies: 45, location: "RT 003",
            supportingAgencies: ["PKK", "DINKES"]),
        startsOn: CalendarDay(daysSince2000: 9344), endsOn: CalendarDay(daysSince2000: 9480), note: "",
        funding: [Funding(source: .apbdKabupaten, amount: Rupiah(405_000_000))])

    static let planned = PlannedIntervention(
        id: id(6), reference: "SPH25-01", title: "Pembangunan bilik WC",
        agency: AgencyName(code: "PUPR", shortName: "PUPR"), state: .assigned, targetQuantity: Hundredths(45_00),
        unit: "unit", indicators: ["KLS-01"], budget: Rupiah(405_000_000), progress: progress)

    static func text(_ value: some JSONRepresentable) -> String {
        String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
    }
}
