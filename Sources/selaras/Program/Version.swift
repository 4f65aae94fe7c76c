import Wire

/// The version of this program, as `--version` and the `User-Agent` state it.
enum Version {
    static let current = ServiceVersion.current
}
