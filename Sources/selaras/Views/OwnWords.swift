internal import Phrasing
internal import Wire

/// What the service says of its API, in the words of this program: people here type options and not members of JSON.
enum OwnWords {
    /// The names of the API and what stands for them on the command line.
    private static let options: [(name: String, phrase: Phrase)] = [
        ("current_password", Phrase("kata sandi sekarang", "the present password")),
        ("second_factor_code", Phrase("kode faktor kedua", "the code of the second factor")),
        ("new_password", Phrase("kata sandi baru", "the new password")),
        ("valid_until_on", Phrase(same: "--valid-until")), ("valid_from_on", Phrase(same: "--valid-from")),
        ("families_in_village", Phrase(same: "--families")), ("framework_version", Phrase(same: "--framework")),
        ("max_affected", Phrase(same: "--max-affected")), ("catalogue_code", Phrase(same: "--catalogue")),
        ("physical_percent", Phrase(same: "--physical")),
        ("target_quantity", Phrase(same: "--quantity")), ("surveyed_until", Phrase(same: "--surveyed-until")),
        ("surveyed_from", Phrase(same: "--surveyed-from")), ("decree_number", Phrase(same: "--decree-number")),
        ("kabupaten_code", Phrase(same: "--kabupaten")), ("agency_code", Phrase(same: "--agency")),
        ("assigned_on", Phrase(same: "--assigned-on")), ("budget_year", Phrase(same: "--year")),
        ("ceiling_idr", Phrase(same: "--ceiling")), ("budget_line_id", Phrase(same: "--share")),
        ("nomenclature", Phrase(same: "--nomenclature")),
        ("supporting_agencies", Phrase(same: "--supporting")),
        ("amount_idr", Phrase(same: "--funding")), ("spent_idr", Phrase(same: "--spent")),
        ("decree_on", Phrase(same: "--decree-on")), ("starts_on", Phrase(same: "--starts-on")),
        ("meeting_on", Phrase(same: "--on")), ("meeting_place", Phrase(same: "--place")),
        ("meeting_minutes", Phrase(same: "--minutes")), ("meeting_participants", Phrase(same: "--participant")),
        ("follow_up", Phrase(same: "--follow-up")), ("basis", Phrase(same: "--basis")),
        ("obstacles", Phrase(same: "--obstacles")),
        ("desa_code", Phrase("kode desa/kelurahan", "the code of the desa/kelurahan")),
        ("lokus_id", Phrase("lokusnya", "the lokus")), ("plan_id", Phrase("rencana aksinya", "the action plan")),
        ("ends_on", Phrase(same: "--ends-on")), ("panel_of", Phrase(same: "--panel-of")),
        ("replace=true", Phrase(same: "--replace")), ("dry_run", Phrase(same: "--dry-run")),
        ("page_size", Phrase(same: "--limit")), ("request_id", Phrase("nomor permintaan", "request number")),
        ("half_width", Phrase(same: "--half-width")), ("design_effect", Phrase(same: "--design-effect")),
        ("target_ikk", Phrase(same: "--target-ikk")), ("targets", Phrase(same: "--target")),
        ("reference", Phrase("rujukan", "the reference")), ("indicators", Phrase(same: "--indicators")),
        ("quantity", Phrase(same: "--quantity")), ("quarter", Phrase(same: "--quarter")),
        ("purpose", Phrase(same: "--purpose")), ("funding", Phrase(same: "--funding")),
        ("title", Phrase(same: "--title")), ("unit", Phrase(same: "--unit")), ("year", Phrase(same: "--year")),
        ("note", Phrase(same: "--note")), ("nil", Phrase(same: "--nil")), ("change", Phrase(same: "--change")),
        ("discordance", Phrase(same: "--discordance")), ("families", Phrase(same: "--families")),
    ]

    /// Where a fault is: `--funding, nomor 2` for `/funding/1/amount_idr`.
    static func place(_ pointer: String, in language: Language) -> String {
        let parts = pointer.split(separator: "/").map(String.init)
        guard let first = parts.first else { return "" }
        let name = options.first { $0.name == first }?.phrase.text(in: language) ?? first
        guard let index = parts.dropFirst().first.flatMap({ Int($0) }) else { return name }
        return name + Phrase(", nomor \(index + 1)", ", number \(index + 1)").text(in: language)
    }

    /// A sentence of the service with its names of members put as options. Plain words of the language, as "unit" and
    /// "title" are, only count where the sentence ends with them, as in "Periksa unit.".
    static func translated(_ text: String, in language: Language) -> String {
        options.reduce(withoutJargon(text)) { text, option in
            let word = option.phrase.text(in: language)
            guard !option.name.contains("_"), !option.name.contains("=") else {
                return text.replacing(option.name, with: word)
            }
            let instructed = ["Periksa ", "Isi ", "Check ", "Give ", "Fill in "].reduce(text) {
                $0.replacing("\($1)\(option.name).", with: "\($1)\(word).")
                    .replacing("\($1)\(option.name) ", with: "\($1)\(word) ")
            }
            // The second of two, as in "Periksa --year dan quarter.".
            return [" dan ", " and "].reduce(instructed) { sentence, link in
                guard let range = sentence.firstRange(of: "\(link)\(option.name)."),
                    sentence[..<range.lowerBound].split(separator: " ").last?.hasPrefix("--") == true
                else { return sentence }
                return String(sentence[..<range.lowerBound]) + "\(link)\(word)." + sentence[range.upperBound...]
            }
        }
    }

    /// What only a program at the API can follow.
    static let jargon = [
        "errors", "JSON", "header", "If-Match", "ETag", "Idempotency-Key",
        "Authorization", "pointer", "page_token", "Content-Type", "Retry-After", "/api/v1",
    ]

    /// The sentences that speak of HTTP or JSON are left out.
    private static func withoutJargon(_ text: String) -> String {
        let sentences = text.split(separator: ". ", omittingEmptySubsequences: false)
        let plain = sentences.filter { sentence in !jargon.contains { sentence.contains($0) } }
        guard plain.count < sentences.count else { return text }
        let joined = plain.joined(separator: ". ")
        return joined.isEmpty || joined.hasSuffix(".") ? joined : joined + "."
    }

    /// Problems that a person at this program mends in another way than a program at the API does.
    static func detail(for code: String?) -> Phrase? {
        switch code {
        case "bad_request", "malformed_json", "invalid_header", "method_not_allowed", "method_unknown",
            "unsupported_media_type",
            "expectation_failed", "header_too_large", "uri_too_long", "not_acceptable":
            Phrase(
                "Layanan tidak memahami permintaan ini. Bila bukan dari selaras api, perbarui program ini atau laporkan "
                    + "kepada pengelola.",
                "The service does not understand this request. If it is not from selaras api, update this program or tell "
                    + "the operator.")
        case "invalid_request": Phrase("Perbaiki isian berikut, lalu ulangi.", "Mend what is listed, then repeat.")
        case "invalid_page_token":
            Phrase("Daftar berubah selagi dibaca. Ulangi.", "The list changed while it was read. Repeat.")
        case "file_refused":
            Phrase(
                "Berkas memuat kesalahan dan tidak ada satu baris pun yang disimpan. Perbaiki baris yang disebutkan, lalu kirim "
                    + "ulang seluruh berkas.",
                "The file has faults and not one row is stored. Mend the rows that are named, then send the whole file again."
            )
        case "unauthenticated":
            Phrase(
                "Belum ada token untuk layanan ini, atau token yang ada tidak dikenal, kedaluwarsa, atau telah dicabut.",
                "There is no token for this service, or the one there is is unknown, expired or revoked.")
        case "content_too_large":
            Phrase(
                "Isinya melebihi batas layanan. Bagi menjadi beberapa bagian.",
                "It is more than the service takes. Divide it into parts.")
        case "precondition_required", "stale_version":
            Phrase(
                "Data telah diubah pihak lain sejak dibaca; tidak ada yang disimpan.",
                "Somebody changed it since it was read; nothing is stored.")
        case "idempotency_key_required", "idempotency_key_reused":
            Phrase(
                "Permintaan ini tidak dapat dipastikan belum pernah dikirim. Ulangi tanpa --resume.",
                "It is not certain that this was not sent before. Repeat without --resume.")
        case "idempotency_key_in_use":
            Phrase(
                "Permintaan yang sama masih diproses. Tunggu sebentar, lalu ulangi.",
                "The same request is still being done. Wait a little, then repeat.")
        case "timed_out":
            Phrase(
                "Permintaan melampaui batas waktu layanan. Ulangi, atau persempit permintaannya.",
                "The request took longer than the service allows. Repeat it, or ask for less.")
        case "shutting_down":
            Phrase(
                "Layanan sedang dihentikan. Coba lagi beberapa saat.",
                "The service is being stopped. Try again in a while.")
        default: nil
        }
    }
}
