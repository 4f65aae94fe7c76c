internal import Phrasing
internal import Wire

extension OwnWords {
    /// What may stand there, for a fault that says no more than that a value is not allowed; empty where nobody knows.
    static func limits(for fault: JSONValue, in language: Language) -> String {
        guard ["out_of_range", "not_in_list", "wrong_type", "too_many_decimals"].contains(fault["code"].text),
            let name = fault["pointer"].text?.split(separator: "/").last(where: { Int($0) == nil })
        else { return "" }
        return values[String(name)]?.allowed?.text(in: language) ?? ""
    }

    private static let values: [String: ValueName] = [
        "year": .year, "budget_year": .year, "quarter": .quarter, "physical_percent": .percent, "quantity": .quantity,
        "target_quantity": .quantity, "spent_idr": .rupiah, "amount_idr": .rupiah, "source": .funding,
        "families_in_village": .amount, "max_affected": .amount, "indicators": .codes,
    ]
}
