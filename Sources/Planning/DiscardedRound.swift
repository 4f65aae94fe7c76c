/// What went with an open round that was taken away.
package struct DiscardedRound: Hashable, Sendable {
    /// Families whose answers were sent.
    package let families: Int
    /// Receipts of files.
    package let files: Int

    package init(families: Int, files: Int) {
        self.families = families
        self.files = files
    }
}
