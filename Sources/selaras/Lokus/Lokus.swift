internal import Planning
internal import Wire

/// A lokus as the service has it.
struct Lokus: Sendable {
    let value: JSONValue

    var id: String { value["id"].text ?? "" }

    /// What a person may type to name it again: `63.02.12.2005/2025`.
    var label: String { "\(value["desa_code"].text ?? "")/\(value["year"].number?.text ?? "")" }

    /// The round of that purpose.
    func roundID(_ purpose: SurveyRound.Purpose) throws(Failure) -> String {
        let round = value["rounds"].items.first { $0["purpose"].text == purpose.rawValue }
        guard let id = round?["id"].text else { throw .notFound(.noRound(label, purpose)) }
        return id
    }

    func planID() throws(Failure) -> String {
        guard let id = value["plan_id"].text else { throw .notFound(.noPlan(label)) }
        return id
    }
}
