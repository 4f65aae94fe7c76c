/// The version of this program, as `--version` and the `User-Agent` state it.
enum Version {
    static let current = "0.1.0"
}
