internal import ArgumentParser

struct SurveyGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "survey", abstract: "Pendataan: impor berkas, hasil, dan penutupan.",
        subcommands: [SurveyImport.self, SurveyShow.self, SurveyList.self, SurveyClose.self])
}
