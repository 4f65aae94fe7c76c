import ArgumentParser
import Foundation
import Store

struct AuditVerify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: spoken(
            id: "Menghitung ulang rantai peristiwa dan menyebut peristiwa pertama yang tidak lagi seperti semula.",
            en: "Recompute the chains of events, and name the first event that is no longer as it was."),
        discussion: spoken(
            id: """
                Yang ditemukan: peristiwa yang diubah, dihapus, disisipkan, atau ditukar. Akhir rantai yang dipotong, \
                cadangan lama yang dipulihkan, dan rantai yang seluruhnya ditulis ulang hanya ditemukan dengan \
                --checkpoint. Kode keluar 1 bila ada yang ditemukan.
                """,
            en: """
                It finds events that were edited, deleted, slipped in or moved. An end that was cut off, a restored old \
                backup, and a chain written anew as a whole are found only with --checkpoint. The exit code is 1 where \
                something was found.
                """))

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Hanya rantai wilayah ini: kode kabupaten, kode provinsi, atau service.",
                en: "Only the chain of this area: the code of a kabupaten, of a province, or service.")))
    var area: String?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Berkas titik periksa; rantai harus sama dengannya. Boleh diulang, dan boleh berisi beberapa.",
                en: "A file of checkpoints, with which the chains must agree. May be repeated, may hold several."),
            valueName: spoken(id: "berkas", en: "file")))
    var checkpoint: [String] = []

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Percaya pada rantai sampai titik periksa terakhir di berkas ini, dan hanya periksa lanjutannya.",
                en: "Believe the chains up to the last checkpoint of this file, and verify only what follows."),
            valueName: spoken(id: "berkas", en: "file")))
    var from: String?

    @Option(
        help: ArgumentHelp(
            spoken(
                id:
                    "Kunci publik penanda tangan; tanpa ini SELARAS_AUDIT_PUBLIC_KEY, lalu kunci SELARAS_AUDIT_KEY_FILE.",
                en: "The public key of the signer; without it SELARAS_AUDIT_PUBLIC_KEY, then that of "
                    + "SELARAS_AUDIT_KEY_FILE."), valueName: spoken(id: "kunci", en: "key")))
    var publicKey: String?

    @Flag(
        help:
            "\(spoken(id: "Hanya memeriksa tanda tangan titik periksa, tanpa basis data.", en: "Only verify the signatures of the checkpoints, without a database."))"
    )
    var offline = false

    @Flag(
        help:
            "\(spoken(id: "Juga mencocokkan jawaban keluarga dengan impor terakhirnya.", en: "Also hold the answers of families against their last import."))"
    )
    var rows = false

    func validate() throws {
        if offline, checkpoint.isEmpty {
            throw ValidationError(
                spoken(id: "--offline memerlukan --checkpoint.", en: "--offline needs --checkpoint."))
        }
    }

    func run() async throws {
        let signed = try checkpoint.flatMap { try AuditFiles.checkpoints($0, key: publicKey) }
        let start = try from.flatMap { try AuditFiles.checkpoints($0, key: publicKey).last }
        if offline {
            for checkpoint in signed { print(Self.told(checkpoint)) }
            return
        }
        let options = try Self.connectionOptions()
        let tasks = ProcessInfo.processInfo.activeProcessorCount
        let chains = try await AuditVerification(options, tasks: tasks).run(area: area, signed: signed, from: start)
        if let area, chains.allSatisfy({ $0.events == 0 && $0.fault == nil && $0.size == 0 }) {
            throw Failure(
                .refused, id: "Tidak ada rantai peristiwa \(area). Periksa kodenya, atau tanpa --area untuk semuanya.",
                en: "There is no chain of events \(area). Check the code, or leave --area out for all of them.")
        }
        let faults = chains.compactMap(\.fault)
        for fault in faults { StandardError.print(fault.sentence.spoken) }
        let answers = rows ? try await AuditVerification(options, tasks: 1).rows(area: area) : nil
        for altered in answers?.altered ?? [] { StandardError.print(altered.sentence.spoken) }
        guard faults.isEmpty, answers?.altered.isEmpty ?? true else { throw ExitCode(Failure.Code.refused.rawValue) }
        let events = chains.reduce(0) { $0 + $1.events }
        print(
            spoken(
                id: "Jejak audit utuh: \(events) peristiwa diperiksa dalam \(chains.count) rantai.",
                en: "The audit trail is whole: \(events) events verified in \(chains.count) chains."))
        if let answers {
            print(
                spoken(
                    id: "Jawaban keluarga utuh: \(answers.rounds) pendataan.",
                    en: "The answers of families are whole: \(answers.rounds) survey rounds."))
        }
        if signed.isEmpty {
            StandardError.print(
                spoken(
                    id: "Tanpa --checkpoint, akhir rantai yang dipotong tidak dapat diketahui.",
                    en: "Without --checkpoint it cannot be known whether the end of a chain was cut off."))
        }
    }

    private static func told(_ checkpoint: Checkpoint) -> String {
        spoken(
            id: "Tanda tangan sah: \(checkpoint.origin), \(checkpoint.takenAt), \(checkpoint.size) peristiwa dalam "
                + "\(checkpoint.chains.count) rantai.",
            en: "The signature is valid: \(checkpoint.origin), \(checkpoint.takenAt), \(checkpoint.size) events in "
                + "\(checkpoint.chains.count) chains.")
    }
}
