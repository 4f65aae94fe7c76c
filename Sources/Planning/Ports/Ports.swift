package import Measurement

/// What the service asks of its database. Every call is one transaction in the caller's role; all throw `Refusal`.
/// A call with an `Access` that is a dry run does the same and then undoes it.
package typealias Ports = CallerPort & AccountPort & SignInPort & SecondFactorPort & InvitationPort
    & ReferencePort & LokusPort & SurveyPort & ResultPort & PlanPort & AmendmentPort & InterventionPort & BudgetPort
    & ReportPort
    & OperationPort
    & OpenDataPort & AuditPort & ReadinessPort

package protocol CallerPort: Sendable {
    /// Fails where the token is not known, or its role may not do this.
    func admit(_ access: Access, to permission: Permission) async throws
}

package protocol ReadinessPort: Sendable {
    /// The version of the schema, once the database answers and the schema is the one that this program needs.
    func schemaVersion() async throws -> Int
}

package protocol ReferencePort: Sendable {
    /// By code.
    func regions(_ access: Access, _ listing: Listing<RegionField>) -> Reading<Region>
    func region(_ access: Access, code: RegionCode) async throws -> Region
    func frameworks(_ access: Access, _ listing: Listing<FrameworkField>) -> Reading<FrameworkSummary>
    func framework(_ access: Access, id: Framework.ID) async throws -> Framework
    /// By kabupaten and code.
    func agencies(_ access: Access, _ listing: Listing<AgencyField>) -> Reading<Agency>
    /// By code.
    func catalogue(_ access: Access, _ listing: Listing<CatalogueField>) -> Reading<CatalogueItem>
}

package protocol LokusPort: Sendable {
    /// Newest programme year first, then by desa code.
    func lokus(_ access: Access, _ listing: Listing<LokusField>) -> Reading<Lokus>
    func lokus(_ access: Access, id: Lokus.ID) async throws -> Lokus
    /// `id` is the new lokus's. Fails with `lokus_once_per_desa_and_year` where it is registered already.
    func register(_ access: Access, _ draft: LokusDraft, as id: Lokus.ID) async throws -> Lokus
    /// Stale where the lokus is no longer at `version`.
    func setDecree(
        _ access: Access, of id: Lokus.ID, at version: Int, to decree: Lokus.Decree?
    ) async throws -> Lokus
}

package protocol SurveyPort: Sendable {
    func rounds(_ access: Access, _ listing: Listing<SurveyRoundField>) -> Reading<SurveyRound>
    func round(_ access: Access, id: SurveyRound.ID) async throws -> ScoredRound
    /// Puts one file into a round, which is made where there is none, and commits only when `reading` returns a
    /// summary and no family is named twice. `reading` gets the framework to read by and the place to put families. It
    /// returns nil where the file has faults: nothing is kept, but families named twice are still told, so that
    /// whoever sent the file hears of everything at once.
    func importSurvey(
        _ access: Access, _ request: SurveyImportRequest,
        reading: (Framework, any FamilySink) async throws -> SurveyFileSummary?
    ) async throws -> SurveyImportOutcome
    /// The receipt of an earlier import; without what only the import itself knew.
    func receipt(_ access: Access, id: SurveyReceipt.ID) async throws -> SurveyReceipt
    /// What is odd about the families of a round, open or closed; computed for every request.
    func findings(_ access: Access, round id: SurveyRound.ID) async throws -> RoundFindings
    /// All or nothing; a line that differs corrects what was announced before. Throws `RefusedResults`, too.
    func importResults(
        _ access: Access, _ lines: [ResultLine], _ request: ResultImportRequest
    ) async throws -> ResultReceipt
    func resultReceipt(_ access: Access, id: ResultReceipt.ID) async throws -> ResultReceipt
    /// Recorded as an event, but for the families themselves.
    func targetFamilies(
        _ access: Access, round id: SurveyRound.ID, _ request: TargetFamilies.Request
    ) async throws -> TargetFamilies
    /// `round_has_no_published_result` where nothing was announced of it.
    func reconciliation(_ access: Access, round id: SurveyRound.ID) async throws -> RoundReconciliation
    /// Computes the scores and fixes them. Stale where the round is no longer at `version`.
    func close(_ access: Access, round id: SurveyRound.ID, at version: Int) async throws -> ScoredRound
    /// Takes an open round away with its answers and receipts; what it was is an event.
    func discard(
        _ access: Access, round id: SurveyRound.ID, at version: Int, reason: String
    ) async throws -> DiscardedRound
}

/// Takes the families of a file as they are read.
package protocol FamilySink: Sendable {
    func put(_ families: [SurveyedFamily]) async throws
}

/// How an import ended: with a receipt, or refused for its faults, with the families that it names twice.
package enum SurveyImportOutcome: Sendable {
    case imported(SurveyReceipt)
    case refused(RepeatedFamilies)
}

/// A round with the framework that it is read by.
package struct ScoredRound: Sendable {
    package let round: SurveyRound
    package let scheme: ScoringScheme
    /// How sure its figures are; nil while the round is open, or where nothing was kept of its families.
    package let description: RoundDescription?
    /// What was announced of it.
    package let published: PublishedResult

    package init(
        round: SurveyRound, scheme: ScoringScheme, evidence: RoundEvidence?, published: PublishedResult = .init()
    ) throws(EvidenceFault) {
        self.round = round
        self.scheme = scheme
        self.published = published
        if let result = round.result,
            let side = RoundPair.Side(
                tallies: result.tallies, basis: round.basis, evidence: evidence, shown: result.shown)
        {
            description = try RoundDescription(scheme: scheme, side: side)
        } else {
            description = nil
        }
    }
}

package protocol ResultPort: Sendable {
    /// By the lokus's closed round of that purpose; `round_is_not_closed` where it is still open.
    func weakIndicators(
        _ access: Access, of lokus: Lokus.ID, purpose: SurveyRound.Purpose
    ) async throws -> WeakIndicators
    /// `round_is_not_closed` where one of the two is still open or missing.
    func comparison(
        _ access: Access, of lokus: Lokus.ID, before: SurveyRound.Purpose, after: SurveyRound.Purpose
    ) async throws -> LokusComparison
    /// All lokus of a year that the caller may see, or those of one kabupaten.
    func comparison(
        _ access: Access, ofYear year: Int, in kabupaten: String?, before: SurveyRound.Purpose,
        after: SurveyRound.Purpose, by order: YearComparison.Order
    ) async throws -> YearComparison
    /// What was intervened in, beside other lokus of the year that the caller may see.
    func counterparts(
        _ access: Access, of lokus: Lokus.ID, before: SurveyRound.Purpose, after: SurveyRound.Purpose
    ) async throws -> Counterparts
    /// What could be done about what is weak by the lokus's closed round of that purpose, with what followed elsewhere.
    func suggestions(_ access: Access, of lokus: Lokus.ID, purpose: SurveyRound.Purpose) async throws -> Suggestions
    /// By the lokus's closed round of that purpose, or by the one that was closed last.
    func samplePlan(
        _ access: Access, of lokus: Lokus.ID, purpose: SurveyRound.Purpose?, wishes: SurveyOutlook.Wishes
    ) async throws -> SamplePlan
}

package protocol PlanPort: Sendable {
    /// Without totals by source and agency, gaps and interventions that are not weak.
    func plans(_ access: Access, _ listing: Listing<ActionPlanField>) -> Reading<ActionPlan>
    func plan(_ access: Access, id: ActionPlan.ID) async throws -> ActionPlan
    /// What it still lacks, computed for every request. An agency is told of its own arrears only.
    func findings(_ access: Access, plan id: ActionPlan.ID) async throws -> PlanFindings
    /// Every intervention beside every indicator that it aims at, and what is red beside nothing.
    func matrix(_ access: Access, plan id: ActionPlan.ID) async throws -> InterventionMatrix
    /// What a rakor needs of it on paper. An agency is told of its own reports only.
    func pack(_ access: Access, plan id: ActionPlan.ID) async throws -> RakorPack
    /// By the framework of the lokus's baseline; `plan_needs_a_baseline` without one.
    func make(_ access: Access, _ draft: ActionPlanDraft, as id: ActionPlan.ID) async throws -> ActionPlan
    func change(
        _ access: Access, plan id: ActionPlan.ID, at version: Int, _ change: ActionPlanChange
    ) async throws -> ActionPlan
    /// Moves it along an edge of the table of transitions; `plan_follows_its_transitions` where there is none.
    func take(
        _ access: Access, _ step: ActionPlan.Step, plan id: ActionPlan.ID, at version: Int, reason: String?
    ) async throws -> ActionPlan
    /// Assigns every intervention that is still proposed; the day is today where it is nil. Returns how many.
    /// `change_stays_within_max_affected` where there are more than `atMost`.
    func assignAll(
        _ access: Access, in plan: ActionPlan.ID, on day: CalendarDay?, atMost: Int?
    ) async throws -> Int
}

package protocol InterventionPort: Sendable {
    /// By plan and reference.
    func interventions(_ access: Access, _ listing: Listing<InterventionField>) -> Reading<Intervention>
    func intervention(_ access: Access, id: Intervention.ID) async throws -> Intervention
    func propose(
        _ access: Access, _ draft: InterventionDraft, in plan: ActionPlan.ID, as id: Intervention.ID
    ) async throws -> Intervention
    /// All or nothing, by reference; a row that differs changes its intervention. Throws `UnknownInFile`, too.
    func importInterventions(
        _ access: Access, _ drafts: [InterventionDraft], into plan: ActionPlan.ID, _ strategy: ImportStrategy,
        fileName: String
    ) async throws -> InterventionReceipt
    func change(
        _ access: Access, intervention id: Intervention.ID, at version: Int, _ change: InterventionChange
    ) async throws -> Intervention
    func assign(
        _ access: Access, intervention id: Intervention.ID, at version: Int, on day: CalendarDay?
    ) async throws -> Intervention
    /// Moves it along an edge of the table of transitions; `intervention_follows_its_transitions` where there is none.
    func take(
        _ access: Access, _ step: Intervention.Step, intervention id: Intervention.ID, at version: Int, reason: String?
    ) async throws -> Intervention
    /// Makes the one that continues it, and ends it. Returns the new one.
    func carryOver(
        _ access: Access, intervention id: Intervention.ID, at version: Int, _ draft: CarryOverDraft,
        as next: Intervention.ID
    ) async throws -> Intervention
    /// Throws `BatchRefusal` where nothing is done because of one item; so do the other batches.
    func propose(
        _ access: Access, _ drafts: [InterventionDraft], in plan: ActionPlan.ID, _ mode: BatchMode
    ) async throws -> Batch<Intervention>
    func assign(_ access: Access, _ moves: [InterventionMove], _ mode: BatchMode) async throws -> Batch<Intervention>
    func accept(_ access: Access, _ moves: [InterventionMove], _ mode: BatchMode) async throws -> Batch<Intervention>
}

package protocol AmendmentPort: Sendable {
    /// All of a plan, in the order in which they were begun.
    func amendments(_ access: Access, of plan: ActionPlan.ID) async throws -> [PlanAmendment]
    func amendment(_ access: Access, id: PlanAmendment.ID) async throws -> PlanAmendment
    /// Throws `BatchRefusal` for a line that could not be written into the plan; so does `change`.
    func make(
        _ access: Access, _ draft: AmendmentDraft, of plan: ActionPlan.ID, as id: PlanAmendment.ID
    ) async throws -> PlanAmendment
    func change(
        _ access: Access, amendment id: PlanAmendment.ID, at version: Int, _ change: AmendmentChange
    ) async throws -> PlanAmendment
    /// Moves it along an edge of the table of transitions. Approving writes it into its plan, whole or not at all.
    func take(
        _ access: Access, _ step: PlanAmendment.Step, amendment id: PlanAmendment.ID, at version: Int, reason: String?
    ) async throws -> PlanAmendment
}

package protocol BudgetPort: Sendable {
    /// Without the interventions that they pay.
    func budgetLines(_ access: Access, _ listing: Listing<BudgetLineField>) -> Reading<BudgetLine>
    func budgetLine(_ access: Access, id: BudgetLine.ID) async throws -> BudgetLine
    /// Fails with `budget_line_is_there_once` where the agency has it in that year from that source already.
    func make(_ access: Access, _ draft: BudgetLineDraft, as id: BudgetLine.ID) async throws -> BudgetLine
    /// Stale where it is no longer at `version`. A later stage may cut the ceiling below what is shared.
    func change(
        _ access: Access, budgetLine id: BudgetLine.ID, at version: Int, _ change: BudgetLineChange
    ) async throws -> BudgetLine
}

/// A report, and what its plan now adds up to.
package struct ReportOutcome: Sendable {
    package let report: ProgressReport
    package let planTotals: ActionPlan.Totals

    package init(report: ProgressReport, planTotals: ActionPlan.Totals) {
        self.report = report
        self.planTotals = planTotals
    }
}

package protocol ReportPort: Sendable {
    /// By intervention reference and period.
    func reports(_ access: Access, _ listing: Listing<ProgressReportField>) -> Reading<ProgressReport>
    /// The same of one intervention; no reports is another answer than no intervention.
    func reports(
        _ access: Access, of intervention: Intervention.ID, _ listing: Listing<ProgressReportField>
    ) -> Reading<ProgressReport>
    func report(_ access: Access, id: ProgressReport.ID) async throws -> ProgressReport
    /// One HTTP request, one transaction, one round trip.
    func report(
        _ access: Access, on intervention: Intervention.ID, _ draft: ProgressReportDraft, as id: ProgressReport.ID
    ) async throws -> ReportOutcome
    /// - Parameter change: What is to be changed, told of the report as it is once it is known that the caller may.
    func correct(
        _ access: Access, report id: ProgressReport.ID, at version: Int,
        _ change: @Sendable (ProgressReport) throws -> ProgressReportChange
    ) async throws -> ReportOutcome
    /// A step along the table of transitions.
    func take(
        _ access: Access, _ step: ProgressReport.Step, report id: ProgressReport.ID, at version: Int, reason: String?
    ) async throws -> ReportOutcome
    /// What its village says of a report; the same once more changes nothing.
    func say(
        _ access: Access, _ statement: VillageStatement, report id: ProgressReport.ID, at version: Int
    ) async throws -> ReportOutcome
    func report(
        _ access: Access, _ drafts: [(intervention: Intervention.ID, draft: ProgressReportDraft)], _ mode: BatchMode
    ) async throws -> Batch<ProgressReport>
    func verify(
        _ access: Access, _ reports: [AsRead<ProgressReport>], _ mode: BatchMode
    ) async throws -> Batch<ProgressReport>
    /// By due date, reference and period.
    func obligations(
        _ access: Access, _ listing: Listing<ReportObligationField>
    ) -> Reading<ReportObligation>
    /// By kabupaten, budget year, agency and reference.
    func annualEvaluations(
        _ access: Access, _ listing: Listing<AnnualEvaluationField>
    ) -> Reading<AnnualEvaluation>
}
