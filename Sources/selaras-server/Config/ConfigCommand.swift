import ArgumentParser
import Intake
import Phrasing
import Store

struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: spoken(
            id: "Memeriksa dan mengimpor konfigurasi: hak akses, kerangka indikator, katalog, kabupaten.",
            en: "Check and import the configuration: permissions, indicator frameworks, catalogue, kabupaten."),
        subcommands: [Check.self, Import.self])

    fileprivate static let folderHelp = ArgumentHelp(
        spoken(id: "Folder konfigurasi, misalnya Config.", en: "Folder of the configuration, for example Config."))

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: spoken(
                id: "Memeriksa semua berkas konfigurasi tanpa basis data.",
                en: "Check all files of the configuration, without a database."),
            discussion: spoken(
                id: """
                    Semua kesalahan dari semua berkas ditampilkan sekaligus, dengan berkas, baris, dan kolomnya.
                    Kode keluar 0 bila tidak ada kesalahan, 1 bila ada.
                    """,
                en: """
                    All faults of all files are shown at once, with file, line and column.
                    The exit code is 0 if there are none, and 1 if there are.
                    """))

        @Argument(help: ConfigCommand.folderHelp)
        var dir: String

        func run() async throws {
            let content = try ConfigFolder(dir).read()
            let (frameworks, kabupaten) = (content.frameworks.count, content.kabupaten.count)
            let (kinds, grants, regions) =
                (content.catalogue.count, content.permissions.count, content.regions.count)
            print(
                spoken(
                    id: "Tidak ada kesalahan: \(frameworks) kerangka indikator, \(kabupaten) kabupaten, "
                        + "\(kinds) jenis intervensi, \(grants) hak akses, \(regions) wilayah.",
                    en: "No faults: \(frameworks) indicator frameworks, \(kabupaten) kabupaten, "
                        + "\(kinds) kinds of intervention, \(grants) permissions, \(regions) regions."))
        }
    }

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: spoken(
                id: "Memeriksa konfigurasi, kemudian menyimpannya ke basis data.",
                en: "Check the configuration, then store it in the database."),
            discussion: spoken(
                id: """
                    Semua atau tidak sama sekali, dalam satu transaksi. Mengimpor ulang isi yang sama tidak mengubah \
                    apa pun. Kerangka indikator yang sudah tersimpan tidak dapat diubah; isi baru menjadi versi \
                    berikutnya.
                    """,
                en: """
                    All or nothing, in one transaction. Importing the same content again changes nothing. An indicator \
                    framework that is stored cannot be changed; new content becomes the next version.
                    """))

        @Argument(help: ConfigCommand.folderHelp)
        var dir: String

        func run() async throws {
            let content = try ConfigFolder(dir).read()
            let receipt = try await administer { try await $0.importConfiguration(Configuration(content)) }
            for line in receipt.lines { print(line) }
        }
    }
}

extension ConfigurationReceipt {
    fileprivate var lines: [String] {
        let kinds: [(Wording, MergeCount)] = [
            (Wording(id: "Wilayah", en: "Regions"), regions),
            (Wording(id: "Kerangka indikator", en: "Indicator frameworks"), frameworks),
            (Wording(id: "Kabupaten", en: "Kabupaten"), kabupaten),
            (Wording(id: "Hari libur", en: "Holidays"), holidays),
            (Wording(id: "Perangkat daerah", en: "Agencies"), agencies),
            (Wording(id: "Tugas per indikator", en: "Duties by indicator"), duties),
            (Wording(id: "Katalog intervensi", en: "Catalogue of interventions"), catalogue),
            (Wording(id: "Kaitan katalog", en: "Links of the catalogue"), catalogueLinks),
            (Wording(id: "Hak akses", en: "Permissions"), grants),
            (Wording(id: "Perlindungan angka kecil", en: "Protection of small figures"), protection),
            (Wording(id: "Masa simpan data pribadi", en: "Retention of personal data"), retention),
        ]
        return kinds.map { name, count in
            let (added, changed, same, removed) = (count.added, count.changed, count.same, count.removed)
            let counts = spoken(
                id: "\(added) ditambah, \(changed) diubah, \(same) sama",
                en: "\(added) added, \(changed) changed, \(same) same")
            let rest = removed > 0 ? ", \(removed) " + spoken(id: "dihapus", en: "removed") : ""
            return "\(name.spoken): \(counts)\(rest)"
        }
    }
}
