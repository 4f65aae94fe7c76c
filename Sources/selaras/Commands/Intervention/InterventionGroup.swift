internal import ArgumentParser

struct InterventionGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intervention", abstract: "Intervensi dalam rencana aksi.",
        subcommands: [
            InterventionList.self, InterventionShow.self, InterventionAdd.self, InterventionImport.self,
            InterventionAssign.self, InterventionAccept.self,
        ])
}
