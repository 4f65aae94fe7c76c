import ArgumentParser
import Store

struct RegionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region", abstract: "Mengelola register wilayah.", subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Mengimpor berkas wilayah ke register.",
            discussion: """
                Berkas CSV berkolom code, name, level, parent_code, dengan kode wilayah Kemendagri. Semua atau tidak
                sama sekali. Wilayah yang tidak ada di berkas tetap disimpan. Mengimpor ulang tidak mengubah apa pun.
                """)

        @Argument(help: "Berkas CSV, atau - untuk masukan standar.")
        var file: String

        @Flag(help: "Simulasi: periksa dan hitung, tanpa menyimpan.")
        var dryRun = false

        func run() async throws {
            let receipt = try await administer { administration in
                let reading = try RegionReader(file)
                do {
                    return try await administration.importRegions(isDryRun: dryRun) { try await reading.feed($0) }
                } catch let refusal as RegionRefusal {
                    throw reading.report(refusal)
                }
            }
            print("Dibaca: \(receipt.rowsRead) wilayah")
            print("\(receipt.added) ditambah, \(receipt.changed) diubah, \(receipt.same) sama")
            print("Tidak ada di berkas, tetap di register: \(receipt.missingFromFile) wilayah")
            if dryRun { print("Simulasi: tidak ada yang disimpan.") }
        }
    }
}
