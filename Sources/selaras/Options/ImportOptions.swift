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
