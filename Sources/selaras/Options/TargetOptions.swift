internal import ArgumentParser
internal import Wire

/// What a plan wants to reach.
struct TargetOptions: ParsableArguments {
    @Option(
        help: .of(
            "Target IKK pada pendataan ulang, 0 sampai 100.", "Target of the index by the re-survey, 0 to 100.", .points
        ))
    var targetIkk: Decimal?

    @Option(
        help: .of(
            "Target sebuah indikator pada pendataan ulang, 0 sampai 100, misalnya KLS-02=75; dapat diulang.",
            "Target of an indicator by the re-survey, 0 to 100, e.g. KLS-02=75; may be repeated.", .target))
    var target: [TargetOption] = []

    var isEmpty: Bool { targetIkk == nil && target.isEmpty }

    /// What is not named is left out.
    func write(to body: inout JSONObject) {
        body["target_ikk"] = targetIkk.map { .number($0.number) }
        if !target.isEmpty { body["targets"] = .array(target.map(\.document)) }
    }
}
