import ArgumentParser

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: spoken(
            id: "Membuat, mendaftar, dan mencabut token akses.",
            en: "Create, list and revoke access tokens."),
        subcommands: [TokenCreate.self, TokenList.self, TokenRevoke.self])
}
