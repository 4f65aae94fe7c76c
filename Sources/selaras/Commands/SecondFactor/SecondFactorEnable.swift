internal import ArgumentParser
internal import Wire

struct SecondFactorEnable: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "enable",
            Phrase(
                "Aktifkan faktor kedua dan simpan kode pemulihan.",
                "Enable the second factor, and keep the recovery codes."),
            examples: ["selaras second-factor enable"],
            more: Phrase(
                "Kata sandi ditanyakan dahulu. Masukkan kunci atau alamat otpauth yang ditampilkan ke aplikasi autentikasi, "
                    + "lalu ketik kode yang muncul; baru sesudah itu faktor kedua aktif. Sesi Anda yang lain berakhir. "
                    + "Sepuluh kode pemulihan ditampilkan sekali; masing-masing berlaku sekali.",
                "The password is asked for first. Enter the key or the otpauth address that is shown into the "
                    + "authenticator, then type the code that appears; only then the second factor is enabled. Your other "
                    + "sessions end. Ten recovery codes are shown once; each is good once."))
    }

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        try context.requireKeyboard(common)
        let service = try context.service(common)
        let password = try context.secret(.currentPasswordPrompt)
        let made = try await service.post(
            Address("me", "second-factor"), ["current_password": .string(password)]
        ).value
        // Said whatever --quiet says: without it there is nothing to go on with.
        let words = Phrase.enrolment(
            secret: Visible.text(made["secret"].text ?? ""), address: Visible.text(made["otpauth_uri"].text ?? ""))
        context.console.say(words.text(in: context.language))
        let code = try context.secret(.secondFactorPrompt)
        let done = try await service.post(
            Address("me", "second-factor", "confirm"), ["second_factor_code": .string(code)])
        try context.show(AccountView.recoveryCodes(done, .secondFactorEnabled), output, common)
    }
}

struct SecondFactorCodes: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "codes",
            Phrase("Buat sepuluh kode pemulihan baru.", "Make ten other recovery codes."),
            examples: ["selaras second-factor codes"],
            more: Phrase(
                "Kata sandi dan kode ditanyakan dahulu. Kode pemulihan yang lama tidak berlaku lagi.",
                "The password and a code are asked for first. The recovery codes of before are good no more."))
    }

    @OptionGroup(title: Phrase.outputTitle.text) var output: OutputOptions
    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let proof = try context.secondFactorProof(common)
        let made = try await context.service(common).post(Address("me", "second-factor", "recovery-codes"), proof)
        try context.show(AccountView.recoveryCodes(made, .recoveryCodesMade), output, common)
    }
}

struct SecondFactorDisable: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "disable", Phrase("Nonaktifkan faktor kedua Anda.", "Disable your second factor."),
            examples: ["selaras second-factor disable"],
            more: Phrase(
                "Kata sandi dan kode ditanyakan dahulu. Sesi Anda yang lain berakhir. Untuk berganti ponsel: nonaktifkan, "
                    + "lalu aktifkan lagi.",
                "The password and a code are asked for first. Your other sessions end. To change the phone: disable it, "
                    + "then enable it again."))
    }

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        let proof = try context.secondFactorProof(common)
        _ = try await context.service(common).post(Address("me", "second-factor", "disable"), proof)
        context.note(.secondFactorDisabled, common)
    }
}

extension Context {
    /// All that signing in asks for, typed.
    fileprivate func secondFactorProof(_ common: CommonOptions) throws -> JSONValue {
        try requireKeyboard(common)
        let password = try secret(.currentPasswordPrompt)
        return ["current_password": .string(password), "second_factor_code": .string(try secret(.secondFactorPrompt))]
    }
}
