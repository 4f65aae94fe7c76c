import ArgumentParser
import Planning
import Store

/// What the service knows of persons: which columns, for how long, and everything about one of them.
struct PersonalDataCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "personal-data",
        abstract: spoken(
            id: "Inventaris data pribadi, masa simpannya, serta salinan dan penghapusan data satu orang.",
            en: "The inventory of personal data, its retention, and one person's data: a copy, and erasure."),
        subcommands: [
            PersonalDataInventory.self, PersonalDataExport.self, PersonalDataErase.self, PersonalDataSweep.self,
        ])
}

/// Whose data is meant.
struct SubjectOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            spoken(id: "Pemegang akun, dengan surelnya.", en: "Somebody with an account, by e-mail."),
            valueName: spoken(id: "surel", en: "e-mail")))
    var email: String?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Keluarga, dengan nomornya seperti dalam berkas pendataan. Membutuhkan SELARAS_FAMILY_KEY_FILE.",
                en: "A family, by its id as in survey files. Needs SELARAS_FAMILY_KEY_FILE."),
            valueName: spoken(id: "nomor", en: "id")))
    var family: String?

    func validate() throws {
        if (email == nil) == (family == nil) {
            throw ValidationError(
                spoken(
                    id: "Sebutkan --email atau --family, salah satu saja.", en: "Name --email or --family, one of them."
                ))
        }
    }

    /// Throws where the key file is not that of the database: every family would seem unknown.
    func subject(_ administration: Administration) async throws -> DataSubject {
        if let email { return .account(try EmailAddress(given: email)) }
        let key = try Environment.familyKey()
        switch try await administration.familyKeyState(of: key) {
        case .unused, .unrecorded: break
        case .applied(let count) where count == key.count: break
        case .applied, .other: throw Failure.otherFamilyKey
        }
        return .family(family ?? "", key)
    }
}

extension Failure {
    static var nothingKnown: Failure {
        Failure(
            .refused, id: "Tidak ada data pribadi yang tersimpan dengan surel atau nomor itu.",
            en: "No personal data is stored under that e-mail or id.")
    }
}

struct PersonalDataExport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: spoken(
            id: "Menulis semua data satu orang atau satu keluarga sebagai JSON ke keluaran standar.",
            en: "Write everything that is kept of one person or one family, as JSON, to standard output."),
        discussion: spoken(
            id:
                "Kata sandi, kode, dan token hanya tersimpan sebagai sidik dan tidak ikut ditulis. Pengambilan salinan ini "
                + "dicatat dalam jejak audit.",
            en: "Passwords, codes and tokens are kept only as hashes, which are left out. That the copy was taken is "
                + "recorded in the audit trail."))

    @OptionGroup var whose: SubjectOptions

    func run() async throws {
        let text = try await administer { administration in
            try await administration.personalData(of: try await whose.subject(administration))
        }
        guard let text else { throw Failure.nothingKnown }
        print(text)
    }
}

struct PersonalDataErase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: spoken(
            id: "Menghapus identitas seseorang; yang dikerjakannya tetap tercatat tanpa nama.",
            en: "Take away who somebody is; what they did stays on record, without a name."),
        discussion: spoken(
            id: """
                Akun: nama, surel, kata sandi, dan sesi dihapus, semua perannya berakhir, dan rantai peristiwa tetap \
                utuh karena tidak pernah memuat nama. Keluarga: jawabannya tetap dihitung dalam hasil yang sudah \
                ditutup, tetapi tidak dapat lagi dicari dengan nomornya atau dipasangkan dengan pendataan lain. Tidak \
                dapat dibatalkan; cadangan basis data yang lebih lama masih memuat datanya sampai cadangan itu dihapus.
                """,
            en: """
                An account: name, e-mail, password and sessions go, all roles end, and the chain of events stays whole, \
                as it never held a name. A family: its answers still count in results that were closed, but nobody \
                finds them by its id or matches them with another round any more. It cannot be undone; older backups \
                of the database hold the data until they are deleted.
                """))

    @OptionGroup var whose: SubjectOptions

    @Flag(help: "\(spoken(id: "Benar-benar menghapus.", en: "Do it."))")
    var yes = false

    func validate() throws {
        if !yes {
            throw ValidationError(
                spoken(
                    id: "Penghapusan tidak dapat dibatalkan. Ulangi dengan --yes; salinannya lebih dahulu: "
                        + "`selaras-server personal-data export`.",
                    en: "An erasure cannot be undone. Say it again with --yes; for a copy first: "
                        + "`selaras-server personal-data export`."))
        }
    }

    func run() async throws {
        let erased = try await administer { administration in
            try await administration.erase(try await whose.subject(administration))
        }
        switch erased {
        case nil: throw Failure.nothingKnown
        case .account:
            print(
                spoken(
                    id: "Nama, surel, kata sandi, dan sesi dihapus; semua perannya berakhir.",
                    en: "Name, e-mail, password and sessions are gone; all roles have ended."))
        case .family(let rounds):
            print(
                spoken(
                    id: "Jawaban pada \(rounds) pendataan tidak lagi terkait dengan nomor keluarga itu.",
                    en: "The answers in \(rounds) survey rounds are no longer tied to that family's id."))
        }
    }
}
