internal import ArgumentParser
internal import Phrasing
internal import Wire

struct DoctorCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "doctor",
            Phrase(
                "Periksa pengaturan, jaringan, layanan, dan terminal.", "Check settings, network, service and terminal."
            ),
            examples: ["selaras doctor", "selaras doctor -o json"],
            more: Phrase(
                "Kode keluar 1 bila ada yang gagal; peringatan saja tidak menggagalkan.",
                "Exit code 1 where something fails; a warning alone does not."))
    }

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    private static let columns = [
        Column("check", .check, .word(.check)), Column("verdict", .verdict, .word(.verdict), tone: tone),
        Column("finding", .finding), Column("remedy", .remedy),
    ]

    func run(in context: Context) async throws {
        let findings = await Examination(context: context, common: common).findings()
        let rows = findings.map { finding -> JSONValue in
            [
                "check": .string(finding.check), "verdict": .string(finding.verdict.rawValue),
                "finding": .string(finding.text[context.language]),
                "remedy": finding.remedy.map { .string($0[context.language]) } ?? .null,
            ]
        }
        // Files of settings that cannot be read are a finding, and no reason to show none.
        let settings =
            try (try? context.settings(common))
            ?? Settings(environment: context.environment, options: common, files: [])
        try context.show(.list(rows, Self.columns, name: .member("check")), output, common, by: settings)
        if findings.contains(where: { $0.verdict == .fail }) { throw Failure.told(.failure) }
    }

    private static func tone(_ row: JSONValue) -> Tone {
        switch row["verdict"].text {
        case "ok": .good
        case "fail": .bad
        default: .plain
        }
    }
}
