import ArgumentParser
import Planning
import Store

struct TokenRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: spoken(
            id: "Mencabut token; permintaan berikutnya dengan token itu langsung ditolak.",
            en: "Revoke a token; the next request with it is refused at once."))

    @Argument(
        help: ArgumentHelp(
            spoken(
                id: "ID dari `selaras-server token list`, bukan isi token.",
                en: "ID from `selaras-server token list`, not the secret.")))
    var id: String

    func run() async throws {
        try await administer { administration in
            guard let id = ListedToken.ID(id), try await administration.revokeToken(id) else {
                throw Failure(
                    .refused,
                    id: "Tidak ada token yang masih dapat dicabut dengan ID itu. Lihat `selaras-server token list`.",
                    en: "There is no token with that ID that can still be revoked. See `selaras-server token list`.")
            }
        }
        print(spoken(id: "Token \(id) dicabut.", en: "Token \(id) is revoked."))
    }
}
