internal import Phrasing

/// Settings and profiles.
extension Phrase {
    static func badConfig(_ path: String, line: Int, _ reason: String) -> Phrase {
        Phrase(
            "\(path), baris \(line), tidak dapat dibaca sebagai TOML: \(reason)",
            "\(path), line \(line), cannot be read as TOML: \(reason)")
    }
    static func badSetting(_ key: String, _ value: String, _ expected: Phrase, in place: String) -> Phrase {
        Phrase(
            "nilai \(key) \"\(value)\" (\(place)) tidak dapat dipakai; seharusnya \(expected.indonesian).",
            "the value \"\(value)\" of \(key) (\(place)) cannot be used; it should be \(expected.english).")
    }
    static func noSetting(_ key: String, near: String?) -> Phrase {
        let all = SettingKey.allCases.map(\.rawValue).joined(separator: ", ")
        return Phrase("tidak ada pengaturan \(key).", "there is no setting \(key).")
            + (near.map { Phrase(" Mungkin maksudnya \($0)?", " Did you mean \($0)?") } ?? Phrase(same: ""))
            + Phrase(" Yang ada: \(all).", " There are: \(all).")
    }
    static func settingNotForProfiles(_ key: String) -> Phrase {
        Phrase(
            "\(key) tidak dapat diatur untuk satu profil; ulangi tanpa --profile.",
            "\(key) cannot be set for one profile; repeat without --profile.")
    }
    static func cannotEdit(_ path: String) -> Phrase {
        Phrase(
            "susunan \(path) tidak dapat diubah dengan aman; ubahlah dengan penyunting teks.",
            "\(path) cannot be changed safely as it is written; change it in a text editor.")
    }
    static func settingStored(_ key: String, _ value: String?, _ path: String) -> Phrase {
        guard let value else { return Phrase("\(key) dihapus dari \(path).", "\(key) is removed from \(path).") }
        return Phrase("\(key) = \(value) tersimpan di \(path).", "\(key) = \(value) is stored in \(path).")
    }
    static func settingOverruled(_ key: String, by origin: Settings.Origin) -> Phrase {
        let by = origin.phrase
        return Phrase(
            "Perhatian: \(key) tetap dikalahkan oleh \(by.indonesian).",
            "Note: \(key) is still overruled by \(by.english).")
    }
    static func unknownSettings(_ names: [String], in path: String) -> Phrase {
        let list = names.sorted().joined(separator: ", ")
        return Phrase("\(path) memuat yang tidak dikenal: \(list)", "\(path) has what is not known: \(list)")
    }
    static func profileInUse(_ name: String) -> Phrase {
        Phrase("Profil \(name) dipakai mulai sekarang.", "Profile \(name) is in use from now on.")
    }
    static func noProfile(_ name: String) -> Phrase {
        Phrase(
            "tidak ada profil \(name). Buat dengan: selaras login --profile \(name) --url ALAMAT",
            "there is no profile \(name). Make it with: selaras login --profile \(name) --url ADDRESS")
    }
}

extension Settings.Origin {
    var phrase: Phrase {
        switch self {
        case .option(let name): Phrase("pilihan \(name)", "option \(name)")
        case .environment(let name): Phrase("variabel \(name)", "variable \(name)")
        case .file(let path): Phrase(same: path)
        case .login(let path): Phrase("selaras login (\(path))", "selaras login (\(path))")
        case .standard: Phrase("bawaan", "built in")
        }
    }
}

/// What `doctor` advises.
extension Phrase {
    static let mendFile = Phrase(
        "perbaiki berkas itu; selaras config list menampilkan yang berlaku",
        "mend that file; selaras config list shows what holds")
    static let seeConfigList = Phrase(
        "periksa ejaannya; yang dikenal: selaras config list", "check the spelling; what is known: selaras config list")
}
