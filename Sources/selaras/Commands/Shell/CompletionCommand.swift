internal import ArgumentParser

struct CompletionCommand: ServiceCommand {
    static var configuration: CommandConfiguration {
        .command(
            "completion", Phrase("Cetak skrip pelengkapan untuk shell.", "Print the completion script of a shell."),
            examples: [
                "selaras completion bash > ~/.local/share/bash-completion/completions/selaras",
                "selaras completion zsh > ~/.zfunc/_selaras",
                "selaras completion fish > ~/.config/fish/completions/selaras.fish",
            ],
            more: Phrase(
                "Kode wilayah, lokus, dan perangkat daerah dilengkapi dari layanan dan disimpan satu jam; bila layanan "
                    + "tidak terjangkau, pelengkapan itu diam.",
                "Codes of regions, lokus and agencies come from the service and are kept for an hour; without the service "
                    + "that completion is silent."))
    }

    @Argument(
        help: .of("bash, zsh, atau fish.", "bash, zsh or fish.", .shell), completion: .list(["bash", "zsh", "fish"]))
    var shell: String

    @OptionGroup(title: Phrase.commonTitle.text) var common: CommonOptions

    func run(in context: Context) async throws {
        guard let shell = CompletionShell(rawValue: shell) else { throw Failure.usage(.unknownShell(shell)) }
        try context.console.writeOutput(Array((Selaras.completionScript(for: shell) + "\n").utf8))
    }
}
