internal import Phrasing
internal import Wire

/// What waits beside the reports that are due, as people read it.
enum WaitingView {
    private static let place = [Column("desa_name", .desa), Column("year", .year)]
    private static let interventions =
        [Column("reference", .reference, .code), Column("title", .intervention), Column("agency_name", .agency).spare]
        + place.map(\.spare)
    private static let assigned = interventions + [Column("assigned_on", .assignedOn, .day)]
    private static let declined = interventions + [Column("state_reason", .stateReason)]
    private static let lokus =
        [Column("desa_code", .code, .code)] + place + [Column("indicators", .indicators)]
    private static let reports =
        Array(ReportView.columns.prefix(2)) + [
            Column("desa_name", .desa, value: { $0["lokus"]["desa_name"] }).spare,
            Column("year", .year, value: { $0["lokus"]["year"] }).spare,
        ] + ReportView.columns.dropFirst(2)
    private static let surveyed =
        [Column("desa_code", .code, .code)] + place + [
            Column("weak_count", .weakCount, .integer) { lokus in
                lokus["rounds"].items.first { $0["purpose"].text == "baseline" }?["weak_count"] ?? .null
            }
        ]

    /// A title that names the command, and the table, for each kind that there is.
    static func blocks(_ waiting: Waiting, _ language: Language) -> [Block] {
        let sections: [(Phrase, [Column], [JSONValue])] = [
            (.waitingForAcceptance(first(waiting.unaccepted)), assigned, waiting.unaccepted),
            (.waitingForAnotherAgency(first(waiting.declined)), declined, waiting.declined),
            (.waitingForAssignment(first(waiting.unassigned)), interventions, waiting.unassigned),
            (.waitingForVerification(waiting.unverified, of: waiting.agency), reports, waiting.unverified),
            (.waitingForConfirmation(waiting.unconfirmed.first ?? .null), reports, waiting.unconfirmed),
            (.disputed(waiting.disputed.first ?? .null), reports, waiting.disputed),
            (.waitingForPlan(first(waiting.unplanned).lokus), surveyed, waiting.unplanned),
            (.waitingForIntervention(first(waiting.uncovered).lokus), lokus, waiting.uncovered),
        ]
        return sections.filter { !$0.2.isEmpty }.flatMap { title, columns, rows in
            [Block.title(title.text(in: language)), .table(Table(columns: columns, rows: rows))]
        }
    }

    private static func first(_ rows: [JSONValue]) -> (reference: String, lokus: String) {
        let row = rows.first ?? .null
        return (row["reference"].text ?? "", "\(row["desa_code"].text ?? "")/\(row["year"].number?.text ?? "")")
    }
}

extension Phrase {
    static let reportsDue = Phrase("Laporan realisasi yang harus dibuat", "Progress reports that are due")
    static func waitingForAcceptance(_ first: (reference: String, lokus: String)) -> Phrase {
        let command = "selaras intervention accept \(first.reference) --lokus \(first.lokus)"
        return Phrase(
            "Ditugaskan dan belum diterima perangkat daerahnya (\(command))",
            "Assigned, and not yet accepted by the agency (\(command))")
    }
    static func waitingForAnotherAgency(_ first: (reference: String, lokus: String)) -> Phrase {
        let command = "selaras intervention propose \(first.reference) --lokus \(first.lokus)"
        return Phrase("Ditolak perangkat daerahnya (\(command))", "Declined by the agency (\(command))")
    }
    static func waitingForAssignment(_ first: (reference: String, lokus: String)) -> Phrase {
        let command = "selaras intervention assign \(first.reference) --lokus \(first.lokus)"
        return Phrase("Usulan yang belum ditugaskan (\(command))", "Proposed, and not yet assigned (\(command))")
    }
    /// The command is about the first, and about all of its lokus and period where there are several.
    static func waitingForVerification(_ reports: [JSONValue], of agency: String?) -> Phrase {
        let first = reports.first ?? .null
        let isAlone = !reports.dropFirst().contains { other in
            ["plan_id", "budget_year", "quarter"].allSatisfy { other[$0] == first[$0] }
        }
        let lokus = "\(first["lokus"]["desa_code"].text ?? "")/\(first["lokus"]["year"].number?.text ?? "")"
        let (year, quarter) = (first["budget_year"].number?.text ?? "", first["quarter"].number?.text ?? "")
        let reference = first["intervention_reference"].text ?? ""
        let command =
            "selaras report verify --lokus \(lokus) " + (isAlone ? "--intervention \(reference) " : "")
            + "--year \(year) --quarter \(quarter)"
            + (isAlone ? "" : " --all" + (agency.map { " --agency \($0)" } ?? ""))
        return Phrase(
            "Laporan yang menunggu verifikasi (\(command))", "Reports that wait to be verified (\(command))")
    }
    static func waitingForPlan(_ lokus: String) -> Phrase {
        Phrase(
            "Sudah didata dan belum mempunyai rencana aksi (selaras plan create \(lokus))",
            "Surveyed, and without an action plan (selaras plan create \(lokus))")
    }
    static func waitingForIntervention(_ lokus: String) -> Phrase {
        Phrase(
            "Indikator merah yang belum disasar intervensi (selaras weak \(lokus))",
            "Weak indicators that no intervention aims at (selaras weak \(lokus))")
    }
}
