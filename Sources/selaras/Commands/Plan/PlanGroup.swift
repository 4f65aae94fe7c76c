internal import ArgumentParser

struct PlanGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Rencana aksi sebuah lokus.",
        subcommands: [PlanShow.self, PlanList.self, PlanCreate.self, PlanAssign.self])
}
