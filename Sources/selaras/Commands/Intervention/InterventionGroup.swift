internal import ArgumentParser

struct InterventionGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "intervention", Phrase("Intervensi dalam rencana aksi.", "Interventions of an action plan."),
            [
                InterventionList.self, InterventionShow.self, InterventionAdd.self, InterventionEdit.self,
                InterventionImport.self, InterventionAssign.self, InterventionAccept.self,
                ReasonedInterventionStep<Declining>.self, InterventionStep<Proposing>.self,
                InterventionStep<Budgeting>.self, InterventionStep<Starting>.self, InterventionStep<Finishing>.self,
                ReasonedInterventionStep<Delaying>.self, InterventionStep<Resuming>.self, InterventionCancel.self,
                InterventionCarryOver.self, InterventionCopy.self,
            ])
    }
}
