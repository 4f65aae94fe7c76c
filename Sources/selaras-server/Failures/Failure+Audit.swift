import Phrasing
import Store

extension Failure {
    /// Why a file of checkpoints is not believed.
    init(_ fault: CheckpointFault, _ path: String) {
        switch fault {
        case .malformed:
            self.init(
                .refused, id: "\(path) bukan berkas titik periksa, atau berkasnya rusak.",
                en: "\(path) is not a file of checkpoints, or it is damaged.")
        case .unsigned:
            self.init(
                .refused,
                id: "Sebuah titik periksa di \(path) tidak ditandatangani dengan kunci ini. Periksa kunci publiknya.",
                en: "A checkpoint in \(path) is not signed with this key. Check the public key.")
        case .forged:
            self.init(
                .refused, id: "Tanda tangan di \(path) tidak sah: isinya bukan yang ditandatangani.",
                en: "A signature in \(path) is not valid: its content is not what was signed.")
        case .ofAnother(let origin):
            self.init(
                .refused, id: "Titik periksa di \(path) milik layanan lain: \(origin).",
                en: "A checkpoint in \(path) is of another service: \(origin).")
        }
    }
}

extension AuditFault {
    /// What an operator is told.
    var sentence: Wording {
        let (place, event) = (Wording(id: "Rantai \(area)", en: "Chain \(area)"), told)
        return switch kind {
        case .missing(let last) where last > number:
            Wording(
                id: "\(place[.indonesian]): peristiwa \(number) sampai \(last) dihapus.",
                en: "\(place[.english]): events \(number) to \(last) were deleted.")
        case .missing:
            Wording(
                id: "\(place[.indonesian]): peristiwa \(number) dihapus.",
                en: "\(place[.english]): event \(number) was deleted.")
        case .repeated:
            Wording(
                id: "\(place[.indonesian]): peristiwa \(number) ada dua kali; satu disisipkan.\(event[.indonesian])",
                en: "\(place[.english]): event \(number) is there twice; one was slipped in.\(event[.english])")
        case .altered:
            Wording(
                id: "\(place[.indonesian]): peristiwa \(number) tidak lagi seperti ketika ditulis: diubah, disisipkan, "
                    + "atau ditukar.\(event[.indonesian])",
                en: "\(place[.english]): event \(number) is no longer as it was written: edited, slipped in or moved."
                    + event[.english])
        case .rewritten(let first):
            Wording(
                id: "\(place[.indonesian]): peristiwa \(first) sampai \(number) ditulis ulang: bukan yang "
                    + "ditandatangani pada titik periksa.",
                en: "\(place[.english]): events \(first) to \(number) were written anew: they are not those that the "
                    + "checkpoint signed.")
        case .cutOff(let last):
            Wording(
                id:
                    "\(place[.indonesian]): peristiwa \(number) sampai \(last) hilang dari akhir rantai: dipotong, atau "
                    + "cadangan lama dipulihkan.",
                en: "\(place[.english]): events \(number) to \(last) are missing at the end: cut off, or an old backup "
                    + "was restored.")
        }
    }

    /// What stands in the place of the event.
    private var told: Wording {
        guard let found else { return Wording(id: "", en: "") }
        let text = "\(found.occurredAt) \(found.action) \(found.subject) \(found.subjectID)"
        return Wording(id: " Yang ada sekarang: \(text).", en: " What is there now: \(text).")
    }
}

extension AlteredAnswers {
    /// What an operator is told.
    var sentence: Wording {
        let place = [kabupaten, desa, year == 0 ? "" : String(year), purpose, round].filter { !$0.isEmpty }
            .joined(separator: " ")
        return Wording(
            id: "Jawaban keluarga pada pendataan \(place) bukan yang terakhir diimpor.",
            en: "The answers of families in survey round \(place) are not those that were imported last.")
    }
}
