internal import Measurement
internal import Phrasing
internal import Planning
internal import Wire

/// The matrix on paper: a group for each dimension, and the money of an intervention once.
struct MatrixView {
    struct Group {
        let groupName: String
        let groupRows: [Row]
    }

    struct Row {
        let rowNumber, rowIndicator, rowValue, rowNeeded, rowTarget, rowTitle, rowLines, rowVolume, rowAgency: String
        let rowSchedule, rowBudget, rowSources, rowState, rowPhysical, rowSpent, rowWords, rowSameAs: String
        let rowIsWeak, isBare, isRepeated: Bool

        init(_ row: InterventionMatrix.Row, _ text: PackText) {
            let language = text.language
            let (entry, counted) = (row.entry, row.counted)
            let terms = entry?.intervention.terms
            rowNumber = String(row.number)
            rowIndicator = row.subject.map { "\($0.indicator.code) \(text.name($0.indicator))" } ?? text.absent
            rowValue = text.value(row.subject?.score?.score?.shown)
            rowNeeded = row.subject.map(text.needed) ?? text.absent
            rowTarget = text.value(row.target)
            rowTitle = terms.map { "\($0.reference) \($0.title)" } ?? ""
            rowLines = Self.lines(counted, text)
            rowVolume = counted.map { text.volume($0.intervention.terms) } ?? ""
            rowAgency = entry?.intervention.agencyName ?? ""
            rowSchedule = terms.map(text.schedule) ?? ""
            rowBudget = counted.map { text.amount($0.budget) } ?? ""
            rowSources = counted.map { text.sources($0.intervention.terms) } ?? ""
            rowState = entry.map { text.state($0.intervention) } ?? ""
            rowPhysical = counted.map { text.value($0.intervention.progress?.figures.physicalPercent) } ?? ""
            rowSpent = counted.map { text.amount($0.intervention.progress?.figures.spent) } ?? ""
            rowWords = Self.words(counted)
            rowSameAs = row.sameAs.map { PackWords.sameAs($0)[language] } ?? ""
            rowIsWeak = row.isWeak ?? false
            isBare = entry == nil
            isRepeated = row.sameAs != nil
        }

        /// `1.03.05.2.01.0007 Tangki septik, TA 2025 (900.1.15.5-3406/2024)`.
        private static func lines(_ entry: InterventionMatrix.Entry?, _ text: PackText) -> String {
            guard let entry else { return "" }
            guard !entry.lines.isEmpty else { return text.absent }
            return entry.lines.map { line in
                let name = [line.code?.description, line.title].compactMap(\.self).joined(separator: " ")
                return name + (line.nomenclature.map { " (\($0))" } ?? "") + ", \(line.budgetYear)"
            }.joined(separator: "; ")
        }

        private static func words(_ entry: InterventionMatrix.Entry?) -> String {
            guard let words = entry?.words else { return "" }
            return [words.obstacles, words.followUp].filter { !$0.isEmpty }.joined(separator: "; ")
        }
    }

    let baselineLine: String?
    let matrixGroups: [Group]
    let totalBudget, totalSpent: String

    init(_ pack: RakorPack, _ text: PackText) {
        let matrix = pack.matrix
        baselineLine = matrix.baseline.map {
            PackWords.baselineLine(text.language.day($0.closedOn))[text.language]
        }
        let dimensions = pack.framework.dimensions.map { dimension in
            (text.name(dimension), matrix.rows.filter { $0.dimension?.code == dimension.code })
        }
        let others = (PackWords.withoutIndicator[text.language], matrix.rows.filter { $0.dimension == nil })
        matrixGroups = (dimensions + [others]).filter { !$0.1.isEmpty }.map { name, rows in
            Group(groupName: name, groupRows: rows.map { Row($0, text) })
        }
        totalBudget = text.amount(matrix.entries.reduce(.zero) { $0 + ($1.budget ?? .zero) })
        totalSpent = text.amount(
            matrix.entries.reduce(.zero) { $0 + ($1.intervention.progress?.figures.spent ?? .zero) })
    }
}
