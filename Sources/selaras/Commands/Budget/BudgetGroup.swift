internal import ArgumentParser

struct BudgetGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "budget",
            Phrase(
                "Pos anggaran: pagu per tahap dan alokasinya kepada intervensi.",
                "Budget lines: ceilings by stage and their shares for interventions."),
            [BudgetList.self, BudgetShow.self, BudgetAdd.self, BudgetEdit.self])
    }
}
