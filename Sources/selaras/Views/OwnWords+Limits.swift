internal import Phrasing
internal import Wire

extension OwnWords {
    /// What may stand there, for a fault that says no more than that a value is not allowed; empty where nobody knows.
    static func limits(for fault: JSONValue, in language: Language) -> String {
        let allowed = fault["allowed"].items.compactMap(\.text)
        guard allowed.isEmpty else {
            let names = allowed.joined(separator: ", ")
            return Phrase.shouldBe("salah satu dari \(names)", "one of \(names)").text(in: language)
        }
        guard ["out_of_range", "not_in_list", "wrong_type", "too_many_decimals"].contains(fault["code"].text),
            let name = fault["pointer"].text?.split(separator: "/").last(where: { Int($0) == nil })
        else { return "" }
        return (ranges[String(name)] ?? values[String(name)]?.allowed)?.text(in: language) ?? ""
    }

    /// What one command alone asks for.
    private static let ranges: [String: Phrase] = [
        "half_width": .shouldBe("poin dari 0,1 sampai 50, misalnya 5", "points from 0.1 to 50, as 5"),
        "change": .shouldBe("poin dari 0,1 sampai 100, misalnya 10", "points from 0.1 to 100, as 10"),
        "design_effect": .shouldBe("angka dari 0,1 sampai 50, misalnya 1,5", "a number from 0.1 to 50, as 1.5"),
        "discordance": .shouldBe("bagian dari 0,01 sampai 1, misalnya 0,12", "a share from 0.01 to 1, as 0.12"),
        "families": .shouldBe("bilangan bulat dari 1 sampai 1.000.000", "a whole number from 1 to 1,000,000"),
    ]

    private static let values: [String: ValueName] = [
        "target_ikk": .points, "value": .points,
        "year": .year, "budget_year": .year, "quarter": .quarter, "physical_percent": .percent, "quantity": .quantity,
        "target_quantity": .quantity, "spent_idr": .rupiah, "amount_idr": .rupiah, "ceiling_idr": .rupiah,
        "source": .funding,
        "families_in_village": .amount, "max_affected": .amount, "indicators": .codes,
    ]
}
