internal import ArgumentParser

/// What becomes of many things where one of them is refused.
struct BatchOptions: ParsableArguments {
    @Flag(
        help: .of(
            "Simpan yang dapat disimpan dan sebutkan yang ditolak; bawaannya semua atau tidak sama sekali.",
            "Store what can be stored and name what is refused; all or nothing by default."))
    var each = false

    /// As the service calls it.
    var mode: String? { each ? "object" : nil }

    /// What the service takes in one request.
    static let most = 1000

    /// Before anything is asked of the service or of the person.
    static func expect(_ count: Int) throws(Failure) {
        guard count <= most else { throw .usage(.tooManyRows(most)) }
    }
}
