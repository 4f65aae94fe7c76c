/// The heads of columns and the names of facts.
enum Heading: Sendable, CaseIterable {
    case code, name, level, within, version, title, status, unit, indicator, indicators, indicatorCount, dimension
    case dimensionCount, direction, eligible, sensitive, weakBelow, aggregation
    case shortName, kind, role, agency, agencies, kabupaten, kecamatan, desa, year, identifier
    case decreeNumber, decreeOn, plan, purpose, design, roundState, closedAt, families, familiesInVillage
    case listed, counted, byStatus, ikk, ikkColumn, category, weak, weakCount, value, goodOfEligible, missing,
        notApplicable
    case needed, duties, catalogue, planned, files, framework, surveyedFrom, surveyedUntil
    case reference, intervention, state, target, quantityUnit, budget, spent, source, startsOn, endsOn, note
    case assignedOn, acceptedOn, agreedOn, period, physical, quantity, finance, addedFinance, obstacles, followUp
    case latestReport, interventionCount, assignedCount, acceptedCount, reportingCount, amount
    case dueOn, obligation, before, after, changePoints, changePercentagePoints, contribution, transition
    case line, column, content, explanation, importedAt, fileName, rowsRead, added, changed, same, rejected, removed
    case familiesInRound, areas, fileDigest

    func text(in language: Language) -> String {
        switch language {
        case .indonesian: indonesian
        }
    }

    private var indonesian: String {
        switch self {
        case .code: "Kode"
        case .name: "Nama"
        case .level: "Tingkat"
        case .within: "Wilayah induk"
        case .version: "Versi"
        case .title: "Judul"
        case .status: "Status"
        case .unit: "Satuan"
        case .indicator: "Indikator"
        case .indicators: "Indikator sasaran"
        case .indicatorCount: "Jumlah indikator"
        case .dimension: "Dimensi"
        case .dimensionCount: "Jumlah dimensi"
        case .direction: "Arah"
        case .eligible: "Yang dihitung"
        case .sensitive: "Peka"
        case .weakBelow: "Merah di bawah"
        case .aggregation: "Cara menghitung"
        case .shortName: "Nama singkat"
        case .kind: "Jenis"
        case .role: "Peran"
        case .agency: "Perangkat daerah"
        case .agencies: "Perangkat daerah"
        case .kabupaten: "Kabupaten/Kota"
        case .kecamatan: "Kecamatan"
        case .desa: "Desa/Kelurahan"
        case .year: "Tahun"
        case .identifier: "Pengenal"
        case .decreeNumber: "Nomor SK"
        case .decreeOn: "Tanggal SK"
        case .plan: "Rencana aksi"
        case .purpose: "Pendataan"
        case .design: "Cara pendataan"
        case .roundState: "Keadaan"
        case .closedAt: "Ditutup"
        case .families: "Keluarga (KK)"
        case .familiesInVillage: "Keluarga di desa/kelurahan"
        case .listed: "Keluarga dalam daftar"
        case .counted: "Keluarga dihitung"
        case .byStatus: "Hasil kunjungan"
        case .ikk: "Indeks Kualitas Keluarga (IKK)"
        case .ikkColumn: "IKK"
        case .category: "Kategori"
        case .weak: "Merah"
        case .weakCount: "Indikator merah"
        case .value: "Nilai"
        case .goodOfEligible: "Terpenuhi"
        case .missing: "Tidak terisi"
        case .notApplicable: "TB"
        case .needed: "Kekurangan menuju 75"
        case .duties: "Pengampu"
        case .catalogue: "Katalog intervensi"
        case .planned: "Sudah direncanakan"
        case .files: "Berkas"
        case .framework: "Kerangka indikator"
        case .surveyedFrom: "Mulai pendataan"
        case .surveyedUntil: "Selesai pendataan"
        case .reference: "Rujukan"
        case .intervention: "Intervensi"
        case .state: "Keadaan"
        case .target: "Target"
        case .quantityUnit: "Satuan"
        case .budget: "Pagu (Rp)"
        case .spent: "Realisasi (Rp)"
        case .source: "Sumber dana"
        case .startsOn: "Mulai"
        case .endsOn: "Selesai"
        case .note: "Catatan"
        case .assignedOn: "Tanggal penugasan"
        case .acceptedOn: "Tanggal penerimaan"
        case .agreedOn: "Tanggal disepakati"
        case .period: "Periode"
        case .physical: "Realisasi fisik"
        case .quantity: "Volume"
        case .finance: "Realisasi keuangan (Rp)"
        case .addedFinance: "Tambahan periode ini (Rp)"
        case .obstacles: "Faktor penghambat"
        case .followUp: "Tindak lanjut"
        case .latestReport: "Laporan terakhir"
        case .interventionCount: "Intervensi"
        case .assignedCount: "Ditugaskan"
        case .acceptedCount: "Diterima"
        case .reportingCount: "Sudah lapor"
        case .amount: "Jumlah (Rp)"
        case .dueOn: "Batas waktu"
        case .obligation: "Keadaan"
        case .before: "Kondisi awal"
        case .after: "Kondisi akhir"
        case .changePoints: "Perubahan (poin)"
        case .changePercentagePoints: "Perubahan (poin persen)"
        case .contribution: "Sumbangan (poin)"
        case .transition: "Status"
        case .line: "Baris"
        case .column: "Kolom"
        case .content: "Isi"
        case .explanation: "Keterangan"
        case .importedAt: "Diimpor"
        case .fileName: "Nama berkas"
        case .rowsRead: "Baris dibaca"
        case .added: "Ditambah"
        case .changed: "Diubah"
        case .same: "Sama"
        case .rejected: "Ditolak"
        case .removed: "Dikeluarkan"
        case .familiesInRound: "Keluarga pada pendataan"
        case .areas: "Wilayah"
        case .fileDigest: "SHA-256 berkas"
        }
    }
}
