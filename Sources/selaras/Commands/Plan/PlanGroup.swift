internal import ArgumentParser

struct PlanGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "plan", Phrase("Rencana aksi sebuah lokus.", "The action plan of a lokus."),
            [
                PlanShow.self, PlanMatrix.self, PlanReview.self, PlanPack.self, PlanList.self, PlanCreate.self,
                PlanEdit.self, PlanSuggest.self, PlanMeeting.self, PlanSubmit.self, PlanAgree.self, PlanApprove.self,
                PlanReturn.self, PlanAssign.self, PlanStart.self, PlanEvaluate.self,
                PlanClose.self, PlanDiff.self,
            ])
    }
}
