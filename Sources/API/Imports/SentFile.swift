/// A file as a request brings it, of whatever kind.
enum SentFile {
    /// What stands for the name of one that was sent without.
    static let nameless = "tanpa-nama.csv"
}
