import ArgumentParser
import Store

struct RegionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "region",
        abstract: spoken(
            id: "Mengelola register wilayah.",
            en: "Administer the register of regions."), subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: spoken(
                id: "Mengimpor berkas wilayah ke register.", en: "Import a file of regions into the register."),
            discussion: spoken(
                id: """
                    Berkas CSV berkolom code, name, level, parent_code, dengan kode wilayah Kemendagri, dan bila ada \
                    bps_code, kode wilayah BPS tanpa titik: 2 angka untuk provinsi, 4 kabupaten/kota, 7 kecamatan, \
                    10 desa/kelurahan. Kode BPS yang kosong di berkas tidak menghapus yang sudah tersimpan. Semua atau \
                    tidak sama sekali. Wilayah yang tidak ada di berkas tetap disimpan. Mengimpor ulang tidak mengubah \
                    apa pun.
                    """,
                en: """
                    A CSV file with the columns code, name, level, parent_code, by the codes of the Ministry of Home \
                    Affairs, and where known bps_code, that of Statistics Indonesia without points: 2 digits for a \
                    province, 4 for a kabupaten or kota, 7 for a kecamatan, 10 for a desa or kelurahan. An empty BPS \
                    code leaves the one that is stored. All or nothing. Regions that the file lacks stay. Importing again changes nothing.
                    """))

        @Argument(
            help: "\(spoken(id: "Berkas CSV, atau - untuk masukan standar.", en: "CSV file, or - for standard input."))"
        )
        var file: String

        @Flag(
            help:
                "\(spoken(id: "Simulasi: periksa dan hitung, tanpa menyimpan.", en: "Dry run: check and count, store nothing."))"
        )
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
            print(spoken(id: "Dibaca: \(receipt.rowsRead) wilayah", en: "Read: \(receipt.rowsRead) regions"))
            print(
                spoken(
                    id: "\(receipt.added) ditambah, \(receipt.changed) diubah, \(receipt.same) sama",
                    en: "\(receipt.added) added, \(receipt.changed) changed, \(receipt.same) same"))
            print(
                spoken(
                    id: "Tidak ada di berkas, tetap di register: \(receipt.missingFromFile) wilayah",
                    en: "Not in the file, kept in the register: \(receipt.missingFromFile) regions"))
            if dryRun { print(spoken(id: "Simulasi: tidak ada yang disimpan.", en: "Dry run: nothing was stored.")) }
        }
    }
}
