import ArgumentParser

struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Membuat, mendaftar, dan mencabut token akses.",
        subcommands: [TokenCreate.self, TokenList.self, TokenRevoke.self])
}
