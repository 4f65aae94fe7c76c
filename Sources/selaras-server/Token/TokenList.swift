import ArgumentParser
import Planning
import Store

struct TokenList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: spoken(
            id: "Mendaftar semua token, yang terbaru dahulu, dipisahkan tab.",
            en: "List all tokens, the newest first, separated by tabs."),
        discussion: spoken(
            id: "Isi token tidak disimpan, sehingga tidak dapat ditampilkan.",
            en: "The secret of a token is not stored, so it cannot be shown."))

    func run() async throws {
        let tokens = try await administer { try await $0.tokens() }
        print(
            spoken(
                id: "ID\tPERAN\tWILAYAH\tPERANGKAT/KECAMATAN/DESA\tKEADAAN\tSAMPAI\tHANYA UNTUK\tNAMA",
                en: "ID\tROLE\tREGION\tAGENCY/KECAMATAN/VILLAGE\tSTATE\tUNTIL\tONLY FOR\tNAME"))
        for token in tokens {
            let state =
                switch token.state {
                case .active: spoken(id: "berlaku", en: "valid")
                case .expired: spoken(id: "kedaluwarsa", en: "expired")
                case .revoked: spoken(id: "dicabut", en: "revoked")
                }
            print(
                [
                    token.id.description, token.role.rawValue, token.area,
                    token.agency ?? token.desa ?? token.kecamatan ?? "-", state,
                    token.expiresAt.description, token.scope ?? "-", token.name,
                ].joined(separator: "\t"))
        }
    }
}
