import ArgumentParser
import Planning
import Store

struct TokenRevoke: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "revoke", abstract: "Mencabut token; permintaan berikutnya dengan token itu langsung ditolak.")

    @Argument(help: "ID dari `selaras-server token list`, bukan isi token.")
    var id: String

    func run() async throws {
        try await administer { administration in
            guard let id = ListedToken.ID(id), try await administration.revokeToken(id) else {
                throw Failure(
                    "Tidak ada token yang masih dapat dicabut dengan ID itu. Lihat `selaras-server token list`.")
            }
        }
        print("Token \(id) dicabut.")
    }
}
