/// The money of interventions by the indicators that they aim at. What aims at several indicators is told of each of them,
/// apart from what is for one alone, and its money is counted once: sums over indicators are not sums of money.
package struct IndicatorMoney: Hashable, Sendable {
    package struct Total: Hashable, Sendable {
        package let code: String
        package let interventions: Int
        /// Of interventions that aim at nothing else.
        package let alone: Rupiah
        /// Of interventions that aim at other indicators too; the same money stands with those.
        package let shared: Rupiah
    }

    /// In the order in which they first occur.
    package let totals: [Total]
    /// Of all interventions that aim at several indicators, each once.
    package let ofSeveral: Rupiah
    /// Of interventions that aim at none.
    package let ofNone: Rupiah

    package init(of interventions: [(indicators: [String], budget: Rupiah)]) {
        var order: [String] = []
        var sums: [String: (count: Int, alone: Rupiah, shared: Rupiah)] = [:]
        var (ofSeveral, ofNone) = (Rupiah.zero, Rupiah.zero)
        for intervention in interventions {
            let codes = Set(intervention.indicators)
            if codes.isEmpty { ofNone = ofNone + intervention.budget }
            if codes.count > 1 { ofSeveral = ofSeveral + intervention.budget }
            for code in intervention.indicators {
                if sums[code] == nil { order.append(code) }
                var sum = sums[code] ?? (0, .zero, .zero)
                sum.count += 1
                if codes.count == 1 {
                    sum.alone = sum.alone + intervention.budget
                } else {
                    sum.shared = sum.shared + intervention.budget
                }
                sums[code] = sum
            }
        }
        totals = order.compactMap { code in
            sums[code].map { Total(code: code, interventions: $0.count, alone: $0.alone, shared: $0.shared) }
        }
        self.ofSeveral = ofSeveral
        self.ofNone = ofNone
    }

    /// By the position of each code in `codes`; what does not stand there comes last.
    package func inOrder(of codes: [String]) -> IndicatorMoney {
        let positions = Dictionary(codes.enumerated().map { ($1, $0) }) { first, _ in first }
        let sorted = totals.sorted(stablyBy: { positions[$0.code] ?? Int.max })
        return IndicatorMoney(totals: sorted, ofSeveral: ofSeveral, ofNone: ofNone)
    }

    private init(totals: [Total], ofSeveral: Rupiah, ofNone: Rupiah) {
        self.totals = totals
        self.ofSeveral = ofSeveral
        self.ofNone = ofNone
    }
}
