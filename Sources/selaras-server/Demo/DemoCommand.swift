import ArgumentParser
import LibPQ
import Planning
import Store

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: spoken(
            id: "Data contoh Kabupaten Kotabaru.",
            en: "Demonstration data of Kabupaten Kotabaru."), subcommands: [Load.self, Tokens.self])

    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: spoken(
                id: "Memuat data contoh ke basis data yang belum dipakai.",
                en: "Load demonstration data into a database that is not in use yet."),
            discussion: spoken(
                id: """
                    Memerlukan konfigurasi (`selaras-server config import Config`) dan SELARAS_FAMILY_KEY_FILE. Dapat \
                    diulang: yang sudah ada tidak diubah. Semua keluarga, jumlah uang, dan tanggalnya rekaan.
                    """,
                en: """
                    Needs the configuration (`selaras-server config import Config`) and SELARAS_FAMILY_KEY_FILE. Can be \
                    repeated: what is there is not changed. All families, amounts and dates are invented.
                    """))

        @Option(
            help: ArgumentHelp(
                spoken(
                    id: "Folder data contoh.",
                    en: "Folder of the demonstration data.")))
        var dir = "Config/demo"

        func run() async throws {
            let key = try Environment.familyKey()
            try await administer { administration in
                try await DemoGuard(administration).check()
                let pool = try Pool(PoolOptions(Self.connectionOptions(), size: 2))
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
            abstract: spoken(
                id: "Membuat token untuk setiap peran contoh.", en: "Create a token for each role of the demonstration."
            ),
            discussion: spoken(
                id:
                    "Setiap baris: peran, token, dan keterangan, dipisahkan tab. Setiap pemanggilan membuat token baru.",
                en: "On each line role, token and description, separated by tabs. Each call creates new tokens."))

        @Option(
            help: ArgumentHelp(
                spoken(
                    id: "Masa berlaku dalam hari.",
                    en: "How many days they are valid.")))
        var days = 365

        func validate() throws {
            guard (1...3650).contains(days) else {
                throw ValidationError(
                    spoken(
                        id: "--days harus di antara 1–3650.",
                        en: "--days must be within 1–3650."))
            }
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
