internal import ArgumentParser

struct CatalogueGroup: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue", abstract: "Katalog intervensi.",
        subcommands: [CatalogueList.self])
}
