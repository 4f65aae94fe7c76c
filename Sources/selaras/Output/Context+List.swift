internal import Wire

/// A list of the service and how it is shown.
struct Listing: Sendable {
    let address: Address
    let columns: [Column]
    var name = Table.Name.member("id")
}

extension Context {
    /// Shows a list in the form that was asked for. As CSV or NDJSON it is the service's own file, passed on as it
    /// comes; tables of other kinds are written page by page. So a list of any length fits in memory, except on a screen.
    func show(
        _ listing: Listing, from service: Service, by list: ListOptions, _ output: OutputOptions,
        _ common: CommonOptions
    ) async throws {
        let address = list.applied(to: listing.address)
        guard !list.count else {
            return try show(counted(try await service.count(of: address)), output, common)
        }
        switch try form(output, list, common) {
        case .csv where output.columns == nil:
            try await service.file(
                of: address, as: ListFile.csv, limit: list.limit, hasHeader: !output.noHeader, console.writeOutput)
        case .ndjson:
            try await service.file(
                of: address, as: ListFile.ndjson, limit: list.limit, hasHeader: true, console.writeOutput)
        case .csv, .tsv, .name:
            try await showPages(listing, at: address, from: service, by: list, output, common)
        case .table, .wide, .json, .yaml:
            let items = try await service.list(address, limit: list.limit)
            try show(.list(items, listing.columns, name: listing.name), output, common)
        }
    }

    private func form(
        _ output: OutputOptions, _ list: ListOptions, _ common: CommonOptions
    ) throws -> OutputOptions.Format {
        let form = try output.format ?? OutputOptions.Format(rawValue: settings(common).text(.output)) ?? .table
        guard list.fields == nil || ([.json, .ndjson, .yaml, .csv].contains(form) && output.columns == nil) else {
            throw Failure.usage(.fieldsAreForMachines)
        }
        return form
    }

    private func showPages(
        _ listing: Listing, at address: Address, from service: Service, by list: ListOptions,
        _ output: OutputOptions, _ common: CommonOptions
    ) async throws {
        var present = output
        try await service.pages(of: address, limit: list.limit) { items in
            try show(.list(items, listing.columns, name: listing.name), present, common)
            present.noHeader = true
        }
    }

    /// People and `-o name` get the bare number.
    func counted(_ count: Int) -> Answer {
        Answer(
            document: .made(["total": .integer(count)]),
            table: Table(
                columns: [Column("total", .total, .integer)], rows: [["total": .integer(count)]],
                name: .member("total")),
            page: [.line(language.integer(count))])
    }
}
