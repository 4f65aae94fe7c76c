package import Measurement

/// One figure of a file of announced results.
package struct ResultLine: Hashable, Sendable {
    /// What stands for the index in the column of codes.
    package static let index = "IKK"

    /// The physical line of the file, from 1.
    package let line: Int
    package let desaCode: String
    /// The programme year.
    package let year: Int
    package let purpose: SurveyRound.Purpose
    /// Of an indicator, of a dimension, or `index`.
    package let code: String
    package let figure: AnnouncedFigure
    /// Where it was announced; nil where that is not stated.
    package let source: String?
    package let publishedOn: CalendarDay?

    package init(
        line: Int, desaCode: String, year: Int, purpose: SurveyRound.Purpose, code: String, figure: AnnouncedFigure,
        source: String?, publishedOn: CalendarDay?
    ) {
        self.line = line
        self.desaCode = desaCode
        self.year = year
        self.purpose = purpose
        self.code = code
        self.figure = figure
        self.source = source
        self.publishedOn = publishedOn
    }
}

/// How a file of announced results goes in.
package struct ResultImportRequest: Hashable, Sendable {
    package let fileName: String
    package let fileSHA256: [UInt8]
    /// Of rounds that are made; nil: that of the lokus's other rounds, or the only one that there is.
    package let framework: Framework.ID?
    /// Leave alone the lines about lokus of other kabupaten, as in a file for a whole province.
    package let onlyOwnArea: Bool

    package init(fileName: String, fileSHA256: [UInt8], framework: Framework.ID?, onlyOwnArea: Bool) {
        self.fileName = fileName
        self.fileSHA256 = fileSHA256
        self.framework = framework
        self.onlyOwnArea = onlyOwnArea
    }
}

/// Lines that the database does not know what to do with; nothing of the file is kept.
package struct RefusedResults: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        /// No such lokus in the caller's area.
        case unknownLokus
        /// Neither an indicator nor a dimension of the round's framework, nor the index.
        case unknownCode(Framework.ID)
        /// Good and eligible of a dimension or the index.
        case totalsOfNoIndicator
    }

    package struct Line: Hashable, Sendable {
        /// Of the lines sent, from 0.
        package let index: Int
        package let reason: Reason

        package init(index: Int, reason: Reason) {
            self.index = index
            self.reason = reason
        }
    }

    package let lines: [Line]

    package init(lines: [Line]) { self.lines = lines }
}

/// The receipt of a file of announced results; it adds up: rows read = added + changed + same + ignored.
package struct ResultReceipt: Hashable, Sendable {
    package typealias ID = Identifier<ResultReceipt>

    /// A round that the file is about.
    package struct Round: Hashable, Sendable {
        package let id: SurveyRound.ID
        package let desaCode: String
        package let year: Int
        package let purpose: SurveyRound.Purpose
        /// `families`: the figures stand beside its own result.
        package let basis: SurveyRound.Basis

        package init(
            id: SurveyRound.ID, desaCode: String, year: Int, purpose: SurveyRound.Purpose, basis: SurveyRound.Basis
        ) {
            self.id = id
            self.desaCode = desaCode
            self.year = year
            self.purpose = purpose
            self.basis = basis
        }
    }

    package let id: ID
    package let isDryRun: Bool
    package let fileName: String
    package let fileSHA256: [UInt8]
    package let rowsRead: Int
    package let added: Int
    package let changed: Int
    package let same: Int
    /// Lines of other kabupaten that were to be left alone.
    package let ignored: Int
    package let roundsMade: Int
    /// By desa, year and purpose.
    package let rounds: [Round]
    package let importedAt: Moment

    package init(
        id: ID, isDryRun: Bool, fileName: String, fileSHA256: [UInt8], rowsRead: Int, added: Int, changed: Int,
        same: Int, ignored: Int, roundsMade: Int, rounds: [Round], importedAt: Moment
    ) {
        self.id = id
        self.isDryRun = isDryRun
        self.fileName = fileName
        self.fileSHA256 = fileSHA256
        self.rowsRead = rowsRead
        self.added = added
        self.changed = changed
        self.same = same
        self.ignored = ignored
        self.roundsMade = roundsMade
        self.rounds = rounds
        self.importedAt = importedAt
    }
}

/// A figure as it is kept beside a round, or instead of its families.
package struct PublishedFigure: Hashable, Sendable {
    /// What it is of; positions are in framework order.
    package enum Subject: Hashable, Sendable {
        case index
        case dimension(Int)
        case indicator(Int)

        /// As it is stored and told.
        package var level: String {
            switch self {
            case .index: "index"
            case .dimension: "dimension"
            case .indicator: "indicator"
            }
        }
    }

    package let subject: Subject
    package let figure: AnnouncedFigure
    package let source: String?
    package let publishedOn: CalendarDay?
    /// When it was entered or corrected last.
    package let updatedAt: Moment

    package init(
        subject: Subject, figure: AnnouncedFigure, source: String?, publishedOn: CalendarDay?, updatedAt: Moment
    ) {
        self.subject = subject
        self.figure = figure
        self.source = source
        self.publishedOn = publishedOn
        self.updatedAt = updatedAt
    }
}

/// Everything that was announced of one round.
package struct PublishedResult: Hashable, Sendable {
    /// The index first, then dimensions and indicators in framework order.
    package let figures: [PublishedFigure]

    package init(_ figures: [PublishedFigure] = []) { self.figures = figures }

    /// In framework order; nil for one that was not announced.
    package func indicators(_ framework: Framework) -> [AnnouncedFigure?] {
        var found = [AnnouncedFigure?](repeating: nil, count: framework.indicators.count)
        for figure in figures {
            if case .indicator(let position) = figure.subject, found.indices.contains(position) {
                found[position] = figure.figure
            }
        }
        return found
    }

    /// The dimensions and the index as announced.
    package func scores(_ framework: Framework) -> ShownScores {
        var (dimensions, ikk) = ([ShownValue?](repeating: nil, count: framework.dimensions.count), ShownValue?.none)
        for figure in figures {
            switch figure.subject {
            case .index: ikk = figure.figure.value
            case .dimension(let position) where dimensions.indices.contains(position):
                dimensions[position] = figure.figure.value
            case .dimension, .indicator: break
            }
        }
        return ShownScores(dimensions: dimensions, ikk: ikk)
    }

    /// By code, for who looks for contradictions with the answers.
    package func byCode(_ framework: Framework) -> PublishedFigures {
        let scores = scores(framework)
        var (ofIndicators, ofDimensions): ([String: ShownValue], [String: ShownValue]) = ([:], [:])
        for (indicator, figure) in zip(framework.indicators, indicators(framework)) {
            ofIndicators[indicator.code] = figure?.shown(digits: framework.roundingDigits)
        }
        for (dimension, value) in zip(framework.dimensions, scores.dimensions) { ofDimensions[dimension.code] = value }
        return PublishedFigures(indicators: ofIndicators, dimensions: ofDimensions, index: scores.ikk)
    }
}
