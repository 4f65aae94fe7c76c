internal import ArgumentParser

struct SurveyGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "survey",
            Phrase("Pendataan: impor berkas, hasil, dan penutupan.", "Surveys: import of files, results, and closing."),
            [
                SurveyTemplate.self, SurveyImport.self, SurveyInspect.self, SurveyReview.self, SurveyShow.self,
                SurveyList.self,
                SurveyClose.self, SurveyDiscard.self, SurveyPlanSample.self, SurveyImportResults.self,
                SurveyReconcile.self,
                SurveyTargets.self,
            ])
    }
}
