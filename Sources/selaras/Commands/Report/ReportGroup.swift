internal import ArgumentParser

struct ReportGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "report", Phrase("Laporan realisasi intervensi.", "Progress reports of interventions."),
            [
                ReportSubmit.self, ReportTemplate.self, ReportImport.self, ReportImportRFK.self, ReportCorrect.self,
                ReportConfirm.self, ReportDispute.self, ReportVerify.self, ReportReturn.self, ReportList.self,
                ReportShow.self, ReportEvaluation.self,
            ])
    }
}
