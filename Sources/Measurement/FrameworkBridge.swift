/// What two versions of one framework have in common, so that rounds by either can be compared: the indicators that the
/// newer version declares equivalent to those of the older one, itself or by the versions between.
///
/// Values are those of the newer version over these indicators only: its dimensions, weights, cut-offs and names. So
/// neither index is the one that its round was closed with.
package struct FrameworkBridge: Hashable, Sendable {
    /// The newer version over its indicators with an equivalent.
    package let scheme: ScoringScheme
    /// How the earlier round's version has a part in it.
    package let before: Part
    /// How the later round's version has a part in it.
    package let after: Part

    package struct Part: Hashable, Sendable {
        package let version: Int
        /// For each of the bridge's indicators its position in this version.
        package let positions: [Int]
        /// Codes of this version's indicators that have no part in it, in framework order.
        package let leftOut: [String]
        /// For each of the bridge's indicators its code in this version.
        package let codes: [String]

        fileprivate init(_ framework: Framework, _ positions: [Int]) {
            version = framework.id.version
            self.positions = positions
            codes = positions.map { framework.indicators[$0].code }
            let part = Set(positions)
            leftOut = framework.indicators.indices.filter { !part.contains($0) }.map { framework.indicators[$0].code }
        }
    }

    /// Nil where nothing is equivalent. The rounds' own order says nothing about which version is the newer one.
    ///
    /// - Parameter between: Versions between the two, by which an indicator may have come down.
    package init?(from before: ScoringScheme, to after: ScoringScheme, between: [ScoringScheme] = []) {
        let isForward = before.framework.id.version <= after.framework.id.version
        let (older, newer) = isForward ? (before, after) : (after, before)
        guard older.framework.id.code == newer.framework.id.code else { return nil }
        let descent = Descent(to: older.framework, by: between.map(\.framework))
        let claims = newer.framework.indicators.enumerated().compactMap { position, indicator in
            descent.position(of: indicator).map { (older: $0.position, newer: position, steps: $0.steps) }
        }
        // Two may come down from one, directly and by a version between: the nearer one is the same.
        let nearest = Dictionary(claims.map { ($0.older, $0.steps) }, uniquingKeysWith: min)
        var taken: Set<Int> = []
        let pairs = claims.filter { $0.steps == nearest[$0.older] && taken.insert($0.older).inserted }
        guard !pairs.isEmpty else { return nil }
        scheme = newer.selecting(pairs.map(\.newer))
        self.before = Part(before.framework, pairs.map { isForward ? $0.older : $0.newer })
        self.after = Part(after.framework, pairs.map { isForward ? $0.newer : $0.older })
    }

    /// Both rounds over what they have in common, from what is kept of them by their own versions.
    ///
    /// - Parameter panel: of this bridge's indicators.
    package func pair(
        before earlier: RoundPair.Side, after later: RoundPair.Side, panel: PairEvidence? = nil
    ) throws -> RoundPair {
        try RoundPair(
            scheme: scheme, before: earlier.selecting(before.positions, by: scheme),
            after: later.selecting(after.positions, by: scheme), panel: panel)
    }
}

/// How indicators come down from one version to another.
private struct Descent {
    private let version: Int
    private let positions: [String: Int]
    private let between: [Int: [String: Framework.Equivalent]]

    init(to older: Framework, by versions: [Framework]) {
        version = older.id.version
        positions = Dictionary(older.indicators.enumerated().map { ($1.code, $0) }) { first, _ in first }
        between = Dictionary(
            versions.filter { $0.id.code == older.id.code }.map { framework in
                let steps = framework.indicators.compactMap { indicator in
                    indicator.equivalent.map { (indicator.code, $0) }
                }
                return (framework.id.version, Dictionary(steps) { first, _ in first })
            }
        ) { first, _ in first }
    }

    func position(of indicator: Framework.Indicator) -> (position: Int, steps: Int)? {
        var (found, steps) = (indicator.equivalent, 1)
        // A version continues earlier ones only, so that every step leads down.
        while let step = found, step.version > version {
            found = between[step.version]?[step.code]
            steps += 1
        }
        guard let found, found.version == version, let position = positions[found.code] else { return nil }
        return (position, steps)
    }
}

extension RoundPair.Side {
    /// Of a round without families nothing was announced over these indicators: a dimension has a value where all of
    /// its indicators are known.
    fileprivate func selecting(_ positions: [Int], by scheme: ScoringScheme) throws -> RoundPair.Side {
        try FrameworkMismatch.check(positions.count(where: tallies.indices.contains), is: positions.count)
        let basis: RoundBasis =
            if case .families(let evidence) = basis { .families(try evidence.selecting(positions)) } else { basis }
        let selected = positions.map { tallies[$0] }
        return RoundPair.Side(
            tallies: selected, basis: basis,
            announced: try announced.map { _ in
                scheme.scoresOfWhole(try RoundScore(scheme: scheme, indicators: selected), otherwise: nil)
            })
    }
}
