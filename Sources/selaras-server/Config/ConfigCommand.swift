import ArgumentParser
import Intake
import Store

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Memeriksa dan mengimpor konfigurasi: hak akses, kerangka indikator, katalog, kabupaten.",
        subcommands: [Check.self, Import.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Memeriksa semua berkas konfigurasi tanpa basis data.",
            discussion: """
                Semua kesalahan dari semua berkas ditampilkan sekaligus, dengan berkas, baris, dan kolomnya.
                Kode keluar 0 bila tidak ada kesalahan, 1 bila ada.
                """)

        @Argument(help: "Folder konfigurasi, misalnya Config.")
        var dir: String

        func run() async throws {
            try await explained {
                let content = try ConfigFolder(dir).read()
                print(
                    "Tidak ada kesalahan: \(content.frameworks.count) kerangka indikator, "
                        + "\(content.kabupaten.count) kabupaten, \(content.catalogue.count) jenis intervensi, "
                        + "\(content.permissions.count) hak akses, \(content.regions.count) wilayah.")
            }
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Memeriksa konfigurasi, kemudian menyimpannya ke basis data.",
            discussion: """
                Semua atau tidak sama sekali, dalam satu transaksi. Mengimpor ulang isi yang sama tidak mengubah apa pun.
                Kerangka indikator yang sudah tersimpan tidak dapat diubah; isi baru menjadi versi berikutnya.
                """)

        @Argument(help: "Folder konfigurasi, misalnya Config.")
        var dir: String

        func run() async throws {
            let content = try await explained { try ConfigFolder(dir).read() }
            let receipt = try await administer { try await $0.importConfiguration(Configuration(content)) }
            for line in receipt.lines { print(line) }
        }
    }
}

extension ConfigurationReceipt {
    fileprivate var lines: [String] {
        let kinds: [(String, MergeCount)] = [
            ("Wilayah", regions), ("Kerangka indikator", frameworks), ("Kabupaten", kabupaten),
            ("Hari libur", holidays), ("Perangkat daerah", agencies), ("Tugas per indikator", duties),
            ("Katalog intervensi", catalogue), ("Kaitan katalog", catalogueLinks), ("Hak akses", grants),
        ]
        return kinds.map { name, count in
            let removed = count.removed > 0 ? ", \(count.removed) dihapus" : ""
            return "\(name): \(count.added) ditambah, \(count.changed) diubah, \(count.same) sama\(removed)"
        }
    }
}
