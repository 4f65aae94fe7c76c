import ArgumentParser
import Foundation
import Planning
import Store

struct AuditCheckpoint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: spoken(
            id: "Menandatangani akhir semua rantai saat ini.", en: "Sign where all chains end at present."),
        discussion: spoken(
            id: """
                Kunci diambil dari berkas yang disebut SELARAS_AUDIT_KEY_FILE. Hasilnya ditulis ke keluaran standar, \
                atau ditambahkan pada berkas. Simpan di tempat yang tidak dapat diubah oleh pengelola basis data: \
                peladen lain, surat, syslog, kantor lain.
                """,
            en: """
                The key is taken from the file that SELARAS_AUDIT_KEY_FILE names. The checkpoint is written to standard \
                output, or added to a file. Keep it where the administrator of the database cannot change it: another \
                server, a letter, syslog, another office.
                """))

    @Option(
        help: ArgumentHelp(
            spoken(id: "Tambahkan pada berkas ini.", en: "Add it to this file."),
            valueName: spoken(id: "berkas", en: "file")))
    var append: String?

    func run() async throws {
        let key = try AuditFiles.key()
        let chains = try await AuditVerification(Self.connectionOptions(), tasks: 1).heads()
        guard !chains.isEmpty else {
            throw Failure(
                .refused, id: "Belum ada peristiwa yang dapat ditandatangani.", en: "There are no events to sign yet.")
        }
        let note = try key.sign(Checkpoint(origin: key.verifier.name, chains: chains, takenAt: .now))
        guard let append else {
            print(note, terminator: "")
            return
        }
        try AuditFiles.add(note, to: append)
    }
}
