import ArgumentParser
import Wire

/// The server, and what an operator does with its database.
struct SelarasServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "selaras-server",
        abstract: spoken(
            id: "Peladen Selaras dan pengelolaan basis datanya.",
            en: "The server of Selaras, and the administration of its database."),
        discussion: spoken(
            id: """
                Basis data ditunjuk dengan DATABASE_URL (URI atau conninfo libpq), berkas yang disebut DATABASE_URL_FILE, \
                berkas layanan, atau variabel PG*.
                `serve` masuk sebagai selaras_login; perintah lain membutuhkan hak pengelola.

                Bahasa mengikuti SELARAS_LANG, LC_ALL, LC_MESSAGES, atau LANG: id atau en.

                Kode keluar semua perintah:
                  0  berhasil
                  1  yang diberikan ditolak, atau pekerjaannya gagal
                  2  pemakaian salah, atau yang diperlukan belum ada: basis data, hak akses, berkas
                """,
            en: """
                The database is named by DATABASE_URL (a URI or conninfo of libpq), the file that DATABASE_URL_FILE names, \
                a service file, or PG* variables.
                `serve` logs in as selaras_login; the other commands need the rights of an administrator.

                The language follows SELARAS_LANG, LC_ALL, LC_MESSAGES or LANG: id or en.

                Exit codes of all commands:
                  0  done
                  1  what was given is refused, or the work failed
                  2  wrong usage, or something needed is missing: a database, a right, a file
                """),
        version: ServiceVersion.current,
        subcommands: [
            Serve.self, Migrate.self, RescoreCommand.self, ConfigCommand.self, PermissionsCommand.self,
            RegionCommand.self, AccountCommand.self, TokenCommand.self, FamilyKeyCommand.self, PersonalDataCommand.self,
            AuditCommand.self, DemoCommand.self,
        ])
}
