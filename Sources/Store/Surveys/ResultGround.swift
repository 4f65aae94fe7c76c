internal import LibPQ
internal import Measurement
internal import Planning

internal import struct FoundationEssentials.UUID

/// The lokus that a file of announced results is about and their rounds, all locked.
struct ResultGround {
    struct Place: Hashable {
        let desaCode: String
        let year: Int
    }

    struct Lokus {
        let id: Planning.Lokus.ID
        let kabupaten: String
        let place: Place
    }

    struct Round {
        let id: SurveyRound.ID
        let lokus: Planning.Lokus.ID
        let purpose: SurveyRound.Purpose
        let framework: Framework.ID
        let basis: SurveyRound.Basis
        /// Whether its families give its result, or will: otherwise what was announced does.
        let hasFamilies: Bool
    }

    let lokus: [Place: Lokus]
    /// In the order in which they were made.
    let rounds: [Round]
    /// The newest version of each framework, by code.
    let newest: [Framework.ID]

    /// Always in the same order, so that two files wait for each other and never both.
    init(_ places: Set<Place>, _ transaction: Transaction) async throws {
        let places = Array(places)
        let lokus: Statement = """
            select l.id, l.kabupaten_code, l.desa_code, l.year
            from unnest(\(places.map(\.desaCode)), \(places.map { Int32($0.year) })) wanted (desa_code, year)
            join lokus l on l.desa_code = wanted.desa_code and l.year = wanted.year
            order by l.kabupaten_code, l.id for no key update of l
            """
        let (found, frameworks) = try await transaction.pipeline(
            lokus.rows { row in
                Lokus(
                    id: try row.id(), kabupaten: try row.next(),
                    place: Place(desaCode: try row.next(), year: try row.count()))
            }, FrameworkChoice.newest)
        self.lokus = Dictionary(found.map { ($0.place, $0) }) { first, _ in first }
        self.newest = frameworks
        let rounds: Statement = """
            select r.id, r.lokus_id, r.purpose, r.framework_code, r.framework_version, r.basis,
                r.basis = 'families' and (r.state = 'closed' or exists (
                    select from family_answer f where f.kabupaten_code = r.kabupaten_code and f.round_id = r.id))
            from survey_round r where r.lokus_id = any (\(found.map(\.id.uuid)))
            order by r.created_at, r.kabupaten_code, r.id for no key update of r
            """
        self.rounds = try await transaction.pipeline(
            rounds.rows { row in
                Round(
                    id: try row.id(), lokus: try row.id(), purpose: try row.word(),
                    framework: Framework.ID(code: try row.next(), version: try row.count()), basis: try row.word(),
                    hasFamilies: try row.next())
            })
    }

    /// Of a round that is to be made: as for a survey file.
    func framework(of lokus: Lokus, asked: Framework.ID?) throws -> Framework.ID {
        let others = rounds.first { $0.lokus == lokus.id }?.framework
        return try FrameworkChoice.of(asked: asked, others: others, newest: newest)
    }
}
