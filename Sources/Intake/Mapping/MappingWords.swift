internal import Phrasing

/// What is wrong with a mapping file, or with a table that is read by one, in words.
enum MappingWords {
    static func unknownTarget(_ near: String) -> Wording {
        near.isEmpty
            ? Wording(
                id:
                    "tidak ada kolom atau indikator dengan nama ini; pakai kode indikator dari kerangka, atau - bila tidak "
                    + "dipakai",
                en: "there is no such column or indicator; use a code of the framework, or - where it is not used")
            : Wording(
                id: "tidak ada kolom atau indikator dengan nama ini; mungkin maksudnya \"\(near)\"",
                en: "there is no such column or indicator; perhaps \"\(near)\" is meant")
    }

    static let targetMissing = Wording(
        id: "belum ada baris yang menyebut kolom asalnya; tambahkan baris dengan source, atau rule constant",
        en: "no line says where it comes from; add one with a source, or with the rule constant")

    static let lineIncomplete = Wording(
        id: "wajib diisi pada baris seperti ini",
        en: "must be filled in on a line like this")

    static func ruleNotAllowed(_ rules: String) -> Wording {
        rules.isEmpty
            ? Wording(
                id: "baris dengan value tidak boleh memuat rule; tulis rule pada baris yang menyebut source",
                en: "a line with a value must have no rule; write the rule on the line that names the source")
            : Wording(
                id: "aturan ini tidak berlaku untuk target tersebut; yang berlaku: \(rules)",
                en: "this rule is not for that target; those that are: \(rules)")
    }

    static func sourceTwice(_ line: String) -> Wording {
        Wording(
            id: "kolom asal ini sudah disebut untuk target yang sama pada baris \(line)",
            en: "this source is named for the same target on line \(line) already")
    }

    static func sourceOfNobody(_ target: String) -> Wording {
        Wording(
            id:
                "tidak ada baris yang menjadikan kolom ini asal dari \(target); tambahkan baris itu atau kosongkan source",
            en: "no line makes this column a source of \(target); add that line, or leave the source empty")
    }

    static let severalSources = Wording(
        id:
            "target ini sudah mempunyai asal; beberapa kolom hanya dapat digabung dengan aturan yang sama, yaitu any, all, "
            + "sum, good dan eligible, atau join",
        en:
            "this target has a source already; several can only be joined by one rule: any, all, sum, good and eligible, "
            + "or join")

    static func valueTwice(_ line: String) -> Wording {
        Wording(
            id: "arti isi ini sudah ditulis pada baris \(line); hapus salah satunya",
            en: "what this value means is written on line \(line) already; remove one")
    }

    static func meaningNotAllowed(_ words: String) -> Wording {
        Wording(
            id: "arti ini tidak mungkin untuk target tersebut; yang diterima: \(words)",
            en: "this meaning is not possible for that target; accepted are: \(words)")
    }

    static let countHalfGiven = Wording(
        id: "jumlah yang memenuhi (good) dan jumlah seluruhnya (eligible) harus ada kedua-duanya",
        en: "the number in that state (good) and the number of eligible ones (eligible) must both be there")

    static func sourceMissing(_ near: String) -> Wording {
        near.isEmpty
            ? Wording(
                id: "kolom ini disebut berkas pemetaan, tetapi tidak ada dalam berkas pendataan",
                en: "the mapping file names this column, but the survey file does not have it")
            : Wording(
                id: "kolom ini disebut berkas pemetaan, tetapi tidak ada dalam berkas pendataan; mungkin maksudnya "
                    + "\"\(near)\"",
                en:
                    "the mapping file names this column, but the survey file does not have it; perhaps \"\(near)\" is meant"
            )
    }

    static func valueNotMapped(_ words: String) -> Wording {
        Wording(
            id:
                "arti isi ini belum ada; tambahkan baris dengan isi ini (value) dan artinya (means) ke berkas pemetaan: "
                + "\(words), atau kosong",
            en: "what this value means is not known; add a line with it (value) and its meaning (means) to the mapping "
                + "file: \(words), or kosong")
    }

    static func rowsContradict(_ line: String) -> Wording {
        Wording(
            id: "berbeda dari isi pada baris \(line) untuk keluarga dan pertanyaan yang sama",
            en: "differs from what line \(line) says for the same family and question")
    }

    static func questionMissing(_ near: String) -> Wording {
        near.isEmpty
            ? Wording(
                id: "pertanyaan ini disebut berkas pemetaan, tetapi tidak pernah muncul dalam berkas pendataan",
                en: "the mapping file names this question, but it is nowhere in the survey file")
            : Wording(
                id:
                    "pertanyaan ini disebut berkas pemetaan, tetapi tidak pernah muncul dalam berkas pendataan; mungkin "
                    + "maksudnya \"\(near)\"",
                en:
                    "the mapping file names this question, but it is nowhere in the survey file; perhaps \"\(near)\" is "
                    + "meant")
    }

    static func tooManyToGather(_ most: String) -> Wording {
        Wording(
            id:
                "lebih dari \(most) keluarga; urutkan berkas menurut keluarga, lalu tulis long_sorted pada baris layout "
                + "berkas pemetaan",
            en: "more than \(most) families; sort the file by family and write long_sorted on the layout line of the "
                + "mapping file")
    }
}
