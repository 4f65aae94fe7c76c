internal import ArgumentParser

struct AmendmentGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "amendment",
            Phrase(
                "Perubahan rencana aksi yang sudah ditetapkan: disusun, diajukan, ditetapkan.",
                "Amendments of an approved action plan: written, submitted, approved."),
            [
                AmendmentList.self, AmendmentShow.self, AmendmentBegin.self, AmendmentChange.self, AmendmentAdd.self,
                AmendmentCancel.self, AmendmentRemove.self, AmendmentSubmit.self, AmendmentApprove.self,
                AmendmentReturn.self, AmendmentWithdraw.self,
            ])
    }
}
