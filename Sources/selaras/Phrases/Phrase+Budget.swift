internal import Phrasing

/// Budget lines and their shares.
extension Phrase {
    static func noBudgetLine(_ name: String) -> Phrase {
        Phrase(
            "tidak ada pos anggaran \(name). Yang ada: selaras budget list",
            "there is no budget line \(name). What there is: selaras budget list")
    }
    static func severalBudgetLines(_ name: String, _ lines: [String]) -> Phrase {
        let list = lines.joined(separator: "; ")
        return Phrase(
            "\(name) ada beberapa: \(list). Sebutkan --agency dan --year, atau pengenalnya.",
            "there are several \(name): \(list). Name --agency and --year, or the identifier.")
    }
    static func severalLinesToShare(_ name: String, _ lines: [String]) -> Phrase {
        let list = lines.joined(separator: "; ")
        return Phrase(
            "\(name) ada beberapa: \(list). Sebutkan pengenalnya: --share PENGENAL=RUPIAH.",
            "there are several \(name): \(list). Name the identifier: --share IDENTIFIER=RUPIAH.")
    }
    static func severalKabupaten(_ codes: [String]) -> Phrase {
        let list = codes.joined(separator: ", ")
        return Phrase(
            "perangkat daerah itu ada di beberapa kabupaten/kota: \(list). Sebutkan --kabupaten.",
            "several kabupaten/kota have that agency: \(list). Name one with --kabupaten.")
    }
    static let stageNeedsACeiling = Phrase(
        "sebutkan pagu tahap itu dengan --ceiling.", "give the ceiling of that stage with --ceiling.")
    static let paidInterventions = Phrase("Intervensi yang dibiayai", "Interventions that it pays")
    static func aboveCeiling(_ amount: String, _ references: [String]) -> Phrase {
        let list = references.joined(separator: ", ")
        return Phrase(
            "Alokasi melampaui pagu sebesar Rp\(amount)."
                + (list.isEmpty
                    ? ""
                    : " Terkena: \(list). Kurangi dengan selaras intervention edit --share; bila rencana aksinya sudah "
                        + "ditetapkan, dengan perubahan rencana (selaras amendment)."),
            "Shares are Rp\(amount) above the ceiling."
                + (list.isEmpty
                    ? ""
                    : " It concerns \(list). Reduce with selaras intervention edit --share, in an approved plan by an "
                        + "amendment (selaras amendment)."))
    }
    static func sharedUnseen(_ amount: String) -> Phrase {
        Phrase(
            "Rp\(amount) dialokasikan kepada intervensi yang tidak dapat Anda lihat.",
            "Rp\(amount) goes to interventions that you do not see.")
    }
    static let byLine = Phrase("Menurut pos anggaran", "By budget line")
    static let byIndicator = Phrase(
        "Menurut indikator (jangan dijumlahkan)", "By indicator (not to be added up)")
}
