/// What varies in a round or a pair of rounds: rows (families, or RTs as clusters), within one stratum or several.
struct SpreadRows {
    /// How many rows there are.
    let count: Int
    /// Rows that belong to one stratum follow each other; rows of no stratum do not exist.
    let strata: [Range<Int>]
    /// For each round (one, or before and after), for each of its families the row that it belongs to.
    let rowsOfFamilies: [[Int]]

    /// Where each family, or group of families taken as one, is a unit of its own.
    ///
    /// - Parameters:
    ///   - units: for each round, for each of its families its unit, counted from 0.
    ///   - rts: for each round, for each of its families the position of its RT in order of code.
    init(design: SurveyDesign, units: [[Int]], unitCount: Int, rts: [[Int]], rtCount: Int) {
        switch design {
        case .census, .simpleRandomSample:
            count = unitCount
            strata = [0..<unitCount]
            rowsOfFamilies = units
        case .clusterSampleByRT:
            // RTs of the other round only are rows as well, with nothing in this one.
            var row = [Int?](repeating: nil, count: rtCount)
            for rt in rts.joined() { row[rt] = 0 }
            var met = 0
            for rt in row.indices where row[rt] != nil {
                row[rt] = met
                met += 1
            }
            count = met
            strata = [0..<met]
            rowsOfFamilies = rts.map { $0.map { row[$0] ?? 0 } }
        case .stratifiedSampleByRT:
            // A unit lies in the RT in which the earlier round met it.
            var home = [Int](repeating: 0, count: unitCount)
            for (families, places) in zip(units, rts).reversed() {
                for (unit, rt) in zip(families, places).reversed() { home[unit] = rt }
            }
            let order = home.indices.sorted { (home[$0], $0) < (home[$1], $1) }
            var row = [Int](repeating: 0, count: unitCount)
            for (place, unit) in order.enumerated() { row[unit] = place }
            count = unitCount
            strata = Self.strata(order.map { home[$0] })
            rowsOfFamilies = units.map { $0.map { row[$0] } }
        }
    }

    /// One stratum an RT, in order of code; an RT with a single family is joined to the next, and the last to the one
    /// before it.
    private static func strata(_ sortedRTs: [Int]) -> [Range<Int>] {
        var strata: [Range<Int>] = []
        var start = 0
        for end in 1...max(1, sortedRTs.count) where end <= sortedRTs.count {
            let closes = end == sortedRTs.count || sortedRTs[end] != sortedRTs[end - 1]
            guard closes, end - start >= 2 || end == sortedRTs.count else { continue }
            if end - start == 1, let last = strata.popLast() { start = last.lowerBound }
            strata.append(start..<end)
            start = end
        }
        return strata
    }

    /// Covariances of the estimates of all rounds, one indicator after the other, round after round:
    /// Σ over strata n/(n−1) Σ (z_i − z̄_i)(z_j − z̄_j), with z = (g − R e)/E and R = G/E.
    ///
    /// It sums w = E g − G e, which are whole numbers, and divides once at the end by E². Below 2^53 the sums are
    /// exact, which holds for villages of thousands of families: then no order of families changes a bit, and what is
    /// 0 is exactly 0.
    func covariance(of rounds: [RoundFamilies]) -> SymmetricMatrix {
        let tallies = rounds.flatMap(\.tally.indicators)
        let width = tallies.count
        var rows = [Double](repeating: 0, count: count * width)
        var offset = 0
        for (round, rowOfFamily) in zip(rounds, rowsOfFamilies) {
            round.addInfluences(to: &rows, width: width, offset: offset, rowOfFamily: rowOfFamily)
            offset += round.indicatorCount
        }
        var covariance = SymmetricMatrix(order: width)
        for stratum in strata where stratum.count >= 2 {
            Self.centre(&rows, stratum, width: width)
            var sum = SymmetricMatrix(order: width)
            rows.withUnsafeBufferPointer { all in
                sum.addOuterProducts(
                    of: UnsafeBufferPointer(rebasing: all[stratum.lowerBound * width..<stratum.upperBound * width]))
            }
            covariance.add(sum, times: Double(stratum.count) / Double(stratum.count - 1))
        }
        covariance.divide(by: tallies.map { Double($0.eligible) * Double($0.eligible) })
        return covariance
    }

    /// Takes the mean of the stratum from each of its rows; over a whole round it is 0 already.
    private static func centre(_ rows: inout [Double], _ stratum: Range<Int>, width: Int) {
        var means = [Double](repeating: 0, count: width)
        for row in stratum {
            for column in 0..<width { means[column] += rows[row * width + column] }
        }
        guard means.contains(where: { $0 != 0 }) else { return }
        for column in 0..<width { means[column] /= Double(stratum.count) }
        for row in stratum {
            for column in 0..<width { rows[row * width + column] -= means[column] }
        }
    }
}

extension RoundFamilies {
    /// Adds w = E g − G e of every family to its row.
    fileprivate func addInfluences(to rows: inout [Double], width: Int, offset: Int, rowOfFamily: [Int]) {
        let whole = tally.indicators.map { Double($0.eligible) }
        let goodOnes = tally.indicators.map { Double($0.good) }
        for (family, row) in rowOfFamily.enumerated() {
            let (from, to) = (family * indicatorCount, row * width + offset)
            for indicator in 0..<indicatorCount where eligible[from + indicator] > 0 {
                rows[to + indicator] +=
                    whole[indicator] * Double(good[from + indicator])
                    - goodOnes[indicator] * Double(eligible[from + indicator])
            }
        }
    }
}
