import ArgumentParser
import Planning
import Store

struct TokenList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Mendaftar semua token, yang terbaru dahulu, dipisahkan tab.",
        discussion: "Isi token tidak disimpan, sehingga tidak dapat ditampilkan.")

    func run() async throws {
        let tokens = try await administer { try await $0.tokens() }
        print(["ID", "PERAN", "WILAYAH", "PERANGKAT/DESA", "KEADAAN", "SAMPAI", "NAMA"].joined(separator: "\t"))
        for token in tokens {
            let state =
                switch token.state {
                case .active: "berlaku"
                case .expired: "kedaluwarsa"
                case .revoked: "dicabut"
                }
            print(
                [
                    token.id.description, token.role.rawValue, token.area, token.agency ?? token.desa ?? "-", state,
                    token.expiresAt.description, token.name,
                ].joined(separator: "\t"))
        }
    }
}
