internal import ArgumentParser

/// What every writing command takes.
struct WriteOptions: ParsableArguments {
    @Flag(
        help: .of(
            "Simulasi: periksa seluruhnya dan tampilkan yang akan berubah, tanpa menyimpan.",
            "Dry run: check everything and show what would change, store nothing."))
    var dryRun = false
}

/// What a command takes whose effect cannot be taken back.
struct ConsentOptions: ParsableArguments {
    @Flag(name: .shortAndLong, help: .of("Jangan meminta persetujuan.", "Do not ask for consent."))
    var yes = false
}
