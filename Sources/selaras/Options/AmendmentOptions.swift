internal import ArgumentParser

/// Which amendment of a plan is meant.
struct AmendmentOptions: ParsableArguments {
    @Option(
        help: .of(
            "Nomor perubahan yang sudah ditetapkan, atau pengenalnya; bawaannya yang sedang disusun.",
            "Number of an approved amendment, or its identifier; by default the one in preparation.", .amendment))
    var amendment: String?
}
