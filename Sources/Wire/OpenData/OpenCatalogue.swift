internal import Phrasing
package import Planning

/// All that is open, with the metadata by which others can use it (Perpres 39/2019): concept, definition, unit, period,
/// source and codes, of every dataset and of every column.
package struct OpenCatalogue: JSONRepresentable {
    private let state: OpenDataState

    package init(_ state: OpenDataState) {
        self.state = state
    }

    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("standard", "Perpres 39/2019")
            json.member("protection", state.protection.map(Protection.init))
            json.member("publishers", each: state.publishers) { json, publisher in publisher.write(to: &json) }
            json.member("references", each: OpenColumn.Reference.allCases) { json, reference in
                json.object { json in
                    json.member("code", reference)
                    json.members("title_id", "title_en", reference.title)
                }
            }
            json.member("datasets", each: OpenDataset.allCases) { json, dataset in dataset.write(to: &json) }
        }
    }

    /// A row a column: what a portal keeps of a variable. CSV has no place for more than one level.
    package var csv: [UInt8] {
        var csv = CSVWriter()
        for name in Self.header { csv.plain(name) }
        csv.endRow()
        for dataset in OpenDataset.allCases {
            for column in dataset.columns { column.write(to: &csv, of: dataset) }
        }
        return csv.take()
    }

    private static let header = [
        "dataset", "path", "dataset_title_id", "dataset_title_en", "column", "type", "title_id", "title_en",
        "definition_id", "definition_en", "unit_id", "unit_en", "reference", "words",
    ]
}

private struct Protection: JSONRepresentable {
    let protection: OpenDataState.Protection

    func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("fewest_families", protection.fewestFamilies)
            json.member("source", protection.source)
            json.members(
                "description_id", "description_en",
                Wording(
                    id: "Nilai yang didasarkan pada terlalu sedikit keluarga, atau yang kebalikannya demikian, "
                        + "dirahasiakan, beserta satu nilai lain dalam dimensi yang sama agar tidak dapat dihitung "
                        + "kembali. Bila tidak ada yang dapat menutupinya, nilai dimensi dan indeks ikut dirahasiakan.",
                    en: "A value that rests on too few families, or whose complement does, is withheld, and with it "
                        + "another one of its dimension, so that it cannot be computed. Where there is none to hide "
                        + "it, the value of the dimension and the index are withheld as well."))
        }
    }
}

extension OpenDataState.Publisher {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("kabupaten_code", kabupaten.code)
            json.member("kabupaten_bps_code", kabupaten.bpsCode)
            json.member("kabupaten_name", kabupaten.name)
            json.member("closed_rounds", rounds)
            json.member("last_closed_at", lastClosedAt)
            json.member("license", license)
        }
    }
}

extension OpenDataset {
    package var path: String { "/api/v1/open-data/\(rawValue)" }

    package var columns: [OpenColumn] {
        switch self {
        case .indices: OpenColumn.ofIndices
        case .indicators: OpenColumn.ofIndicators
        case .interventions: OpenColumn.ofInterventions
        }
    }

    fileprivate func write(to json: inout JSONWriter) {
        let words = words
        json.object { json in
            json.member("id", rawValue)
            json.member("path", path)
            json.members("title_id", "title_en", words.title)
            json.members("concept_id", "concept_en", words.concept)
            json.members("definition_id", "definition_en", words.definition)
            json.members("observation_unit_id", "observation_unit_en", words.observed)
            json.members("period_id", "period_en", words.period)
            json.members("source_id", "source_en", words.source)
            json.member("media_types", ["application/json", "text/csv", "application/x-ndjson"])
            json.member("columns", each: columns) { json, column in column.write(to: &json) }
        }
    }

    fileprivate struct Words {
        let title, concept, definition, observed, period, source: Wording
    }

    fileprivate var words: Words {
        switch self {
        case .indices:
            Words(
                title: Wording(
                    id: "Indeks Kualitas Keluarga (IKK) desa/kelurahan lokus",
                    en: "Index of family quality (IKK) of focus villages"),
                concept: Wording(
                    id: "Kualitas keluarga: legalitas dan struktur, ketahanan fisik, ekonomi, sosial-psikologi, dan "
                        + "sosial-budaya.",
                    en: "Family quality: legality and structure, physical, economic, socio-psychological and "
                        + "socio-cultural resilience."),
                definition: Wording(
                    id: "Indeks dan dimensinya pada tiap pendataan yang sudah ditutup. Dihitung dari pendataan "
                        + "keluarga di desa/kelurahan itu; tidak sebanding dengan IKK nasional dari data sekunder.",
                    en: "The index and its dimensions in every round that is closed. From a survey of the families "
                        + "there; not to be compared with the national IKK from secondary data."),
                observed: Wording(
                    id: "desa/kelurahan lokus per pendataan dan ukuran", en: "lokus, round and measure"),
                period: Self.byRound, source: Self.survey)
        case .indicators:
            Words(
                title: Wording(
                    id: "Indikator kualitas keluarga desa/kelurahan lokus",
                    en: "Indicators of family quality of focus villages"),
                concept: Wording(
                    id: "Kondisi keluarga menurut indikator pada kerangka yang berlaku.",
                    en: "The condition of families by the indicators of the framework in force."),
                definition: Wording(
                    id: "Persentase keluarga atau orang dalam kondisi baik pada tiap pendataan yang sudah ditutup, "
                        + "dan apakah di bawah ambang (merah). Pembilang dan penyebut tidak disajikan.",
                    en: "The percentage of families or persons in good condition in every round that is closed, and "
                        + "whether it is below the threshold. Numerators and denominators are not shown."),
                observed: Wording(
                    id: "desa/kelurahan lokus per pendataan dan indikator", en: "lokus, round and indicator"),
                period: Self.byRound, source: Self.survey)
        case .interventions:
            Words(
                title: Wording(
                    id: "Intervensi dan anggaran per perangkat daerah di desa/kelurahan lokus",
                    en: "Interventions and money by agency in focus villages"),
                concept: Wording(
                    id: "Kegiatan perangkat daerah dan mitra untuk menaikkan indikator merah.",
                    en: "What offices and partners do to raise weak indicators."),
                definition: Wording(
                    id: "Jumlah intervensi yang ditugaskan, pagu, dan realisasi keuangan menurut laporan. Judul, "
                        + "penerima, dan isi laporan tidak disajikan.",
                    en: "How many interventions were assigned, their budget, and what was spent by the reports. "
                        + "Titles, beneficiaries and words of reports are not shown."),
                observed: Wording(
                    id: "desa/kelurahan lokus per tahun program dan perangkat daerah",
                    en: "lokus, programme year and agency"),
                period: Wording(
                    id: "Tahun program; realisasi kumulatif sejak awal, diperbarui setiap ada laporan triwulan.",
                    en: "Programme year; spending is cumulative and changes with every quarterly report."),
                source: Wording(
                    id: "Rencana aksi kabupaten/kota dan laporan realisasi perangkat daerah.",
                    en: "Action plans of the kabupaten, and progress reports of the agencies."))
        }
    }

    private static let byRound = Wording(
        id: "Setiap pendataan (awal, sementara, ulang) dalam satu tahun program; tetap setelah ditutup.",
        en: "Every round (before, between, after) of a programme year; final once it is closed.")
    private static let survey = Wording(
        id: "Pendataan keluarga oleh kader di desa/kelurahan lokus, diolah kabupaten/kota.",
        en: "A survey of families by cadres of the lokus, processed by the kabupaten.")
}

extension OpenColumn.Reference {
    fileprivate var title: Wording {
        switch self {
        case .kemendagri:
            Wording(
                id: "Kode dan data wilayah administrasi pemerintahan, Kementerian Dalam Negeri",
                en: "Codes of administrative regions, Ministry of Home Affairs")
        case .bps:
            Wording(
                id: "Kode wilayah kerja statistik, Badan Pusat Statistik",
                en: "Codes of statistical working areas, Statistics Indonesia")
        case .selaras:
            Wording(
                id: "Daftar kode layanan ini; kerangka indikator bersifat sementara sampai daftar resmi diterima",
                en: "Lists of this service; the indicator framework is a working one until the official list arrives")
        }
    }
}

extension OpenColumn: JSONRepresentable {
    package func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("name", name)
            json.member("type", kind)
            json.members("title_id", "title_en", title)
            json.members("definition_id", "definition_en", definition)
            json.member("unit_id", unit?[.indonesian])
            json.member("unit_en", unit?[.english])
            json.member("reference", reference)
            json.member("words", words)
        }
    }

    fileprivate func write(to csv: inout CSVWriter, of dataset: OpenDataset) {
        let title = dataset.words.title
        csv.plain(dataset.rawValue)
        csv.plain(dataset.path)
        for text in [title[.indonesian], title[.english]] { csv.text(text) }
        csv.plain(name)
        csv.plain(kind.rawValue)
        for wording in [self.title, definition] {
            csv.text(wording[.indonesian])
            csv.text(wording[.english])
        }
        csv.text(unit?[.indonesian] ?? "")
        csv.text(unit?[.english] ?? "")
        csv.plain(reference?.rawValue ?? "")
        csv.text(words.joined(separator: ";"))
        csv.endRow()
    }
}

extension JSONWriter {
    fileprivate mutating func members(_ indonesian: StaticString, _ english: StaticString, _ wording: Wording) {
        member(indonesian, wording[.indonesian])
        member(english, wording[.english])
    }
}
