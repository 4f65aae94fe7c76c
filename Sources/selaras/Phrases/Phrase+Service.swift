internal import Phrasing

/// What stands between this program and an answer of the service.
extension Phrase {
    static func unreachable(_ base: String, _ obstacle: Unreachable) -> Phrase {
        let reason = obstacle.phrase
        return Phrase(
            "layanan \(base) tidak dapat dihubungi (\(reason.indonesian)). Periksa jaringan dan alamatnya (--url, "
                + "SELARAS_URL, atau selaras login), lalu coba lagi; selaras doctor memeriksa satu per satu.",
            "the service \(base) cannot be reached (\(reason.english)). Check the network and the address (--url, "
                + "SELARAS_URL, or selaras login), then try again; selaras doctor checks step by step.")
    }
    static func connectionBroke(_ base: String) -> Phrase {
        Phrase(
            "sambungan ke \(base) terputus sebelum jawaban lengkap. Periksa dahulu apakah perubahan sudah tersimpan, "
                + "lalu coba lagi.",
            "the connection to \(base) broke before the answer was complete. Check whether the change is stored, then "
                + "try again.")
    }
    static func timedOut(_ base: String, _ seconds: Int) -> Phrase {
        Phrase(
            "\(base) belum menjawab dalam \(seconds) detik. Coba lagi nanti, atau perpanjang dengan --timeout.",
            "\(base) has not answered within \(seconds) seconds. Try again later, or wait longer with --timeout.")
    }
    static let listBrokeOff = Phrase(
        "daftar terputus di tengah; yang sudah tertulis tidak lengkap. Jangan dipakai: ulangi perintahnya.",
        "the list broke off in the middle; what is written is incomplete. Do not use it: repeat the command.")
    static let answerTooLarge = Phrase(
        "jawaban layanan terlalu besar. Persempit permintaan, misalnya dengan --limit.",
        "the answer of the service is too large. Ask for less, for example with --limit.")
    static func notOurService(_ base: String) -> Phrase {
        Phrase(
            "jawaban \(base) bukan jawaban layanan Selaras. Periksa alamatnya.",
            "what \(base) answered is no answer of a Selaras service. Check the address.")
    }
    static func refusal(_ title: String?, status: Int) -> Phrase {
        .failed(
            title.map(Phrase.init(same:))
                ?? Phrase(
                    "layanan menolak permintaan (status \(status))",
                    "the service refused the request (status \(status))"))
    }
    static func problemCode(_ code: String?, requestID: String?) -> Phrase {
        func joined(_ first: String, _ second: String) -> String {
            [code.map { "\(first): \($0)" }, requestID.map { "\(second): \($0)" }].compactMap { $0 }
                .joined(separator: " · ")
        }
        return Phrase(joined("Kode", "Nomor permintaan"), joined("Code", "Request number"))
    }
    static let readAgainHint = Phrase(
        "Data telah diubah orang lain sejak dibaca. Lihat keadaan terbaru, lalu ulangi.",
        "Somebody changed it since it was read. Look at the present state, then repeat.")
    static func explainHint(_ code: String) -> Phrase {
        Phrase("Penjelasan: selaras explain \(code)", "Explanation: selaras explain \(code)")
    }
    static func furtherFaults(_ count: Int, total: Int) -> Phrase {
        func number(_ value: Int, _ language: Language) -> String { language.integer(value) }
        return Phrase(
            "… dan \(number(count, .indonesian)) kesalahan lain; seluruhnya \(number(total, .indonesian))",
            "… and \(number(count, .english)) more faults; \(number(total, .english)) in all")
    }
    static func tryingAgain(in seconds: Int) -> Phrase {
        Phrase(
            "Layanan belum dapat melayani; mencoba lagi dalam \(seconds) detik …",
            "The service cannot serve yet; trying again in \(seconds) s …")
    }
}

extension Unreachable {
    var phrase: Phrase {
        switch self {
        case .refused:
            Phrase(
                "sambungan ditolak; mungkin layanan sedang tidak berjalan",
                "connection refused; the service may not be running")
        case .noRoute: Phrase("jaringan tidak sampai ke sana", "the network does not reach it")
        case .unknownName: Phrase("nama alamat tidak dikenal", "the name is not known")
        case .noAnswer: Phrase("tidak ada yang menjawab", "nobody answers")
        case .other(let reason): Phrase(same: reason)
        }
    }
}
