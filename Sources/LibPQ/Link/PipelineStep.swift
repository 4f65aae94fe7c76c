/// One group of results that a pipeline will bring: of a `Parse` that goes first, or of the statement itself.
struct PipelineStep {
    /// The statement's text, for errors.
    let sql: String
    /// Set where this statement is prepared in this pipeline: its name and what to remember it under.
    let preparing: (name: String, key: StatementCache.Key)?
}
