internal import ArgumentParser

/// The tree of commands.
struct Selaras: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "selaras",
            abstract: Phrase(
                "Kualitas keluarga di desa/kelurahan lokus: pendataan, rencana aksi, dan laporan realisasi.",
                "Family quality in focus villages (lokus): surveys, action plans and progress reports."
            ).text,
            discussion: [Phrase("Contoh:", "Examples:").text, examples, explanation.text].joined(separator: "\n"),
            version: Version.current, subcommands: commands + topics.map { $0 })
    }

    static let topics: [any HelpTopic.Type] = [ExitCodesTopic.self, EnvironmentTopic.self, OutputTopic.self]

    private static let commands: [any ParsableCommand.Type] = [
        WeakCommand.self, CompareCommand.self, InboxCommand.self, LokusGroup.self, SurveyGroup.self, PlanGroup.self,
        AmendmentGroup.self, InterventionGroup.self, BudgetGroup.self, ReportGroup.self, RegionGroup.self,
        FrameworkGroup.self, AgencyGroup.self, CatalogueGroup.self, OperationGroup.self, EventGroup.self,
        LoginCommand.self, LogoutCommand.self,
        WhoamiCommand.self, SessionGroup.self, AccountGroup.self, SecondFactorGroup.self, ProfileGroup.self,
        ConfigGroup.self, ExplainCommand.self, DoctorCommand.self, APICommand.self, CompletionCommand.self,
        CompleteCommand.self, ManualCommand.self,
    ]

    private static let examples = """
          selaras login --url https://selaras.example.org
          selaras weak 63.02.12.2005/2025
          selaras compare 63.02.12.2005/2025

        """

    private static let explanation = Phrase(
        """
        IKK di sini berarti Indeks Kualitas Keluarga. LOKUS ditulis dengan kode desa/kelurahan dan tahunnya, misalnya \
        63.02.12.2005/2025; tahun boleh dihilangkan bila hanya satu.
        Bantuan lain: selaras help exit-codes, selaras help environment, selaras help output
        Bila ada yang tidak berjalan: selaras doctor
        """,
        """
        IKK is the family quality index. A LOKUS is written with the code of its desa/kelurahan and its year, as \
        63.02.12.2005/2025; the year may be left out where there is only one.
        More help: selaras help exit-codes, selaras help environment, selaras help output
        Where something does not work: selaras doctor
        """)
}
