import Glibc
import LibPQ
import Store

extension Failure {
    /// Why the database cannot be used.
    init(_ error: DatabaseError) {
        switch error.kind {
        case .cannotConnect:
            self.init(
                .unable,
                id: "Basis data tidak dapat dihubungi: \(error.message)\n"
                    + "Periksa DATABASE_URL dan apakah PostgreSQL berjalan.",
                en: "The database cannot be reached: \(error.message)\n"
                    + "Check DATABASE_URL and whether PostgreSQL is running.")
        case .connectionLost:
            self.init(
                .unable,
                id: "Sambungan ke basis data terputus. Yang belum selesai dibatalkan; jalankan lagi.",
                en: "The connection to the database was lost. What was unfinished is undone; run it again.")
        default:
            self.init(
                .unable, id: "Basis data menolak: \(error.message)", en: "The database refuses: \(error.message)")
        }
    }

    init(_ fault: Unfit) {
        switch fault {
        case .loginIsTooPowerful(let name):
            self.init(
                .unable,
                id: "Pengguna basis data \(name) terlalu berkuasa: pembatasan baris tidak berlaku baginya.\n"
                    + "Gunakan selaras_login, yang dibuat oleh `selaras-server migrate`.",
                en: "The database user \(name) is too powerful: row-level security does not hold for it.\n"
                    + "Use selaras_login, which `selaras-server migrate` creates.")
        case .schemaVersion(let found, let required):
            let isBehind = found < required
            self.init(
                .unable,
                id: "Skema basis data pada versi \(found), program ini memerlukan versi \(required). "
                    + (isBehind ? "Jalankan `selaras-server migrate`." : "Pasang versi program yang baru."),
                en: "The schema of the database is at version \(found), this program needs version \(required). "
                    + (isBehind ? "Run `selaras-server migrate`." : "Install the new version of the program."))
        case .schemaMissing:
            self.init(
                .unable, id: "Skema Selaras belum ada di basis data ini. Jalankan `selaras-server migrate`.",
                en: "This database has no Selaras schema yet. Run `selaras-server migrate`.")
        }
    }

    init(_ fault: MigrationFault) {
        switch fault {
        case .databaseIsAhead(let number):
            self.init(
                .unable,
                id: "Basis data sudah pada migrasi \(number), lebih baru daripada program ini. Pasang versi program "
                    + "yang baru.",
                en: "The database is at migration \(number), newer than this program. Install the new version of the "
                    + "program.")
        case .edited(let name):
            self.init(
                .refused,
                id: "Migrasi \(name) berubah setelah diterapkan. Kembalikan berkas aslinya; perubahan harus menjadi "
                    + "migrasi baru.",
                en: "Migration \(name) was changed after it was applied. Restore the original file; a change has to "
                    + "be a new migration.")
        case .failed(let name, let error):
            self.init(
                .refused, id: "Migrasi \(name) gagal dan dibatalkan seluruhnya: \(error.message)",
                en: "Migration \(name) failed and was undone completely: \(error.message)")
        case .files(let reason):
            self.init(
                .unable, id: "Folder Schema tidak lengkap: \(reason)", en: "The folder Schema is incomplete: \(reason)")
        }
    }

    init(cannotServe error: any Error, host: String, ports: [Int]) {
        let reason = "\(error)"
        if reason.contains("EADDRINUSE") || reason.contains("Address already in use") {
            let (one, other) = (String(ports[0]), String(ports[1]))
            self.init(
                .unable,
                id: "Port \(one) di \(host) atau port pengelola \(other) sedang dipakai. Hentikan program yang "
                    + "memakainya, atau pilih --port atau --admin-port lain.",
                en: "Port \(one) on \(host) or the port for operators \(other) is in use. Stop the program that uses "
                    + "it, or choose another --port or --admin-port.")
        } else {
            self.init(
                .unable, id: "Peladen tidak dapat berjalan: \(reason)", en: "The server cannot run: \(reason)")
        }
    }

    init(_ file: UnreadableFile) {
        let path = file.path
        switch file.reason {
        case ENOENT, ENOTDIR:
            self.init(
                .unable, id: "\(path) tidak ditemukan. Periksa jalurnya.", en: "\(path) was not found. Check the path.")
        case EACCES, EPERM:
            self.init(
                .unable, id: "\(path) tidak boleh dibaca oleh pengguna ini. Periksa hak aksesnya.",
                en: "This user may not read \(path). Check its permissions.")
        case EISDIR:
            self.init(
                .unable, id: "\(path) adalah folder, bukan berkas.", en: "\(path) is a folder and not a file.")
        default:
            let reason = String(cString: strerror(file.reason))
            self.init(.unable, id: "\(path) tidak dapat dibaca (\(reason)).", en: "\(path) cannot be read (\(reason)).")
        }
    }
}
