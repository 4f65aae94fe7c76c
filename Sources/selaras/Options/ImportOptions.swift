internal import ArgumentParser

/// How a file is sent.
struct ImportOptions: ParsableArguments {
    @Flag(
        help: .of(
            "Lanjutkan pengiriman yang terputus; yang sudah diterima tidak tercatat dua kali.",
            "Go on after an upload that broke; what was taken is not recorded twice."))
    var resume = false

    @Option(
        help: .of(
            "Simpan laporan impor ke berkas ini (.csv untuk daftar kesalahan, selain itu JSON).",
            "Store the import report in this file (.csv for the list of faults, otherwise JSON).", .file),
        completion: .file())
    var report: String?
}

/// Whether a file is waited for that takes the service long.
struct WaitOptions: ParsableArguments {
    @Flag(
        help: .of(
            "Jangan menunggu; layanan memproses berkas di latar belakang (lihat selaras operation).",
            "Do not wait; the service works on the file in the background (see selaras operation)."))
    var noWait = false

    /// From this many bytes on the service works in the background and is asked how far it is; less is done before
    /// anybody wonders, and its receipt says more.
    static let large: Int64 = 4 << 20
}
