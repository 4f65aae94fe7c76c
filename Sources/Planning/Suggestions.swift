package import Measurement

/// What could be done about each weak indicator of a lokus, with what was done elsewhere and what followed there.
///
/// What followed is no proof of what caused it: villages were not drawn by lot, and what is low rises by itself. Therefore what
/// followed where nothing was done stands beside it.
package struct Suggestions: Sendable {
    /// Another lokus with both rounds by the same framework, and what was done there.
    package struct Village: Sendable {
        package let pair: RoundPair
        package let deeds: [Deed]

        package init(pair: RoundPair, deeds: [Deed]) {
            self.pair = pair
            self.deeds = deeds
        }
    }

    /// An intervention on an indicator.
    package struct Deed: Hashable, Sendable {
        package let indicator: String
        /// Nil where it is none of the catalogue.
        package let item: String?
        /// All of it was done, as was verified.
        package let isCompleted: Bool
        /// It is neither declined nor cancelled nor carried over.
        package let isCommitted: Bool

        package init(indicator: String, item: String?, isCompleted: Bool, isCommitted: Bool) {
            self.indicator = indicator
            self.item = item
            self.isCompleted = isCompleted
            self.isCommitted = isCommitted
        }
    }

    package struct Option: Sendable {
        package let item: CatalogueItem
        /// Whether the plan of the lokus has one.
        package let isPlanned: Bool
        package let elsewhere: Credibility.Group
    }

    package struct Item: Sendable {
        package let weak: WeakIndicators.Item
        /// What the index gains, in points, once it is no longer weak.
        package let gain: Double?
        /// Other lokus where it was weak, too, and is known in both rounds.
        package let villages: Int
        /// Those of them where no intervention aimed at it.
        package let withoutAny: Credibility.Group
        /// What is most certain to have gone well first, then what nobody has tried, in the order of the catalogue.
        package let options: [Option]
    }

    package let scored: ScoredRound
    /// Other lokus with both rounds by the same framework, as far as the caller may see them.
    package let villages: Int
    /// What gains most first.
    package let items: [Item]

    package var round: SurveyRound { scored.round }

    /// - Parameters:
    ///   - own: what is planned in the lokus itself.
    ///   - gains: one an indicator, in framework order.
    package init(_ weak: WeakIndicators, own: [Deed], gains: [Double?], elsewhere: [Village]) {
        scored = weak.scored
        villages = elsewhere.count
        let framework = weak.scored.scheme.framework
        let positions = Dictionary(
            framework.indicators.enumerated().map { ($0.element.code, $0.offset) }
        ) { first, _ in first }
        items = weak.items.compactMap { item in
            positions[item.indicator.code].map { position in
                Item(item, at: position, by: weak.scored.scheme, gain: gains[position], own, elsewhere)
            }
        }
        .sorted(stablyBy: { -($0.gain ?? 0) })
    }
}

extension Suggestions.Item {
    fileprivate init(
        _ weak: WeakIndicators.Item, at position: Int, by scheme: ScoringScheme, gain: Double?,
        _ own: [Suggestions.Deed], _ elsewhere: [Suggestions.Village]
    ) {
        let code = weak.indicator.code
        let alike = elsewhere.compactMap { village -> (change: Double, deeds: [Suggestions.Deed])? in
            guard let there = Contrast.Village(village.pair, indicator: position),
                let before = village.pair.before.tallies[position].shown(digits: scheme.framework.roundingDigits),
                scheme.isWeak(before)
            else { return nil }
            return (there.change, village.deeds.filter { $0.indicator == code })
        }
        func changes(where isWanted: ([Suggestions.Deed]) -> Bool) -> [Double] {
            alike.filter { isWanted($0.deeds) }.map(\.change)
        }
        let items = weak.catalogue
        let followed = Credibility(
            [changes { (deeds: [Suggestions.Deed]) in deeds.isEmpty }]
                + items.map { item in changes { $0.contains { $0.isCompleted && $0.item == item.code } } })
        self.weak = weak
        self.gain = gain
        villages = alike.count
        withoutAny = followed.groups[0]
        options = zip(items, followed.groups.dropFirst()).map { item, group in
            Suggestions.Option(
                item: item,
                isPlanned: own.contains { $0.indicator == code && $0.item == item.code && $0.isCommitted },
                elsewhere: group)
        }
        .sorted(stablyBy: \.rank)
    }
}

extension Suggestions.Option {
    /// The least that it is likely to be followed by, the most first; an interval says more than a mean alone, and a mean more
    /// than nothing.
    fileprivate var rank: Rank {
        if let interval = elsewhere.interval { return Rank(kind: 0, value: -interval.lower) }
        return elsewhere.mean.map { Rank(kind: 1, value: -$0) } ?? Rank(kind: 2, value: 0)
    }

    fileprivate struct Rank: Comparable {
        let kind: Int
        let value: Double

        static func < (left: Rank, right: Rank) -> Bool { (left.kind, left.value) < (right.kind, right.value) }
    }
}
