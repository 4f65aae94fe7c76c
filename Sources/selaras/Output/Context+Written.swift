extension Context {
    /// Shows what was changed; of a dry run first what would be different.
    func showChanged(
        _ answer: Answer, from present: Resource, _ write: WriteOptions, _ output: OutputOptions,
        _ common: CommonOptions
    ) throws {
        let shown = write.dryRun ? answer.simulated(from: present.value, in: language) : answer
        try show(shown, output, common)
    }
}
