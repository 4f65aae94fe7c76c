import ArgumentParser
import Phrasing
import Planning
import Store

struct PersonalDataInventory: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory",
        abstract: spoken(
            id: "Mendaftar semua kolom yang memuat data pribadi, dari skema basis data, sebagai tabel Markdown.",
            en: "List every column that holds personal data, from the schema of the database, as a Markdown table."),
        discussion: spoken(
            id: "Keterangan tiap kolom berasal dari skema dan berbahasa Inggris.",
            en: "What a column holds is said as in the schema."))

    func run() async throws {
        let (columns, rules) = try await administer { try await $0.personalData() }
        let days = Dictionary(uniqueKeysWithValues: rules.map { ($0.rule, $0.keepDays) })
        print("# " + spoken(id: "Inventaris data pribadi", en: "Inventory of personal data") + "\n")
        print(
            spoken(
                id: "| Tabel | Kolom | Milik | Masa simpan | Isi |", en: "| Table | Column | Of whom | Kept | Holds |"))
        print("|---|---|---|---|---|")
        for column in columns {
            let cells = [
                "`\(column.table)`", "`\(column.name)`", column.person.wording.spoken,
                column.end.wording(days).spoken, column.meaning.replacing("\n", with: " ").replacing("|", with: "\\|"),
            ]
            print("| " + cells.joined(separator: " | ") + " |")
        }
        print(
            "\n" + spoken(id: "Dasar masa simpan (Config/retention.csv):", en: "Basis (Config/retention.csv):") + "\n")
        for rule in rules { print("- `\(rule.rule.rawValue)`: \(rule.basis)") }
    }
}

struct PersonalDataSweep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sweep",
        abstract: spoken(
            id: "Menghapus data pribadi yang masa simpannya berakhir. Dijalankan setiap hari oleh penjadwal.",
            en: "Forget personal data whose time is over. A scheduler runs it every day."))

    @Flag(
        help:
            "\(spoken(id: "Hanya menghitung, tidak mengubah apa pun.", en: "Only count, and change nothing."))"
    )
    var dryRun = false

    func run() async throws {
        let swept = try await administer { try await $0.sweepPersonalData(isDone: !dryRun) }
        if swept.isEmpty {
            StandardError.print(
                spoken(
                    id: "Tidak ada aturan masa simpan, sehingga semua tetap disimpan. Isi Config/retention.csv, lalu "
                        + "`selaras-server config import`.",
                    en: "There is no rule of retention, so everything is kept. Fill Config/retention.csv, then "
                        + "`selaras-server config import`."))
        }
        for (retention, forgotten) in swept {
            let rule = retention.rule.wording.spoken
            print(
                dryRun
                    ? spoken(id: "\(rule): \(forgotten) akan dihapus", en: "\(rule): \(forgotten) to be forgotten")
                    : spoken(id: "\(rule): \(forgotten) dihapus", en: "\(rule): \(forgotten) forgotten"))
        }
    }
}

extension Retention.Rule {
    /// What is counted.
    fileprivate var wording: Wording {
        switch self {
        case .endedSessions: Wording(id: "Sesi yang berakhir", en: "Sessions that ended")
        case .usedCodes: Wording(id: "Kode undangan yang selesai", en: "Invitation codes that are over")
        case .leftAccounts: Wording(id: "Akun tanpa peran lagi", en: "Accounts without a role any more")
        case .enumerators: Wording(id: "Pendataan dengan nama pencacah", en: "Survey rounds with names of enumerators")
        }
    }

    fileprivate var beginning: Wording {
        switch self {
        case .endedSessions: Wording(id: "setelah sesi berakhir", en: "after the session ended")
        case .usedCodes: Wording(id: "setelah kode dipakai atau habis masa", en: "after the code was used or ran out")
        case .leftAccounts: Wording(id: "setelah peran terakhir berakhir", en: "after the last role ended")
        case .enumerators: Wording(id: "setelah pendataan ditutup", en: "after the round was closed")
        }
    }
}

extension PersonalColumn.Person {
    fileprivate var wording: Wording {
        switch self {
        case .accountHolders: Wording(id: "pemegang akun", en: rawValue)
        case .enumerators: Wording(id: "pencacah", en: rawValue)
        case .families: Wording(id: "keluarga", en: rawValue)
        case .anybodyNamed: Wording(id: "siapa pun yang disebut", en: rawValue)
        }
    }
}

extension PersonalColumn.End {
    fileprivate func wording(_ days: [Retention.Rule: Int]) -> Wording {
        switch self {
        case .kept: Wording(id: "tetap disimpan", en: "kept")
        case .afterDays(let count): Wording(id: "\(count) hari", en: "\(count) days")
        case .byRule(let rule):
            if let count = days[rule] {
                Wording(
                    id: "\(count) hari \(rule.beginning[.indonesian])",
                    en: "\(count) days \(rule.beginning[.english])")
            } else {
                Wording(
                    id: "tetap disimpan: tidak ada aturan `\(rule.rawValue)`",
                    en: "kept: there is no rule `\(rule.rawValue)`")
            }
        }
    }
}
