internal import ArgumentParser

/// Which service, and for how long it is waited for.
struct ConnectionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Alamat layanan; mengalahkan SELARAS_URL dan alamat tersimpan.", valueName: "alamat"))
    var url: String?

    @Option(help: ArgumentHelp("Batas waktu menunggu jawaban layanan, dalam detik.", valueName: "detik"))
    var timeout: Int?

    mutating func validate() throws {
        guard let timeout else { return }
        guard (1...86_400).contains(timeout) else { throw ValidationError(Phrase.badTimeout.text(in: .indonesian)) }
    }
}
