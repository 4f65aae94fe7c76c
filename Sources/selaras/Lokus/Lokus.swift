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

    /// Why these rounds cannot be compared: one is missing, or still open; nil where both have results.
    func obstacle(to purposes: [SurveyRound.Purpose]) -> Failure? {
        let states = purposes.map { purpose in
            value["rounds"].items.first { $0["purpose"].text == purpose.rawValue }?["state"].text
        }
        func those(_ isMeant: (String?) -> Bool) -> [SurveyRound.Purpose] {
            zip(purposes, states).filter { isMeant($0.1) }.map(\.0)
        }
        let (missing, open) = (those { $0 == nil }, those { $0 == "open" })
        if !missing.isEmpty { return .notFound(.notCompared(label, missing, open: false)) }
        return open.isEmpty ? nil : .said(.notCompared(label, open, open: true), .conflict)
    }

    func planID() throws(Failure) -> String {
        guard let id = value["plan_id"].text else { throw .notFound(.noPlan(label)) }
        return id
    }
}
