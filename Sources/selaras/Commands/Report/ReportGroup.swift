internal import ArgumentParser

struct ReportGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "report", Phrase("Laporan realisasi intervensi.", "Progress reports of interventions."),
            [
                ReportSubmit.self, ReportTemplate.self, ReportImport.self, ReportImportRFK.self, ReportCorrect.self,
                ReportVerify.self,
                ReportReturn.self, ReportList.self, ReportEvaluation.self,
            ])
    }
}
