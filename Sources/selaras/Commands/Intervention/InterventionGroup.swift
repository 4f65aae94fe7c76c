internal import ArgumentParser

struct InterventionGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "intervention", Phrase("Intervensi dalam rencana aksi.", "Interventions of an action plan."),
            [
                InterventionList.self, InterventionShow.self, InterventionAdd.self, InterventionEdit.self,
                InterventionImport.self, InterventionAssign.self, InterventionAccept.self,
            ])
    }
}
