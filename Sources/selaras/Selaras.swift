internal import ArgumentParser

/// The tree of commands.
struct Selaras: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "selaras",
        abstract: "Kualitas keluarga di desa/kelurahan lokus: pendataan, rencana aksi, dan laporan realisasi.",
        discussion: """
            Contoh:
              selaras login --url https://selaras.example.org
              selaras weak 63.02.12.2005/2025
              selaras compare 63.02.12.2005/2025

            IKK di sini berarti Indeks Kualitas Keluarga. LOKUS ditulis dengan kode desa/kelurahan dan tahunnya, \
            misalnya 63.02.12.2005/2025; tahun boleh dihilangkan bila hanya satu.
            Arti kode keluar: selaras help exit-codes
            """,
        version: Version.current,
        subcommands: [
            WeakCommand.self, CompareCommand.self, InboxCommand.self, LokusGroup.self, SurveyGroup.self, PlanGroup.self,
            InterventionGroup.self, ReportGroup.self, RegionGroup.self, FrameworkGroup.self, AgencyGroup.self,
            CatalogueGroup.self, LoginCommand.self, LogoutCommand.self, WhoamiCommand.self, ExitCodesTopic.self,
        ])
}
