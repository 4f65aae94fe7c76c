package import Measurement

/// Indicators with a completed intervention beside the same indicators of other lokus of the year that nothing was done
/// about. It is an association: what goes up there went up without an intervention.
package struct Counterparts: Sendable {
    package struct Item: Hashable, Sendable {
        /// In framework order.
        package let position: Int
        package let before: ShownValue?
        package let after: ShownValue?
        /// Nil where a round has no value.
        package let contrast: Contrast?
    }

    /// Another lokus, by the same framework.
    package struct Village: Sendable {
        package let pair: RoundPair
        /// Positions of the indicators that an intervention aims at, completed or not.
        package let aims: Set<Int>

        package init(pair: RoundPair, aims: Set<Int>) {
            self.pair = pair
            self.aims = aims
        }
    }

    package let lokusID: Lokus.ID
    package let place: Place
    package let framework: Framework
    package let before: SurveyRound.Purpose
    package let after: SurveyRound.Purpose
    /// How many other lokus have both rounds, by the same framework.
    package let villages: Int
    package let items: [Item]

    package init(_ comparison: LokusComparison, among villages: [Village]) {
        lokusID = comparison.lokusID
        place = comparison.place
        framework = comparison.framework
        before = comparison.before.purpose
        after = comparison.after.purpose
        self.villages = villages.count
        items = comparison.treated.map { position in
            let others = villages.filter { !$0.aims.contains(position) }.compactMap {
                Contrast.Village($0.pair, indicator: position)
            }
            return Item(
                position: position, before: comparison.rounds.indicators[position].shownBefore,
                after: comparison.rounds.indicators[position].shownAfter,
                contrast: Contrast.Village(comparison.pair, indicator: position).map { Contrast($0, among: others) })
        }
    }
}
