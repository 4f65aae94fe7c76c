import ArgumentParser
import Planning
import Store

/// Who is to act: a role, in an area, by a name.
struct HolderOptions: ParsableArguments {
    @Option(help: ArgumentHelp(spoken(id: "Peran", en: "Role") + ": \(allRoles)."), transform: role)
    var role: Caller.Role

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Nama pemegang, misalnya \"Bapperida Kotabaru\".",
                en: "Name of the holder, for example \"Bapperida Kotabaru\".")))
    var name: String

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Kode kabupaten atau kota, misalnya 63.02; untuk semua peran kecuali peran provinsi.",
                en: "Code of the kabupaten or city, for example 63.02; for every role but those of a province.")),
        transform: region)
    var kabupaten: RegionCode?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Kode provinsi, misalnya 63; untuk peran province, provincial_agency, dan administrator, dan untuk "
                    + "auditor yang memeriksa seluruh provinsi.",
                en:
                    "Code of the province, for example 63; for province, provincial_agency and administrator, and for an "
                    + "auditor of all of it.")),
        transform: region)
    var province: RegionCode?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Kode perangkat daerah, misalnya PUPR; hanya untuk peran agency, reporter, dan provincial_agency.",
                en: "Code of the agency, for example PUPR; only for agency, reporter and provincial_agency.")))
    var agency: String?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Kode kecamatan, misalnya 63.02.12; hanya untuk peran subdistrict.",
                en: "Code of the kecamatan, for example 63.02.12; only for the role subdistrict.")), transform: region)
    var kecamatan: RegionCode?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Kode desa atau kelurahan, misalnya 63.02.12.2005; hanya untuk peran village.",
                en: "Code of the village, for example 63.02.12.2005; only for the role village.")), transform: region)
    var desa: RegionCode?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Nomor surat tugas; hanya untuk peran auditor.",
                en: "Number of the letter of assignment; only for the role auditor.")))
    var letter: String?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Hari terakhir surat tugas berlaku, misalnya 2026-12-31; hanya untuk peran auditor.",
                en: "Last day of the letter of assignment, for example 2026-12-31; only for the role auditor.")),
        transform: day)
    var until: CalendarDay?

    func validate() throws {
        if name.allSatisfy(\.isWhitespace) {
            throw ValidationError(spoken(id: "--name tidak boleh kosong.", en: "--name must not be empty."))
        }
        try validateArea()
        guard role.isOfAgency == (agency != nil) else {
            throw ValidationError(
                spoken(
                    id: "--agency wajib untuk peran agency, reporter, dan provincial_agency, dan hanya untuk itu.",
                    en: "--agency is required for agency, reporter and provincial_agency, and only for those."))
        }
        guard (role == .auditor) == (letter != nil), (role == .auditor) == (until != nil),
            letter?.allSatisfy(\.isWhitespace) != true
        else {
            throw ValidationError(
                spoken(
                    id: "--letter dan --until wajib untuk peran auditor, dan hanya untuk peran itu.",
                    en: "--letter and --until are required for the role auditor, and only for that role."))
        }
    }

    private func validateArea() throws {
        if role.isOfProvince || role == .auditor && province != nil {
            guard province?.depth == 1, kabupaten == nil else {
                throw ValidationError(
                    spoken(
                        id: "Peran \(role.rawValue) memerlukan --province dengan kode dua angka, tanpa --kabupaten.",
                        en: "The role \(role.rawValue) needs --province with a code of two digits, and no --kabupaten."
                    ))
            }
        } else {
            guard kabupaten?.depth == 2, province == nil else {
                throw ValidationError(
                    spoken(
                        id: "Peran \(role.rawValue) memerlukan --kabupaten, misalnya 63.02, tanpa --province.",
                        en: "The role \(role.rawValue) needs --kabupaten, for example 63.02, and no --province."))
            }
        }
        guard (role == .village) == (desa != nil), desa == nil || desa?.depth == 4 else {
            throw ValidationError(
                spoken(
                    id: "--desa wajib untuk peran village, dengan kode desa lengkap, dan hanya untuk peran itu.",
                    en:
                        "--desa is required for the role village, with the full code of the village, and only for that role."
                ))
        }
        guard (role == .subdistrict) == (kecamatan != nil), kecamatan == nil || kecamatan?.depth == 3 else {
            throw ValidationError(
                spoken(
                    id: "--kecamatan wajib untuk peran subdistrict, misalnya 63.02.12, dan hanya untuk peran itu.",
                    en:
                        "--kecamatan is required for the role subdistrict, for example 63.02.12, and only for that role."
                ))
        }
        for place in [desa, kecamatan].compactMap({ $0 }) where place.kabupaten != kabupaten {
            throw ValidationError(
                spoken(
                    id: "Wilayah \(place) tidak berada di kabupaten yang disebut.",
                    en: "The region \(place) does not lie in the kabupaten that was named."))
        }
    }

    /// What was checked.
    func draft() throws -> PrincipalDraft {
        guard let area = kabupaten.map(PrincipalDraft.Area.kabupaten) ?? province.map(PrincipalDraft.Area.province)
        else {
            throw ValidationError(
                spoken(id: "Sebutkan --kabupaten atau --province.", en: "Name --kabupaten or --province."))
        }
        var assignment: PrincipalDraft.Assignment?
        if let letter, let until { assignment = PrincipalDraft.Assignment(letter: letter, until: until) }
        return PrincipalDraft(
            role: role, name: name, area: area, agency: agency, desa: desa, kecamatan: kecamatan,
            assignment: assignment)
    }

    private static let allRoles = Caller.Role.signedIn.map(\.rawValue).joined(separator: ", ")

    private static func role(_ text: String) throws -> Caller.Role {
        guard let role = Caller.Role(rawValue: text), Caller.Role.signedIn.contains(role) else {
            throw ValidationError(
                spoken(
                    id: "Peran \"\(text)\" tidak dikenal; pilih salah satu dari: \(allRoles).",
                    en: "Unknown role \"\(text)\"; choose one of: \(allRoles)."))
        }
        return role
    }

    private static func day(_ text: String) throws -> CalendarDay {
        guard let day = CalendarDay(text) else {
            throw ValidationError(
                spoken(
                    id: "Tanggal \"\(text)\" harus berbentuk TTTT-BB-HH, misalnya 2026-12-31.",
                    en: "The date \"\(text)\" must have the form YYYY-MM-DD, for example 2026-12-31."))
        }
        return day
    }

    private static func region(_ text: String) throws -> RegionCode {
        guard let code = RegionCode(text) else {
            throw ValidationError(
                spoken(
                    id: "Kode wilayah \"\(text)\" harus berbentuk PP, PP.KK, PP.KK.CC, atau PP.KK.CC.DDDD.",
                    en: "The code of a region \"\(text)\" must have the form PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD."))
        }
        return code
    }
}
