import Measurement
import Planning

/// Values as the store would give them, as plain as they can be.
enum Samples {
    static let stamp = Stamp(version: 1, createdAt: .now, updatedAt: .now)
    static let totals = ActionPlan.Totals(
        interventions: 2, assigned: 1, accepted: 0, budget: Rupiah(500), spent: Rupiah(200),
        said: ActionPlan.Said(reporting: 1, unverified: 1, spent: Rupiah(300)))

    static func place(_ desa: String) -> Place {
        Place(
            kabupatenCode: "63.02", kabupatenName: "Kotabaru", kecamatanName: "Sampanahan", desaCode: desa,
            desaName: "Sampanahan", desaLevel: .desa, year: 2025)
    }

    static func lokus(_ id: Lokus.ID, desa: String, decree: Lokus.Decree? = nil, version: Int = 1) -> Lokus {
        Lokus(
            id: id, place: place(desa), decree: decree, rounds: [], planID: nil,
            stamp: Stamp(version: version, createdAt: stamp.createdAt, updatedAt: stamp.updatedAt))
    }

    /// Asked of families only, so that a file needs no more than `ya`.
    static func summary(version: Int) -> FrameworkSummary {
        FrameworkSummary(
            id: Framework.ID(code: "ikk-2", version: version), title: "Dua indikator", status: .working,
            aggregation: .meanOfDimensions, weakBelow: 75, roundingDigits: 2, indicators: 2, dimensions: 1)
    }

    static func framework(version: Int) -> Framework {
        let indicators = ["KLS-01", "KLS-02"].map { code in
            Framework.Indicator(
                code: code, dimension: "KLS", nameID: code, nameEN: code, direction: .positive, unit: .family,
                eligible: "semua", sensitive: false, provenance: "contoh")
        }
        return Framework(
            id: Framework.ID(code: "ikk-2", version: version), title: "Dua indikator", status: .working,
            provenance: "contoh", aggregation: .meanOfDimensions, weakBelow: 75, roundingDigits: 2,
            categories: [Framework.Category(code: "low", nameID: "Rendah", from: 0)],
            dimensions: [Framework.Dimension(code: "KLS", nameID: "Kelangsungan", nameEN: "Survival")],
            indicators: indicators)
    }

    static func round(_ id: SurveyRound.ID, of lokus: Lokus.ID, imports: [SurveyReceipt]) -> SurveyRound {
        SurveyRound(
            id: id, lokusID: lokus, place: place("63.02.04.2001"), framework: framework(version: 1).id,
            purpose: .baseline, design: .census, familiesInVillage: nil, panelOf: nil, surveyedFrom: nil,
            surveyedUntil: nil, closedAt: nil, imports: imports, result: nil, stamp: stamp)
    }

    static func scored(_ id: SurveyRound.ID, of lokus: Lokus.ID) throws -> ScoredRound {
        try ScoredRound(
            round: round(id, of: lokus, imports: []), scheme: ScoringScheme(framework(version: 1)), evidence: nil)
    }

    static func receipt(
        _ id: SurveyReceipt.ID, of summary: SurveyFileSummary, in round: SurveyRound.ID,
        _ request: SurveyImportRequest, isDryRun: Bool
    ) -> SurveyReceipt {
        SurveyReceipt(
            id: id, roundID: round, purpose: request.purpose, fileName: request.fileName,
            fileSHA256: summary.sha256, rowsRead: summary.rowsRead, added: summary.rowsRead, changed: 0, same: 0,
            removed: 0, importedAt: .now,
            outcome: SurveyReceipt.Outcome(
                isDryRun: isDryRun, madeRound: true, missingFromFile: 0, familiesInRound: summary.rowsRead,
                byStatus: StatusCounts()))
    }

    static func plan(_ id: ActionPlan.ID) -> ActionPlan {
        ActionPlan(
            id: id, lokusID: .new(), place: place("63.02.04.2001"), title: "Rencana aksi",
            status: ActionPlan.Status(state: .draft, since: .now), agreedOn: nil,
            framework: framework(version: 1).id, targetIKK: nil, totals: totals,
            detail: ActionPlan.Detail(
                fundingBySource: [], agencies: [], lines: [], indicators: IndicatorMoney(of: []), gaps: [], notWeak: [],
                targets: [],
                meeting: ActionPlan.Meeting(on: nil, place: nil, minutes: nil, participants: []), next: []),
            stamp: stamp)
    }

    static func intervention(
        _ id: Intervention.ID, _ draft: InterventionDraft, in plan: ActionPlan.ID
    ) -> Intervention {
        Intervention(
            id: id, planID: plan, lokusID: .new(), place: place("63.02.04.2001"), agencyName: "Dinas PUPR",
            terms: draft, state: .proposed, assignedOn: nil, acceptedOn: nil, progress: nil, stamp: stamp)
    }

    static func report(
        _ id: ProgressReport.ID, on intervention: Intervention.ID, _ draft: ProgressReportDraft
    ) -> ProgressReport {
        let nothing = ProgressFigures(physicalPercent: .zero, quantity: .zero, spent: .zero)
        return ProgressReport(
            interventionID: intervention, reference: "SPH25-01", title: "Bilik WC", planID: .new(), lokusID: .new(),
            agencyCode: "PUPR", agencyName: "Dinas PUPR", targetQuantity: Hundredths(45_00), unit: "unit",
            budget: Rupiah(500),
            progress: Progress(
                reportID: id, period: draft.period, isNil: draft.figures == nil, figures: draft.figures ?? nothing),
            share: draft.figures ?? nothing, status: ProgressReport.Status(state: .submitted), words: draft.words,
            reportedBy: "Dinas PUPR", stamp: stamp)
    }
}
