import ArgumentParser
import LibPQ
import Store

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Menyiapkan atau memperbarui skema basis data.",
        discussion: """
            Aman dijalankan berulang dan bersamaan: yang kedua menunggu, lalu tidak menemukan pekerjaan. Setiap migrasi
            satu transaksi; yang terhenti di tengah tidak meninggalkan apa pun.
            """)

    func run() async throws {
        let files = try Environment.schemaFiles()
        do {
            var options = ConnectionOptions(conninfo: Environment.conninfo)
            options.applicationName = "selaras-server migrate"
            let connection = try await Connection.open(options)
            let applied = try await Migrator(files).migrate(connection)
            await connection.close()
            for migration in applied { print("Diterapkan: \(migration.name)") }
            print("Skema pada versi \(files.version).")
        } catch let error as DatabaseError {
            throw Failure(error)
        } catch let fault as MigrationFault {
            throw Failure(fault)
        }
    }
}

extension Failure {
    init(_ fault: MigrationFault) {
        switch fault {
        case .databaseIsAhead(let number):
            self.init(
                "Basis data sudah pada migrasi \(number), lebih baru daripada program ini. Pasang versi program yang baru."
            )
        case .edited(let name):
            self.init(
                "Migrasi \(name) berubah setelah diterapkan. Kembalikan berkas aslinya; perubahan harus menjadi migrasi baru."
            )
        case .failed(let name, let error):
            self.init("Migrasi \(name) gagal dan dibatalkan seluruhnya: \(error.message)")
        case .files(let reason):
            self.init("Folder Schema tidak lengkap: \(reason)")
        }
    }
}
