internal import Phrasing

/// What stands between `<` and `>` in the help.
enum ValueName: CaseIterable {
    case format, names, address, name, seconds, when, code, codes, year, quarter, text, file, amount, percent, rupiah
    case quantity, day, number, purpose, design, framework, round, reference, level, unit, funding, lokus, desa
    case method, path, header, field, key, value, shell, folder, filter, sort, page, operation, state, order, target,
        points, identifier, email, instant, budgetLine, stage, source, share, renaming, amendment

    var phrase: Phrase {
        switch self {
        case .format: Phrase("bentuk", "format")
        case .names: Phrase("nama,…", "name,…")
        case .address: Phrase("alamat", "address")
        case .name: Phrase("nama", "name")
        case .seconds: Phrase("detik", "seconds")
        case .when: Phrase("kapan", "when")
        case .code: Phrase("kode", "code")
        case .codes: Phrase("kode,…", "code,…")
        case .year: Phrase("tahun", "year")
        case .quarter: Phrase("triwulan", "quarter")
        case .text: Phrase("teks", "text")
        case .file: Phrase("berkas", "file")
        case .amount: Phrase("banyaknya", "count")
        case .percent: Phrase("persen", "percent")
        case .rupiah: Phrase("rupiah", "rupiah")
        case .quantity: Phrase("volume", "quantity")
        case .day: Phrase("tanggal", "date")
        case .number: Phrase("nomor", "number")
        case .purpose: Phrase("jenis", "purpose")
        case .design: Phrase("cara", "design")
        case .framework: Phrase("kerangka", "framework")
        case .round: Phrase("pendataan", "survey")
        case .reference: Phrase("rujukan", "reference")
        case .level: Phrase("tingkat", "level")
        case .unit: Phrase("satuan", "unit")
        case .funding: Phrase("sumber=jumlah", "source=amount")
        case .lokus: Phrase(same: "lokus")
        case .desa: Phrase(same: "desa")
        case .method: Phrase("metode", "method")
        case .path: Phrase("alamat", "path")
        case .header: Phrase("header", "header")
        case .field: Phrase("nama=nilai", "name=value")
        case .key: Phrase("kunci", "key")
        case .value: Phrase("nilai", "value")
        case .shell: Phrase(same: "shell")
        case .folder: Phrase("folder", "folder")
        case .filter: Phrase("nama=nilai", "name=value")
        case .sort: Phrase("nama,…", "name,…")
        case .operation: Phrase("pekerjaan", "operation")
        case .state: Phrase("keadaan", "state")
        case .page: Phrase("halaman", "page")
        case .order: Phrase("urutan", "order")
        case .instant: Phrase("waktu", "time")
        case .points: Phrase("poin", "points")
        case .identifier: Phrase("pengenal", "identifier")
        case .email: Phrase("surel", "e-mail")
        case .amendment: Phrase("perubahan", "amendment")
        case .budgetLine: Phrase("pos", "line")
        case .stage: Phrase("tahap", "stage")
        case .source: Phrase("sumber", "source")
        case .share: Phrase("pos=jumlah", "line=amount")
        case .target: Phrase("indikator=nilai", "indicator=value")
        case .renaming: Phrase("lama=baru", "old=new")
        }
    }
}
