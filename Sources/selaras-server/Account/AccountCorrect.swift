import ArgumentParser
import Planning
import Store

struct AccountCorrect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: spoken(
            id: "Memperbaiki nama atau surel seseorang.", en: "Correct somebody's name or e-mail."),
        discussion: spoken(
            id:
                "Untuk akun yang tidak diurus orang lain, misalnya akun pengelola; untuk yang lain ada `selaras account "
                + "correct`.",
            en: "For accounts that nobody else looks after, such as an administrator's; for others there is `selaras "
                + "account correct`."))

    @Argument(help: ArgumentHelp(spoken(id: "Alamat surel sekarang.", en: "The present e-mail.")))
    var account: String

    @Option(help: ArgumentHelp(spoken(id: "Nama yang benar.", en: "The right name.")))
    var name: String?

    @Option(
        help: ArgumentHelp(
            spoken(id: "Surel yang benar.", en: "The right e-mail."), valueName: spoken(id: "surel", en: "e-mail")))
    var email: String?

    func validate() throws {
        guard name != nil || email != nil, name?.isBlank != true else {
            throw ValidationError(
                spoken(id: "Sebutkan --name, --email, atau keduanya.", en: "Name --name, --email or both."))
        }
    }

    func run() async throws {
        let present = try EmailAddress(given: account)
        let correction = AccountCorrection(
            name: name?.inPlainBlanks, email: try email.map { try EmailAddress(given: $0) })
        guard try await administer({ try await $0.correctAccount(present, correction) }) else {
            throw Failure(
                .refused, id: "Tidak ada akun dengan surel \(present).", en: "No account has the e-mail \(present).")
        }
        StandardError.print(spoken(id: "Akun diperbaiki.", en: "The account is corrected."))
    }
}
