import ArgumentParser
import Planning
import Store

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: spoken(
            id: "Mengundang orang pertama, dan memberi kode baru kepada yang tidak dapat masuk.",
            en: "Invite the first people, and give a new code to who cannot sign in."),
        subcommands: [
            AccountInvite.self, AccountReset.self, AccountCorrect.self, AccountRemoveSecondFactor.self,
        ])
}

struct AccountInvite: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: spoken(
            id: "Memberi seseorang peran dan kode undangan; kodenya ditampilkan satu kali, di keluaran standar.",
            en: "Give somebody a role and an invitation code; the code is shown once, on standard output."),
        discussion: spoken(
            id: """
                Dengan kode itu orang tersebut memilih kata sandinya sendiri: `selaras account accept`. Untuk orang \
                berikutnya, koordinator mengundang sendiri. Yang sudah mempunyai kata sandi tidak memerlukan kode.
                """,
            en: """
                With the code the person chooses their own password: `selaras account accept`. The next people are \
                invited by the coordinator. Who has a password needs no code.
                """))

    @Option(
        help: ArgumentHelp(spoken(id: "Alamat surel.", en: "E-mail."), valueName: spoken(id: "surel", en: "e-mail")))
    var email: String

    @OptionGroup var holder: HolderOptions

    func run() async throws {
        let (email, draft) = (try EmailAddress(given: email), try holder.draft())
        let issued = try await administer { try await $0.invite(email, as: draft) }
        guard let secret = issued.secret, let expiresAt = issued.expiresAt else {
            StandardError.print(
                spoken(
                    id: "Peran diberikan. \(email) sudah mempunyai kata sandi, sehingga tidak ada kode.",
                    en: "The role is given. \(email) has a password, so there is no code."))
            return
        }
        print(secret.text)
        StandardError.print(IssuedCode.note(until: expiresAt))
    }
}

struct AccountReset: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset",
        abstract: spoken(
            id: "Memberi kode baru; akun yang dinonaktifkan menjadi aktif kembali begitu kodenya dipakai.",
            en: "Give a new code; an account that was disabled is enabled again once it is used."))

    @Argument(help: ArgumentHelp(spoken(id: "Alamat surel.", en: "E-mail.")))
    var email: String

    func run() async throws {
        let address = try EmailAddress(given: email)
        let issued = try await administer { administration in
            guard let issued = try await administration.resetAccount(address) else {
                throw Failure(
                    .refused, id: "Tidak ada akun dengan surel \(address).", en: "No account has the e-mail \(address)."
                )
            }
            return issued
        }
        guard let secret = issued.secret, let expiresAt = issued.expiresAt else { return }
        print(secret.text)
        StandardError.print(IssuedCode.note(until: expiresAt))
    }
}

struct AccountRemoveSecondFactor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove-second-factor",
        abstract: spoken(
            id: "Menghapus faktor kedua dari orang yang kehilangannya, dan mengakhiri semua sesinya.",
            en: "Remove the second factor of somebody who lost it, and end all their sessions."),
        discussion: spoken(
            id: """
                Untuk orang yang akunnya tidak diurus orang lain, misalnya satu-satunya pengelola; bagi yang lain cukup \
                `selaras second-factor remove`. Pastikan dahulu bahwa benar orangnya.
                """,
            en: """
                For people whose account nobody looks after, such as the only administrator; for others there is `selaras \
                second-factor remove`. Make sure first that it is the person.
                """))

    @Argument(help: ArgumentHelp(spoken(id: "Alamat surel.", en: "E-mail.")))
    var email: String

    func run() async throws {
        let address = try EmailAddress(given: email)
        guard try await administer({ try await $0.removeSecondFactor(address) }) else {
            throw Failure(
                .refused, id: "Tidak ada faktor kedua pada akun dengan surel \(address).",
                en: "No account with the e-mail \(address) has a second factor.")
        }
        StandardError.print(
            spoken(
                id: "Faktor kedua dihapus. \(address) masuk dengan kata sandi saja.",
                en: "The second factor is removed. \(address) signs in with the password alone."))
    }
}

extension IssuedCode {
    fileprivate static func note(until moment: Moment) -> String {
        spoken(
            id:
                "Kode berlaku sampai \(moment) dan hanya sekali. Sampaikan kepada orangnya sendiri; kode tidak disimpan.",
            en: "The code is valid until \(moment), and once. Give it to the person alone; it is not stored.")
    }
}

extension EmailAddress {
    /// As somebody typed it.
    init(given text: String) throws {
        guard let email = EmailAddress(text) else {
            throw ValidationError(
                spoken(
                    id: "\"\(text)\" bukan alamat surel, misalnya siti@contoh.go.id.",
                    en: "\"\(text)\" is no e-mail, as siti@example.org."))
        }
        self = email
    }
}
