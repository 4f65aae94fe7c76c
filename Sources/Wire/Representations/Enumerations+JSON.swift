package import Measurement
package import Planning

extension Caller.Role: JSONRepresentable {}
extension Region.Level: JSONRepresentable {}
extension Framework.Status: JSONRepresentable {}
extension Framework.Aggregation: JSONRepresentable {}
extension Framework.Indicator.Direction: JSONRepresentable {}
extension Framework.Indicator.Unit: JSONRepresentable {}
extension Transition: JSONRepresentable {}
extension Absence: JSONRepresentable {}
extension Certainty: JSONRepresentable {}
extension ChangeReason: JSONRepresentable {}
extension RelativeError.Class: JSONRepresentable {}
extension Verdict: JSONRepresentable {}
extension YearComparison.Obstacle: JSONRepresentable {}
extension SurveyRound.Purpose: JSONRepresentable {}
extension SurveyRound.Design: JSONRepresentable {}
extension SurveyRound.Basis: JSONRepresentable {}
extension SurveyRound.State: JSONRepresentable {}
extension ActionPlan.State: JSONRepresentable {}
extension ActionPlan.Step: JSONRepresentable {}
extension PlanAmendment.State: JSONRepresentable {}
extension PlanAmendment.Line.Kind: JSONRepresentable {}
extension TermsMember: JSONRepresentable {}
extension Intervention.State: JSONRepresentable {}
extension ProgressReport.State: JSONRepresentable {}
extension ProgressReport.VillageWord: JSONRepresentable {}
extension Funding.Source: JSONRepresentable {}
extension BudgetLine.Stage: JSONRepresentable {}
extension ReportObligation.State: JSONRepresentable {}
extension Percent.Grade: JSONRepresentable {}
extension DraftFault.Code: JSONRepresentable {}
