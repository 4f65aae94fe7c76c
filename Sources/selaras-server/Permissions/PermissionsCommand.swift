import ArgumentParser
import Store

struct PermissionsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permissions",
        abstract: spoken(
            id: "Menampilkan dan memeriksa matriks hak akses yang berlaku.",
            en: "Show and check the permission matrix that is in force."),
        subcommands: [Print.self, Check.self])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case md, csv
    }

    struct Print: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: spoken(
                id: "Menampilkan matriks dari basis data, untuk diperiksa dan ditandatangani.",
                en: "Show the matrix of the database, to be inspected and signed."),
            discussion: spoken(
                id: """
                    `md` satu baris per tindakan dan satu kolom per peran; `csv` satu baris per peran dan tindakan, \
                    termasuk yang tidak diizinkan.
                    """,
                en: """
                    `md` has a row for each action and a column for each role; `csv` has a row for each role and \
                    action, also where it is not permitted.
                    """))

        @Option(help: ArgumentHelp(spoken(id: "Bentuk keluaran", en: "Form of the output") + ": md, csv."))
        var format = Format.md

        func run() async throws {
            let table = PermissionTable(try await administer { try await $0.permissions() })
            print(format == .md ? table.markdown : table.csv, terminator: "")
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: spoken(
                id: "Memeriksa apakah kebijakan baris dan hak di basis data sesuai dengan matriks.",
                en: "Check whether row-level security and grants in the database are those of the matrix."),
            discussion: spoken(
                id: """
                    Perubahan yang dibuat dengan tangan di basis data ditemukan; tidak ada yang diubah. Kode keluar 1 \
                    bila ada yang berbeda; `--enforce` memulihkannya.
                    """,
                en: """
                    A change that was made by hand in the database is found; nothing is changed. The exit code is 1 \
                    where something differs; `--enforce` puts it right.
                    """))

        @Flag(
            help: ArgumentHelp(
                spoken(id: "Memulihkan yang berbeda.", en: "Put right what differs.")))
        var enforce = false

        func run() async throws {
            let (isEnforced, enforces) = (
                try await administer { try await $0.permissionsAreEnforced() }, enforce
            )
            if !isEnforced && enforces { try await administer { try await $0.enforcePermissions() } }
            guard isEnforced || enforces else {
                throw Failure(
                    .refused,
                    id: "Hak di basis data berbeda dari matriks. Pulihkan dengan `selaras-server permissions check "
                        + "--enforce`.",
                    en: "The rights in the database are not those of the matrix. Put them right with `selaras-server "
                        + "permissions check --enforce`.")
            }
            print(
                isEnforced
                    ? spoken(
                        id: "Hak di basis data sesuai dengan matriks.",
                        en: "The rights in the database are those of the matrix.")
                    : spoken(
                        id: "Hak di basis data dipulihkan sesuai dengan matriks.",
                        en: "The rights in the database are again those of the matrix."))
        }
    }
}
