import ArgumentParser

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: spoken(
            id: "Membuktikan bahwa jejak audit tidak diubah, dan membacanya.",
            en: "Prove that the audit trail was not changed, and read it."),
        discussion: spoken(
            id: """
                Setiap peristiwa terikat pada peristiwa sebelumnya di wilayah yang sama dengan SHA-256. Pengelola basis \
                data yang menulis ulang seluruh rantai hanya ketahuan oleh titik periksa yang ditandatangani dan \
                disimpan di tempat lain: buat secara berkala, simpan di luar peladen basis data.
                """,
            en: """
                Every event is bound by SHA-256 to the one before it in the same area. An administrator of the database \
                who writes a whole chain anew is found only by a signed checkpoint that is kept elsewhere: make one \
                regularly, and keep it away from the database server.
                """),
        subcommands: [AuditVerify.self, AuditRead.self, AuditCheckpoint.self, AuditKeyCommand.self])
}
