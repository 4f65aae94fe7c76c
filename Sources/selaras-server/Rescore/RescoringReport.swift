import Foundation
import Store
import Synchronization

/// Tells an operator how far a rescoring is, and what it came to.
final class RescoringReport: Sendable {
    static let tasks = ProcessInfo.processInfo.activeProcessorCount

    private let begin = ContinuousClock.now
    private let told = Mutex(ContinuousClock.now)

    /// Prints a line every other second.
    func progress(_ done: Int, of all: Int) {
        let isDue = told.withLock { told in
            guard told.duration(to: .now) >= .seconds(2) else { return false }
            told = .now
            return true
        }
        guard isDue else { return }
        StandardError.print(
            spoken(id: "\(done) dari \(all) pendataan dihitung", en: "\(done) of \(all) rounds computed"))
    }

    func print(_ outcome: RescoringOutcome) {
        let seconds = begin.duration(to: .now) / .seconds(1)
        let rate = Int(Double(outcome.families) / max(seconds, 0.001) * 60)
        Swift.print(
            spoken(
                id: "Dihitung: \(outcome.rounds) pendataan, \(outcome.families) keluarga (\(rate) keluarga per menit)",
                en: "Computed: \(outcome.rounds) rounds, \(outcome.families) families (\(rate) families a minute)"))
        Swift.print(
            spoken(
                id: "Ditulis: \(outcome.written) pendataan, \(outcome.pairsWritten) pasangan pendataan",
                en: "Written: \(outcome.written) rounds, \(outcome.pairsWritten) pairs of rounds"))
        Self.warn(outcome)
    }

    /// Names the rounds whose results are not those of their families.
    static func warn(_ outcome: RescoringOutcome) {
        guard !outcome.differing.isEmpty else { return }
        StandardError.print(
            spoken(
                id: "Hasil tersimpan \(outcome.differing.count) pendataan tidak sesuai dengan jawaban keluarganya. "
                    + "Tidak ada yang diubah; periksa siapa yang mengubah basis data, atau pulihkan dari cadangan:",
                en: "The stored results of \(outcome.differing.count) rounds are not those of their families. "
                    + "Nothing was changed; find out who changed the database, or restore a backup:"))
        for round in outcome.differing {
            let place = [round.desaCode, round.year.map(String.init) ?? "", round.purpose, round.roundID]
                .filter { !$0.isEmpty }.joined(separator: " ")
            StandardError.print("  \(place): \(round.figures.joined(separator: ", "))")
        }
    }
}
