import ArgumentParser
import Planning
import Store
import Wire

struct TokenCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: spoken(
            id: "Membuat token; isinya ditampilkan satu kali, di keluaran standar.",
            en: "Create a token; its secret is shown once, on standard output."),
        discussion: spoken(
            id: """
                Basis data hanya menyimpan sidiknya (SHA-256), sehingga token yang hilang harus dibuat baru. Nama, \
                peran, dan wilayah yang sama berarti pemegang yang sama.
                """,
            en: """
                The database stores only its hash (SHA-256), so a token that is lost has to be made anew. The same \
                name, role and region mean the same holder.
                """))

    @OptionGroup var holder: HolderOptions

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Masa berlaku dalam hari.",
                en: "How many days it is valid.")))
    var days = 365

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Hanya untuk ini, misalnya lokus:read,intervention:read (data:tindakan seperti dalam "
                    + "permissions.csv); tanpa ini, semua yang diizinkan bagi perannya.",
                en: "Only for this, for example lokus:read,intervention:read (resource:action as in permissions.csv); "
                    + "without it, all that the role may do.")), transform: scope)
    var scope: [Permission]?

    private static func scope(_ text: String) throws -> [Permission] {
        try text.split(separator: ",", omittingEmptySubsequences: false).map { cell in
            let halves = cell.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2, let resource = Permission.Resource(rawValue: halves[0]),
                let action = Permission.Action(rawValue: halves[1])
            else {
                throw ValidationError(
                    spoken(
                        id: "--scope: \"\(cell)\" bukan data:tindakan seperti lokus:read; lihat permissions.csv.",
                        en: "--scope: \"\(cell)\" is no resource:action such as lokus:read; see permissions.csv."))
            }
            return Permission(action, resource)
        }
    }

    func validate() throws {
        guard (1...3650).contains(days) else {
            throw ValidationError(
                spoken(
                    id: "--days harus di antara 1–3650.",
                    en: "--days must be within 1–3650."))
        }
    }

    /// `2027-11-22 04:28 WITA`, the zone of the kabupaten.
    private static func inWITA(_ moment: Moment) -> String {
        let local = Moment(microsecondsSince1970: moment.microsecondsSince1970 + 8 * 3_600_000_000).description
        return local.prefix(16).replacing("T", with: " ") + " WITA"
    }

    func run() async throws {
        let draft = try holder.draft()
        let token = try await administer { try await $0.createToken(for: draft, days: days, scope: scope) }
        print(token.secret.text)
        let (there, utc) = (Indonesian.moment(token.expiresAt), token.expiresAt.description)
        StandardError.print(
            spoken(
                id: "Token \(token.id) berlaku sampai \(there) (\(utc)). Simpan sekarang: isinya tidak disimpan.",
                en:
                    "Token \(token.id) is valid until \(utc) (\(Self.inWITA(token.expiresAt))). Save it now: its secret is "
                    + "not stored."))
    }
}
