internal import Phrasing
internal import Wire

/// What villages say of reports.
extension Phrase {
    static let ofEarlierFigures = Phrase("(angka sebelumnya)", "(earlier figures)")

    static func disputedByVillage(_ references: [String]) -> Phrase {
        let names = references.joined(separator: ", ")
        return Phrase(
            "Disanggah desa/kelurahannya (selaras report show): \(names).",
            "Disputed by the village (selaras report show): \(names).")
    }

    static func waitingForConfirmation(_ first: JSONValue) -> Phrase {
        let command = "selaras report confirm \(options(of: first))"
        return Phrase(
            "Laporan yang menunggu konfirmasi desa/kelurahan (\(command); bila tidak sesuai: selaras report dispute)",
            "Reports that wait for the village to confirm them (\(command); where they are not so: selaras report dispute)"
        )
    }

    static func disputed(_ first: JSONValue) -> Phrase {
        let command = "selaras report show \(options(of: first))"
        return Phrase(
            "Laporan yang disanggah desa/kelurahan (\(command))", "Reports that the village disputes (\(command))")
    }

    private static func options(of report: JSONValue) -> String {
        let lokus = "\(report["lokus"]["desa_code"].text ?? "")/\(report["lokus"]["year"].number?.text ?? "")"
        return "--lokus \(lokus) --intervention \(report["intervention_reference"].text ?? "") --year "
            + "\(report["budget_year"].number?.text ?? "") --quarter \(report["quarter"].number?.text ?? "")"
    }

    /// The report, what it says and what the village says.
    static func disputeFound(
        _ report: String, _ reported: String, _ counted: String?, _ note: String?, isVerified: Bool, isCurrent: Bool
    ) -> Phrase {
        let state =
            isVerified ? Phrase("sudah dihitung", "counts already") : Phrase("menunggu verifikasi", "to be verified")
        let count = counted.map { Phrase(", menurut desa \($0)", ", by the village's count \($0)") } ?? Phrase(same: "")
        let earlier =
            isCurrent
            ? Phrase(same: "")
            : Phrase("; angkanya diperbaiki sesudah disanggah", "; the figures were corrected after the dispute")
        return Phrase(same: "\(report): \(reported)") + count + Phrase(same: " (") + state + earlier + Phrase(same: ")")
            + (note.map { Phrase(same: ". “\($0)”") } ?? Phrase(same: "."))
    }

    static func settleDispute(
        _ name: String, _ lokus: String, _ reference: String, _ year: String, _ quarter: String
    ) -> Phrase {
        let show =
            "selaras report show --lokus \(lokus) --intervention \(reference) --year \(year) --quarter \(quarter)"
        return Phrase(
            "Periksa bersama \(name) dan desa/kelurahannya; kembalikan laporannya bila keliru: \(show)",
            "Look at it with \(name) and the village; send the report back if it is wrong: \(show)")
    }
}
