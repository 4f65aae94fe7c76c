internal import Phrasing
internal import Wire

/// What stands between this program and an answer of the service.
extension Phrase {
    static func unreachable(_ base: String, _ obstacle: Unreachable) -> Phrase {
        let (reason, remedy) = (obstacle.phrase, obstacle.remedy)
        return Phrase(
            "layanan \(base) tidak dapat dihubungi: \(reason.indonesian). \(remedy.indonesian)",
            "the service \(base) cannot be reached: \(reason.english). \(remedy.english)")
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
    static let nextTitle = Phrase("Selanjutnya:", "What comes next:")
    static let examplesTitle = Phrase("Perintah yang membantu, misalnya:", "Commands that help, for example:")
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
        case .untrusted:
            Phrase(
                "sertifikatnya tidak dipercaya; mungkin kedaluwarsa, dibuat sendiri, atau jam komputer ini salah",
                "its certificate is not trusted; it may be expired or self-made, or this computer's clock is wrong")
        case .otherName: Phrase("sertifikatnya untuk nama lain", "its certificate is for another name")
        case .noTLS:
            Phrase("yang menjawab di sana tidak memakai https", "what answers there does not speak https")
        case .other:
            Phrase("sambungannya gagal (rinciannya: --debug)", "the connection failed (details: --debug)")
        }
    }

    /// What to do about it.
    var remedy: Phrase {
        switch self {
        case .untrusted:
            Phrase(
                "Samakan jam komputer ini; bila tetap ditolak, mintalah pengelola memperbarui sertifikatnya, atau pasang "
                    + "sertifikat penerbitnya di komputer ini (update-ca-certificates). Jangan kirim token lewat http.",
                "Set this computer's clock; if it is still refused, ask the operator to renew the certificate, or install "
                    + "that of its issuer on this computer (update-ca-certificates). Send no token over http instead.")
        case .otherName:
            Phrase(
                "Periksa ejaan alamatnya; nama di alamat harus sama dengan nama di sertifikat.",
                "Check how the address is spelled; its name must be that of the certificate.")
        case .noTLS:
            Phrase(
                "Periksa nomor port, dan apakah alamatnya http atau https.",
                "Check the port, and whether the address is http or https.")
        case .unknownName:
            Phrase(
                "Periksa ejaan alamatnya (--url, SELARAS_URL, atau selaras login) dan DNS jaringan ini; selaras doctor "
                    + "memeriksa satu per satu.",
                "Check how the address is spelled (--url, SELARAS_URL, or selaras login) and this network's DNS; selaras "
                    + "doctor checks step by step.")
        case .refused, .noRoute, .noAnswer, .other:
            Phrase(
                "Periksa jaringan dan alamatnya (--url, SELARAS_URL, atau selaras login), lalu coba lagi; selaras doctor "
                    + "memeriksa satu per satu.",
                "Check the network and the address (--url, SELARAS_URL, or selaras login), then try again; selaras doctor "
                    + "checks step by step.")
        }
    }

    /// Whether it may be gone when one tries again.
    var mayPass: Bool { ![.untrusted, .otherName, .noTLS].contains(self) }
}
