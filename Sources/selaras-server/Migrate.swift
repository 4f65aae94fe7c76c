import ArgumentParser
import LibPQ
import Store

struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: spoken(
            id: "Menyiapkan atau memperbarui skema basis data.", en: "Set up or update the schema of the database."),
        discussion: spoken(
            id: """
                Aman dijalankan berulang dan bersamaan: yang kedua menunggu, lalu tidak menemukan pekerjaan. Setiap \
                migrasi satu transaksi; yang terhenti di tengah tidak meninggalkan apa pun. Setelah itu dasar \
                statistik pendataan lama yang belum ada dihitung, seperti `selaras-server rescore --missing`.
                """,
            en: """
                Safe to run again and at the same time: the second waits, then finds nothing to do. Each migration is \
                one transaction; one that is stopped midway leaves nothing behind. Then what statistics rest on is \
                computed of old rounds that lack it, as by `selaras-server rescore --missing`.
                """))

    func run() async throws {
        let files = try Environment.schemaFiles()
        var options = try ConnectionOptions(conninfo: Environment.conninfo())
        options.applicationName = "selaras-server migrate"
        let connection = try await Connection.open(options)
        let applied = try await Migrator(files).migrate(connection)
        await connection.close()
        for migration in applied { print(spoken(id: "Diterapkan", en: "Applied") + ": \(migration.name)") }
        print(
            spoken(id: "Skema pada versi \(files.version).", en: "The schema is at version \(files.version)."))
        // Rounds that were closed by an older version can be compared at once.
        let report = RescoringReport()
        let outcome = try await Rescoring(options, tasks: RescoringReport.tasks)
            .run(onlyMissing: true, progress: report.progress)
        if outcome.rounds > 0 { report.print(outcome) }
    }
}
