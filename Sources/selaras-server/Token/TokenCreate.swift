import ArgumentParser
import Planning
import Store

struct TokenCreate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create",
        abstract: "Membuat token; isinya ditampilkan satu kali, di keluaran standar.",
        discussion: """
            Basis data hanya menyimpan sidiknya (SHA-256), sehingga token yang hilang harus dibuat baru. Nama, peran, dan
            wilayah yang sama berarti pemegang yang sama.
            """)

    @Option(help: "Peran: \(Caller.Role.allCases.map(\.rawValue).joined(separator: ", ")).", transform: role)
    var role: Caller.Role

    @Option(help: "Nama pemegang, misalnya \"Bapperida Kotabaru\".")
    var name: String

    @Option(help: "Kode kabupaten atau kota, misalnya 63.02; untuk semua peran kecuali province.", transform: region)
    var kabupaten: RegionCode?

    @Option(help: "Kode provinsi, misalnya 63; hanya untuk peran province.", transform: region)
    var province: RegionCode?

    @Option(help: "Kode perangkat daerah, misalnya PUPR; hanya untuk peran agency.")
    var agency: String?

    @Option(help: "Kode desa atau kelurahan, misalnya 63.02.12.2005; hanya untuk peran village.", transform: region)
    var desa: RegionCode?

    @Option(help: "Masa berlaku dalam hari.")
    var days = 365

    func validate() throws {
        if name.allSatisfy(\.isWhitespace) { throw ValidationError("--name tidak boleh kosong.") }
        guard (1...3650).contains(days) else { throw ValidationError("--days harus di antara 1–3650.") }
        if role == .province {
            guard province?.depth == 1, kabupaten == nil else {
                throw ValidationError("Peran province memerlukan --province dengan kode dua angka, tanpa --kabupaten.")
            }
        } else {
            guard kabupaten?.depth == 2, province == nil else {
                throw ValidationError(
                    "Peran \(role.rawValue) memerlukan --kabupaten, misalnya 63.02, tanpa --province.")
            }
        }
        guard (role == .agency) == (agency != nil) else {
            throw ValidationError("--agency wajib untuk peran agency, dan hanya untuk peran itu.")
        }
        guard (role == .village) == (desa != nil), desa == nil || desa?.depth == 4 else {
            throw ValidationError(
                "--desa wajib untuk peran village, dengan kode desa lengkap, dan hanya untuk peran itu.")
        }
        if let desa, desa.kabupaten != kabupaten {
            throw ValidationError("Desa \(desa) tidak berada di kabupaten yang disebut.")
        }
    }

    func run() async throws {
        guard let area = kabupaten.map(PrincipalDraft.Area.kabupaten) ?? province.map(PrincipalDraft.Area.province)
        else {
            throw ValidationError("Sebutkan --kabupaten atau --province.")
        }
        let draft = PrincipalDraft(role: role, name: name, area: area, agency: agency, desa: desa)
        let token = try await administer { try await $0.createToken(for: draft, days: days) }
        print(token.secret.text)
        StandardError.print(
            "Token \(token.id) berlaku sampai \(token.expiresAt). Simpan sekarang: isinya tidak disimpan.")
    }

    private static func role(_ text: String) throws -> Caller.Role {
        guard let role = Caller.Role(rawValue: text) else {
            let known = Caller.Role.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("Peran \"\(text)\" tidak dikenal; pilih salah satu dari: \(known).")
        }
        return role
    }

    private static func region(_ text: String) throws -> RegionCode {
        guard let code = RegionCode(text) else {
            throw ValidationError("Kode wilayah \"\(text)\" harus berbentuk PP, PP.KK, atau PP.KK.CC.DDDD.")
        }
        return code
    }
}
