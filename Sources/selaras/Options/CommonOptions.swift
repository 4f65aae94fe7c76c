internal import ArgumentParser

/// What every command takes: which service, as whom, and how much is said beside the answer.
struct CommonOptions: ParsableArguments {
    enum Color: String, CaseIterable, ExpressibleByArgument {
        case auto, always, never
    }

    @Option(
        help: .of(
            "Alamat layanan; mengalahkan SELARAS_URL dan yang tersimpan.",
            "Address of the service; wins over SELARAS_URL and what is stored.", .address))
    var url: String?

    @Option(
        help: .of(
            "Peran yang dipakai, bila memegang beberapa (lihat selaras whoami).",
            "Role to act in, where one holds several (see selaras whoami).", .identifier))
    var principal: String?

    @Option(
        help: .of("Profil yang dipakai (lihat selaras profile).", "Profile to use (see selaras profile).", .name),
        completion: .profile)
    var profile: String?

    @Option(
        help: .of(
            "Batas waktu menunggu jawaban layanan, dalam detik.", "How long to wait for an answer, in seconds.",
            .seconds))
    var timeout: Int?

    @Option(help: .of("Warna pada keluaran; bawaannya auto.", "Colours in the output; auto by default.", .when))
    var color: Color?

    @Flag(
        name: .shortAndLong,
        help: .of("Jangan tampilkan pemberitahuan; kesalahan tetap.", "No notices; errors are still shown."))
    var quiet = false

    @Flag(help: .of("Tampilkan permintaan ke layanan.", "Show the requests to the service."))
    var verbose = false

    @Flag(
        help: .of(
            "Tampilkan permintaan dan jawaban selengkapnya; token disamarkan.",
            "Show requests and answers in full; tokens are masked."))
    var debug = false

    @Flag(help: .of("Jangan pernah bertanya; gagal bila perlu jawaban.", "Never ask; fail where an answer is needed."))
    var noInput = false

    mutating func validate() throws {
        if let principal, UUIDText.checked(principal) == nil { throw ValidationError(Phrase.badPrincipal.text) }
        if let timeout, !(1...86_400).contains(timeout) { throw ValidationError(Phrase.badTimeout.text) }
        guard !quiet || !(verbose || debug) else { throw ValidationError(Phrase.quietExcludesVerbose.text) }
    }
}
