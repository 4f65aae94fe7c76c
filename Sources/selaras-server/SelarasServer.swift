import ArgumentParser

/// The server, and what an operator does with its database.
struct SelarasServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "selaras-server",
        abstract: "Peladen Selaras dan pengelolaan basis datanya.",
        discussion: """
            Basis data ditunjuk dengan DATABASE_URL (URI atau conninfo libpq), berkas layanan, atau variabel PG*.
            `serve` masuk sebagai selaras_login; perintah lain membutuhkan hak pengelola.

            Kode keluar: 0 berhasil, 1 ditolak atau gagal, 2 pemakaian salah atau yang diperlukan belum ada.
            """,
        version: "0.1.0",
        subcommands: [
            Serve.self, Migrate.self, ConfigCommand.self, RegionCommand.self, TokenCommand.self, DemoCommand.self,
        ])
}
