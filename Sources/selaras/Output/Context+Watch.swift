extension Context {
    /// Shows a list, and with `--watch` again whenever it is another one.
    func watch(
        _ options: WatchOptions, _ listing: Listing, from service: Service, by list: ListOptions,
        _ output: OutputOptions, _ common: CommonOptions
    ) async throws {
        guard options.watch else { return try await show(listing, from: service, by: list, output, common) }
        let address = list.applied(to: listing.address)
        try await watch(options, output, common) {
            guard !list.count else { return counted(try await service.count(of: address)) }
            return .list(
                try await service.list(address, limit: list.limit), listing.columns, name: listing.name)
        }
    }

    /// Shows an answer, and with `--watch` again whenever it is another one, until Ctrl-C. On a terminal the new one
    /// takes the place of the old; elsewhere it comes after it.
    func watch(
        _ options: WatchOptions, _ output: OutputOptions, _ common: CommonOptions,
        _ answer: () async throws -> Answer
    ) async throws {
        guard options.watch else { return try show(try await answer(), output, common) }
        var unpaged = output
        unpaged.noPager = true
        let settings = try settings(common)
        let format = try output.format ?? OutputOptions.Format(rawValue: settings.text(.output)) ?? .table
        var shown: String?
        while true {
            let next = try await answer()
            let text = try text(of: next, as: format, unpaged, settings)
            if text != shown {
                if console.isOutputTerminal { try console.writeOutput(Array("\u{1B}[H\u{1B}[2J".utf8)) }
                try show(next, unpaged, common)
                shown = text
            }
            try await pause(options.interval)
        }
    }
}
