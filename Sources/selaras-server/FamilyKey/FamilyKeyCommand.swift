import ArgumentParser
import Store

struct FamilyKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "family-key",
        abstract: spoken(
            id: "Kunci yang menyandikan identitas keluarga.", en: "The key that hides the identity of families."),
        subcommands: [FamilyKeyCheck.self, FamilyKeyRotate.self])
}

struct FamilyKeyCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: spoken(
            id: "Memeriksa apakah berkas kunci cocok dengan basis data.",
            en: "Check that the key file belongs to the database."))

    func run() async throws {
        let key = try Environment.familyKey()
        try await administer { administration in
            let applied: Int
            switch try await administration.familyKeyState(of: key) {
            case .other: throw Failure.otherFamilyKey
            case .unused:
                print(
                    spoken(
                        id: "Belum ada keluarga; kunci ditetapkan oleh impor pertama.",
                        en: "There are no families yet; the first import decides which key it is."))
                return
            case .unrecorded: applied = 1
            case .applied(let count): applied = count
            }
            guard applied == key.count else {
                throw Failure(
                    .refused,
                    id: "Berkas berisi \(key.count) kunci; sejauh ini basis data memakai \(applied) kunci. Jalankan "
                        + "`selaras-server family-key rotate`.",
                    en: "The file holds \(key.count) keys, the database uses \(applied) so far. Run "
                        + "`selaras-server family-key rotate`.")
            }
            print(spoken(id: "Kunci cocok (\(applied)).", en: "The key belongs to the database (\(applied))."))
        }
    }
}

struct FamilyKeyRotate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: spoken(
            id: "Menyandikan ulang identitas keluarga dengan kunci yang ditambahkan pada berkas.",
            en: "Hash the identity of families again with the keys that were added to the file."),
        discussion: spoken(
            id: """
                Tambahkan kunci baru sebagai baris terakhir (`openssl rand -hex 32 >> berkas`), jalankan perintah ini, \
                lalu mulai ulang semua peladen. Baris lama tetap diperlukan: nomor keluarga disandikan dengan semua \
                kunci berturut-turut, sebab nomornya sendiri tidak disimpan. Semua atau tidak sama sekali: bila \
                terputus, tidak ada yang berubah, dan perintah dapat diulangi. Peladen yang belum dimulai ulang \
                menolak impor dan tidak mencampur sandi lama dengan yang baru.
                """,
            en: """
                Add the new key as the last line (`openssl rand -hex 32 >> file`), run this command, then restart every \
                server. The older lines are still needed: the id of a family goes through all keys in turn, since the id \
                itself is not stored. All or nothing: where it is interrupted nothing has changed, and it can be run \
                again. A server that was not restarted refuses imports and mixes no old hashes with new ones.
                """))

    func run() async throws {
        let key = try Environment.familyKey()
        try await administer { administration in
            guard let families = try await administration.rotateFamilyKey(to: key) else {
                throw Failure.otherFamilyKey
            }
            print(
                families == 0
                    ? spoken(
                        id: "Tidak ada kunci baru untuk keluarga yang tersimpan; tidak ada yang diubah.",
                        en: "There is no new key for stored families; nothing was changed.")
                    : spoken(
                        id: "\(families) jawaban keluarga disandikan ulang. Mulai ulang semua peladen.",
                        en: "\(families) families' answers were hashed again. Restart every server."))
        }
    }
}

extension Failure {
    static var otherFamilyKey: Failure {
        Failure(
            .refused,
            id:
                "Kunci pada SELARAS_FAMILY_KEY_FILE bukan kunci basis data ini. Gunakan berkas kunci yang benar, dengan "
                + "semua barisnya.",
            en:
                "The key in SELARAS_FAMILY_KEY_FILE is not that of this database. Use the right key file, with all of its "
                + "lines.")
    }
}
