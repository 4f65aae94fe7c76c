internal import Intake

/// What people call a thing that this program calls otherwise: Indonesian words, and the names of the API. Nothing is
/// taken under such a name; it only leads to the right one.
enum OtherNames {
    static let ofCommands = [
        "bandingkan": "compare", "perbandingan": "compare", "merah": "weak", "tugas": "inbox", "pendataan": "survey",
        "survei": "survey", "rencana": "plan", "intervensi": "intervention", "laporan": "report", "wilayah": "region",
        "desa": "region", "kerangka": "framework", "perangkat": "agency", "skpd": "agency", "opd": "agency",
        "katalog": "catalogue", "catalog": "catalogue", "pekerjaan": "operation", "masuk": "login", "keluar": "logout",
        "profil": "profile", "pengaturan": "config", "jelaskan": "explain", "periksa": "doctor", "bantuan": "help",
        "daftar": "list", "tampilkan": "show", "lihat": "show", "ubah": "edit", "impor": "import",
        "tugaskan": "assign", "terima": "accept", "kirim": "submit", "ajukan": "submit",
        "sepakati": "agree", "verifikasi": "verify", "konfirmasi": "confirm", "sanggah": "dispute",
        "tetapkan": "approve", "kembalikan": "return", "mulai": "start",
        "evaluasi": "evaluate",
        "rakor": "meeting", "notulen": "meeting", "perbaiki": "correct", "formulir": "template",
        "tutup": "close", "cari": "search", "pakai": "use", "batalkan": "cancel", "tunggu": "watch",
        "sk": "decree", "daftarkan": "register", "pelengkapan": "completion", "pembanding": "counterparts",
        "saran": "suggest",
        "sandingkan": "reconcile", "tinjau": "review", "temuan": "review", "matriks": "matrix", "cetak": "pack",
        "print": "pack", "bahan": "pack", "findings": "review", "update": "edit",
        "change": "edit", "get": "show",
        "view": "show",
        "find": "search", "upload": "import", "send": "submit", "red": "weak", "tasks": "inbox", "todo": "inbox",
        "selesaikan": "finish", "tolak": "decline", "usulkan": "propose", "anggarkan": "budget",
        "tunda": "delay", "lanjutkan": "resume", "fix": "correct", "diagnose": "doctor", "akun": "account",
        "pengguna": "account",
        "user": "account", "users": "account", "undang": "invite", "sesi": "session", "peristiwa": "event",
        "manual": "help", "siapa": "whoami", "me": "whoami", "faktor-kedua": "second-factor", "2fa": "second-factor",
        "totp": "second-factor", "anggaran": "budget", "pagu": "budget", "pos": "budget", "budgets": "budget",
    ]

    /// To make something has another verb in each group.
    private static let toMake = ["register", "create", "add", "submit", "invite"]

    /// The verbs that a word may stand for, where it stands for several.
    static let ofVerbs = [
        "create": toMake, "add": toMake, "new": toMake, "make": toMake, "buat": toMake, "tambah": toMake,
    ]

    static let ofOptions = [
        "tahun": "year", "budget-year": "year", "triwulan": "quarter", "tw": "quarter", "pagu": "funding",
        "anggaran": "funding", "budget": "funding", "dana": "funding", "sumber": "funding", "keuangan": "spent",
        "realisasi": "spent", "fisik": "physical", "physical-percent": "physical", "volume": "quantity",
        "target-quantity": "quantity", "target": "quantity", "satuan": "unit", "judul": "title", "nama": "title",
        "indikator": "indicators", "perangkat-daerah": "agency", "opd": "agency", "skpd": "agency",
        "agency-code": "agency", "mulai": "starts-on", "start": "starts-on", "selesai": "ends-on", "end": "ends-on",
        "catatan": "note", "tanggal": "on", "nomor": "number", "tujuan": "purpose", "jenis": "purpose",
        "nihil": "nil", "penghambat": "obstacles", "tindak-lanjut": "follow-up", "simulasi": "dry-run",
        "kolom": "columns", "saringan": "filter", "urutan": "sort", "order-by": "sort", "batas": "limit",
        "format": "output", "keluaran": "output", "laporan": "report", "keluarga": "families", "ya": "yes",
        "force": "yes", "katalog": "catalogue", "catalog": "catalogue", "wilayah": "under", "tingkat": "level",
        "families-in-village": "families", "kabupaten-code": "kabupaten", "kerangka": "framework",
        "tahap": "stage", "kode": "code", "alokasi": "share", "semua": "all", "desa": "lokus",
        "intervensi": "intervention", "rujukan": "intervention",
    ]

    static let ofValues = [
        "awal": "baseline", "sementara": "midline", "ulang": "resurvey", "akhir": "resurvey", "endline": "resurvey",
        "sensus": "census", "lengkap": "census", "acak": "simple_random_sample", "sampel": "simple_random_sample",
        "random": "simple_random_sample", "kelompok": "cluster_sample_by_rt", "strata": "stratified_sample_by_rt",
        "tabel": "table", "excel": "csv", "xlsx": "csv", "berjalan": "running", "berhasil": "succeeded",
        "gagal": "failed", "dibatalkan": "cancelled", "menunggu": "queued",
    ]

    /// The name that is meant: a slip of the pen, the beginning of one name only, or another word for it.
    static func nearest(to typed: String, among names: [String], _ others: [String: String]) -> String? {
        let swaps = swapped(typed)
        if let near = NearName.nearest(to: typed, among: names)
            ?? names.first(where: { swaps.contains($0.lowercased()) })
        {
            return near
        }
        let begun = names.filter { typed.count > 2 && $0.lowercased().hasPrefix(typed.lowercased()) }
        if begun.count == 1 { return begun.first }
        let known = others.filter { names.contains($0.value) }
        return NearName.nearest(to: typed, among: known.keys.sorted()).flatMap { known[$0] }
    }

    /// The commands of these names that are meant: one of them, but for a word that several go by.
    static func nearestCommands(to typed: String, among names: [String]) -> [String] {
        let verbs = names.filter((ofVerbs[typed.lowercased()] ?? []).contains)
        return verbs.isEmpty ? nearest(to: typed, among: names, ofCommands).map { [$0] } ?? [] : verbs
    }

    /// Of the verbs of one group that a word may stand for, that by which the group makes things: one is enough.
    static func preferred(of verbs: [String], for typed: String) -> [String] {
        (ofVerbs[typed.lowercased()] ?? []).first(where: verbs.contains).map { [$0] } ?? verbs
    }

    /// The same with two neighbours changed, as fingers change them: `yaer`.
    private static func swapped(_ typed: String) -> Set<String> {
        let letters = Array(typed.lowercased())
        return Set(
            letters.indices.dropLast().map { index in
                var other = letters
                other.swapAt(index, index + 1)
                return String(other)
            })
    }
}
