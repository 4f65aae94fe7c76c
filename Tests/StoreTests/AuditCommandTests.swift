import Foundation
import LibPQ
import Store
import Support
import Testing

/// `selaras-server audit`, as an operator runs it.
@Suite struct AuditCommandTests {
    private static let sizes = ["63.02": 9, "service": 3]

    private func run(_ body: (TestDatabase, Program, URL) async throws -> Void) async throws {
        try await AdministeredDatabase.run { administered in
            let folder = FileManager.default.temporaryDirectory.appending(path: "selaras-audit-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            var environment = administered.database.adminEnvironment
            environment["SELARAS_AUDIT_KEY_FILE"] = folder.appending(path: "key").path
            try await administered.database.startAnew(Self.sizes)
            try await body(
                administered.database, Program.built("selaras-server", environment: environment), folder)
        }
    }

    private func tamper(_ database: TestDatabase, _ sql: String) async throws {
        let connection = try await Connection.open(ConnectionOptions(conninfo: database.adminConninfo))
        try await connection.simple(
            "set search_path = selaras, pg_temp; set session_replication_role = replica; \(sql)")
        await connection.close()
    }

    @Test func aChainIsVerifiedAndItsFirstFaultNamed() async throws {
        try await run { database, program, _ in
            let whole = try await program("audit", "verify")
            #expect(whole.code == 0 && whole.out == "Jejak audit utuh: 12 peristiwa diperiksa dalam 2 rantai.\n")
            #expect(whole.error.contains("Tanpa --checkpoint"), "\(whole.error)")

            try await tamper(database, "update event set subject_id = 'x' where area_code = '63.02' and number >= 4")
            let edited = try await program("audit", "verify")
            #expect(edited.code == 1 && edited.out.isEmpty)
            #expect(edited.error.hasPrefix("Rantai 63.02: peristiwa 4 tidak lagi seperti ketika ditulis"))
            #expect(
                edited.error.contains("lokus x") && edited.error.split(separator: "\n").count == 1, "\(edited.error)")
            #expect(try await program("audit", "verify", "--area", "service").code == 0)

            try await tamper(database, "delete from event where number in (1, 2)")
            let deleted = try await program("audit", "verify")
            #expect(deleted.code == 1 && deleted.error.split(separator: "\n").count == 2, "\(deleted.error)")
            #expect(deleted.error.contains("Rantai service: peristiwa 1 sampai 2 dihapus."), "\(deleted.error)")
            let none = try await program("audit", "verify", "--area", "63.1")
            #expect(none.code == 1 && none.error.contains("Tidak ada rantai peristiwa 63.1"), "\(none)")
        }
    }

    @Test func aCheckpointFindsWhatWasCutOff() async throws {
        try await run { database, program, folder in
            let notes = folder.appending(path: "notes").path
            let none = try await program("audit", "checkpoint")
            #expect(none.code == 2 && none.error.contains("key tidak ditemukan"), "\(none.error)")
            let key = try await program(
                "audit", "key", "create", "--name", "uji/audit", folder.appending(path: "key").path)
            #expect(key.code == 0 && key.out.hasPrefix("uji/audit+"), "\(key)")
            let mode = try FileManager.default.attributesOfItem(atPath: folder.appending(path: "key").path)
            #expect(mode[.posixPermissions] as? Int == 0o600)
            let again = try await program("audit", "key", "create", "--name", "uji", folder.appending(path: "key").path)
            #expect(again.code == 2 && again.error.contains("tidak dapat ditulis"), "\(again.error)")
            #expect(try await program("audit", "key", "show").out == key.out)

            #expect(try await program("audit", "checkpoint", "--append", notes).code == 0)
            try await tamper(
                database, "select append_event('63.02', 'lokus', 'n', 'insert', null, '{}') from generate_series(1, 5)")
            #expect(try await program("audit", "checkpoint", "--append", notes).code == 0)
            let printed = try await program("audit", "checkpoint")
            #expect(
                printed.out.hasPrefix("uji/audit\n17\n") && printed.out.contains("\nchain 63.02 14 "), "\(printed.out)")

            let publicKey = key.out.trimmingCharacters(in: .newlines)
            var elsewhere = Program(program.path)
            elsewhere.environment = ["SELARAS_AUDIT_KEY_FILE": "", "SELARAS_AUDIT_PUBLIC_KEY": publicKey]
            let offline = try await elsewhere("audit", "verify", "--offline", "--checkpoint", notes)
            #expect(offline.code == 0 && offline.out.split(separator: "\n").count == 2, "\(offline)")
            #expect(offline.out.contains("12 peristiwa dalam 2 rantai") && offline.out.contains("17 peristiwa"))

            let whole = try await program("audit", "verify", "--checkpoint", notes)
            #expect(whole.code == 0 && whole.out.contains("17 peristiwa") && whole.error.isEmpty, "\(whole)")
            let rest = try await program("audit", "verify", "--from", notes, "--checkpoint", notes)
            #expect(rest.code == 0 && rest.out.contains("utuh: 0 peristiwa"), "\(rest)")

            try await tamper(database, "delete from event where area_code = '63.02' and number > 10")
            #expect(try await program("audit", "verify").code == 0)
            for option in ["--checkpoint", "--from"] {
                let cut = try await program("audit", "verify", option, notes)
                let first = option == "--from" ? 14 : 11
                #expect(cut.code == 1 && cut.error.contains("peristiwa \(first) sampai 14 hilang"), "\(cut.error)")
            }
            // Other things were done since, as after a restored backup: longer, and in itself right.
            try await tamper(
                database, "select append_event('63.02', 'lokus', 'm', 'insert', null, '{}') from generate_series(1, 9)")
            let rewritten = try await program("audit", "verify", "--checkpoint", notes)
            #expect(rewritten.code == 1, "\(rewritten)")
            #expect(
                rewritten.error.contains("Rantai 63.02: peristiwa 10 sampai 14 ditulis ulang"), "\(rewritten.error)")
        }
    }

    @Test func aForgedCheckpointIsNotBelieved() async throws {
        try await run { _, program, folder in
            let file = folder.appending(path: "key").path
            let key = try await program("audit", "key", "create", "--name", "uji", file).out
                .trimmingCharacters(in: .newlines)
            let note = try await program("audit", "checkpoint").out
            let other = try await program("audit", "key", "create", "--name", "uji", file + "2").out
                .trimmingCharacters(in: .newlines)
            let cases = [
                (note.replacing("chain 63.02 9 ", with: "chain 63.02 8 "), key, 1, "tidak sah"),
                (note.replacing("\n12\n", with: "\n13\n"), key, 1, "tidak sah"),
                (note, other, 1, "tidak ditandatangani dengan kunci ini"),
                (String(note.dropLast(12)), key, 1, "bukan berkas titik periksa"),
                (note.components(separatedBy: "\n\n")[0] + "\n", key, 1, "bukan berkas titik periksa"),
                ("", key, 1, "bukan berkas titik periksa"), (note, "uji+00000000+AAAA", 2, "Kunci publik"),
            ]
            for (index, (text, key, code, sentence)) in cases.enumerated() {
                let path = folder.appending(path: "note\(index)").path
                try text.write(toFile: path, atomically: true, encoding: .utf8)
                for option in [["--offline", "--checkpoint"], ["--from"]] {
                    let arguments = ["audit", "verify", "--public-key", key] + option + [path]
                    let refused = try await program.run(arguments)
                    #expect(refused.code == code && refused.error.contains(sentence), "\(index): \(refused)")
                }
            }
        }
    }
}
