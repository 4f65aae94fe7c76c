internal import ArgumentParser

struct CatalogueGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group("catalogue", Phrase("Katalog intervensi.", "The catalogue of interventions."), [CatalogueList.self])
    }
}
