internal import ArgumentParser

struct PlanGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "plan", Phrase("Rencana aksi sebuah lokus.", "The action plan of a lokus."),
            [PlanShow.self, PlanList.self, PlanCreate.self, PlanEdit.self, PlanAssign.self, PlanDiff.self])
    }
}
