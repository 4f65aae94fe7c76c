internal import ArgumentParser

/// `selaras help exit-codes`: a topic of the help, so it is not in the list of commands.
struct ExitCodesTopic: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exit-codes", abstract: "Arti kode keluar program ini.",
        discussion: Phrase.exitCodes.text(in: .indonesian), shouldDisplay: false)

    func run() throws {
        throw CleanExit.message(Phrase.exitCodes.text(in: .indonesian))
    }
}
