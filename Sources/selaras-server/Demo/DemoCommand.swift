import ArgumentParser
import LibPQ
import Planning
import Store

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Data contoh Kabupaten Kotabaru.", subcommands: [Load.self, Tokens.self])

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Memuat data contoh ke basis data yang belum dipakai.",
            discussion: """
                Memerlukan konfigurasi (`selaras-server config import Config`) dan SELARAS_FAMILY_KEY_FILE. Dapat diulang:
                yang sudah ada tidak diubah. Semua keluarga, jumlah uang, dan tanggalnya rekaan.
                """)

        @Option(help: "Folder data contoh.")
        var dir = "Config/demo"

        func run() async throws {
            let key = try await explained { try Environment.familyKey() }
            try await administer { administration in
                try await DemoGuard(administration).check()
                let pool = Pool(PoolOptions(Self.connectionOptions, size: 2))
                // The ports do not ask which schema this is: what they need of it is missed by name.
                let store = Store(pool: pool, familyKey: key, requiredSchema: 0)
                let cast = DemoCast(administration)
                do {
                    try await DemoLoad(store: store, cast: cast, files: DemoFiles(folder: dir)).run()
                    try await cast.leave()
                } catch {
                    try await cast.leave()
                    throw error
                }
                await pool.close()
            }
        }
    }

    struct Tokens: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Membuat token untuk setiap peran contoh.",
            discussion:
                "Setiap baris: peran, token, dan keterangan, dipisahkan tab. Setiap pemanggilan membuat token baru.")

        @Option(help: "Masa berlaku dalam hari.")
        var days = 365

        func validate() throws {
            guard (1...3650).contains(days) else { throw ValidationError("--days harus di antara 1–3650.") }
        }

        func run() async throws {
            let lines = try await administer { administration in
                try await DemoGuard(administration).check()
                var lines: [String] = []
                for (draft, description) in try DemoPeople.all() {
                    let token = try await administration.createToken(for: draft, days: days)
                    lines.append("\(draft.role.rawValue)\t\(token.secret.text)\t\(description)")
                }
                return lines
            }
            for line in lines { print(line) }
        }
    }
}
