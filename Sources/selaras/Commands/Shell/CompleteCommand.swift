internal import ArgumentParser
internal import Wire

/// What the completion scripts call: codes, one a line. Nobody types it, so it is not in the list of commands.
struct CompleteCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "complete", Phrase("Kode untuk pelengkapan shell.", "Codes for the completion of a shell."),
            examples: ["selaras complete lokus"], isShown: false)
    }

    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case lokus, desa, kabupaten, agency, problem, setting, profile
    }

    @Argument(help: .of("Jenis kode.", "Kind of code.", .key))
    var subject: Subject

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        // A shell that completes shows whatever is printed: where there is nothing to offer, nothing is said.
        let names = (try? await names(context)) ?? []
        try context.console.writeOutput(Array(names.map { $0 + "\n" }.joined().utf8))
    }

    private func names(_ context: Context) async throws -> [String] {
        switch subject {
        case .problem: return ProblemText.all.keys.sorted()
        case .setting: return SettingKey.allCases.map(\.rawValue)
        case .profile: return KnownProfiles.names(try context.settings(common))
        case .lokus: return try await cached(context, Address("lokus"), .desaAndYear)
        case .desa:
            let villages = try await cached(context, Address("regions").with("level", "desa"), .member("code"))
            return try await villages
                + cached(context, Address("regions").with("level", "kelurahan"), .member("code"))
        case .kabupaten:
            let rural = try await cached(context, Address("regions").with("level", "kabupaten"), .member("code"))
            return try await rural + cached(context, Address("regions").with("level", "kota"), .member("code"))
        case .agency: return try await cached(context, Address("agencies"), .member("code"))
        }
    }

    /// The names of a list, asked for at most once an hour.
    private func cached(_ context: Context, _ address: Address, _ name: Table.Name) async throws -> [String] {
        let settings = try context.settings(common)
        let access = try Access(settings: settings)
        let cache = CompletionCache(
            environment: context.environment, subject: settings.profile.value + "\n" + access.url + address.text)
        if let names = cache?.fresh() { return names }
        let service = context.service(access, common, timeout: 2, settings: settings)
        let names = try await service.list(address).compactMap { name.text(of: $0) }
        let unique = Array(Set(names)).sorted()
        cache?.keep(unique)
        return unique
    }
}
