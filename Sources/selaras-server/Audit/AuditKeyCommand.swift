import ArgumentParser
import Store

struct AuditKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key",
        abstract: spoken(
            id: "Kunci yang menandatangani titik periksa.", en: "The key that signs checkpoints."),
        subcommands: [AuditKeyCreate.self, AuditKeyShow.self])
}

struct AuditKeyCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: spoken(
            id: "Membuat kunci Ed25519 baru dan menampilkan kunci publiknya.",
            en: "Create a new Ed25519 key, and show its public key."),
        discussion: spoken(
            id: """
                Berkas hanya dapat dibaca oleh pembuatnya, dan tidak pernah ditimpa. Kunci publik diberikan kepada siapa \
                pun yang memeriksa titik periksa.
                """,
            en: """
                Only its maker can read the file, and none is overwritten. The public key is for everybody who verifies \
                checkpoints.
                """))

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Nama layanan ini, misalnya selaras.kalselprov.go.id/audit; tanpa spasi dan tanpa tanda +.",
                en: "The name of this service, for example selaras.kalselprov.go.id/audit; without blanks and +.")))
    var name: String

    @Argument(
        help: ArgumentHelp(
            spoken(id: "Berkas kunci yang akan dibuat.", en: "The key file to be made."),
            valueName: spoken(id: "berkas", en: "file")))
    var file: String

    func run() async throws {
        guard let key = AuditKey.create(name: name) else {
            throw Failure(
                .unable, id: "--name tidak boleh kosong dan tidak boleh berisi spasi atau tanda +.",
                en: "--name must not be empty and must not contain blanks or +.")
        }
        try AuditFiles.create(key.text + "\n", at: file)
        print(key.verifier.text)
    }
}

struct AuditKeyShow: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: spoken(
            id: "Menampilkan kunci publik dari SELARAS_AUDIT_KEY_FILE.",
            en: "Show the public key of SELARAS_AUDIT_KEY_FILE."))

    func run() async throws {
        print(try AuditFiles.key().verifier.text)
    }
}
