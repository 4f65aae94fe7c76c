internal import ArgumentParser
internal import Planning
internal import Wire

struct AccountInvite: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "invite",
            Phrase("Beri seseorang peran, dan kode untuk mulai.", "Give somebody a role, and a code to begin."),
            examples: [
                "selaras account invite rahmat@kotabaru.example --name \"Rahmat Hidayat\" \\\n"
                    + "  --role agency --kabupaten 63.02 --agency PUPR"
            ],
            more: Phrase(
                "Kode ditampilkan sekali; sampaikan kepada orangnya sendiri. Yang sudah mempunyai akun mendapat perannya "
                    + "tanpa kode.",
                "The code is shown once; give it to the person alone. Who has an account gets the role without a code.")
        )
    }

    @Argument(help: .of("Surel orang yang diundang.", "E-mail of the one who is invited.", .email))
    var email: String

    @Option(help: .of("Nama orangnya.", "Name of the person.", .name))
    var name: String

    @Option(help: .of("Peran.", "Role.", .code))
    var role: Caller.Role

    @Option(help: .of("Kabupaten/kota.", "Kabupaten/kota.", .code), completion: .kabupaten)
    var kabupaten: String

    @Option(
        help: .of(
            "Perangkat daerah, untuk peran agency dan reporter.", "Agency, for the roles agency and reporter.", .code),
        completion: .agency)
    var agency: String?

    @Option(
        help: .of("Desa/kelurahan, untuk peran village.", "Desa/kelurahan, for the role village.", .code),
        completion: .desa)
    var desa: String?

    @Option(help: .of("Kecamatan, untuk peran subdistrict (camat).", "Kecamatan, for the role subdistrict.", .code))
    var kecamatan: String?

    @Option(
        help: .of(
            "Nomor surat tugas, untuk peran auditor; --valid-until adalah hari terakhirnya.",
            "Number of the letter of assignment, for the role auditor; --valid-until is its last day.", .number))
    var letter: String?

    @Option(help: .of("Hari pertama (TTTT-BB-HH).", "First day (YYYY-MM-DD).", .day))
    var validFrom: Day?

    @Option(help: .of("Hari terakhir (TTTT-BB-HH).", "Last day (YYYY-MM-DD).", .day))
    var validUntil: Day?

    @OptionGroup var write: WriteOptions
    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        var members: [(String, JSONValue)] = [
            ("email", .string(email)), ("name", .string(name)), ("role", .string(role.rawValue)),
            ("kabupaten_code", .string(kabupaten)),
        ]
        let optional = [
            ("agency_code", agency), ("desa_code", desa), ("kecamatan_code", kecamatan),
            ("assignment_letter", letter), ("valid_from_on", validFrom?.text),
            ("valid_until_on", validUntil?.text),
        ]
        for (name, value) in optional { if let value { members.append((name, .string(value))) } }
        let made = try await context.service(common).post(
            Address("invitations").with("dry_run", write.dryRun), .object(JSONObject(members)))
        let message: Phrase =
            write.dryRun ? .simulated(.invitation) : made.value["code"].isNull ? .roleGiven : .codeMade
        try context.show(AccountView.code(made, context.language, message), output, common)
    }
}
