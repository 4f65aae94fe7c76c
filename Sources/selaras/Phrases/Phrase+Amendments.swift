/// Amendments of approved plans.
extension Phrase {
    static let noAmendment = Phrase(
        "tidak ada perubahan rencana aksi yang sedang disusun. Mulai: selaras amendment begin",
        "no amendment of the plan is in preparation. Begin one: selaras amendment begin")
    static func noAmendmentOf(_ name: String) -> Phrase {
        Phrase(
            "tidak ada perubahan \(name). Yang ada: selaras amendment list",
            "there is no amendment \(name). What there is: selaras amendment list")
    }
    static func severalAmendments(_ list: [String]) -> Phrase {
        let names = list.joined(separator: "; ")
        return Phrase(
            "beberapa perubahan sedang disusun: \(names). Sebutkan salah satu dengan --amendment.",
            "several amendments are in preparation: \(names). Name one with --amendment.")
    }
    static func amendmentTitle(_ number: Int?) -> Phrase {
        guard let number else { return Phrase("Perubahan rencana aksi", "Amendment of the action plan") }
        return Phrase("Perubahan rencana aksi ke-\(number)", "Amendment \(number) of the action plan")
    }
    static func askApproveAmendment(_ place: String, _ references: [String]) -> Phrase {
        let list = references.joined(separator: ", ")
        return Phrase(
            "Tetapkan perubahan rencana aksi \(place) (\(list))? Isinya langsung berlaku dalam rencana. [y/T] ",
            "Approve the amendment of the plan of \(place) (\(list))? It is in the plan at once. [y/N] ")
    }
    static let conflictsFollow = Phrase(
        "Berbenturan dengan perubahan lain sejak baris ditulis; tulis ulang baris itu (selaras amendment change):",
        "In conflict with what changed since the line was written; write that line anew (selaras amendment change):")
}
