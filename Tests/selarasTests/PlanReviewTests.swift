import Phrasing
import Testing

@testable import selaras

/// What a plan still lacks, as people read it; the usual page is a golden one.
@Suite struct PlanReviewTests {
    private func session(
        _ document: String = Documents.planFindings, _ language: Language = .indonesian
    ) -> Session {
        Session(
            FakeTransport(["GET /lokus": Documents.lokusList, "GET /action-plans/p1/findings": document]),
            language: language)
    }

    private static let nothing = Documents.planFindings.replacing(
        /"items":.*/.dotMatchesNewlines(), with: #""items":[]}"#)

    @Test func nothingFound() async {
        let session = session(Self.nothing)
        #expect(await session.run("plan review 63.02.12.2005/2025") == .success)
        #expect(session.output.hasSuffix("Tidak ada temuan pada yang diperiksa.\n"))
    }

    /// What was not looked for is not passed over in silence.
    @Test func whatWasNotLookedFor() async {
        let unknown = Self.nothing.replacing(
            /"checked":\[[^\]]*\]/, with: #""checked":["budget_line_overdrawn","same_indicator_two_budgets"]"#)
        let session = session(unknown)
        #expect(await session.run("plan review 63.02.12.2005/2025") == .success)
        #expect(session.output.contains("selaras survey show 63.02.12.2005/2025 --purpose baseline"))
        #expect(session.output.contains("Anda tidak berwenang membaca laporan."))
        let english = self.session(unknown, .english)
        #expect(await english.run("plan review 63.02.12.2005/2025") == .success)
        #expect(english.output.contains("The baseline is not closed") && !english.output.contains("belum"))
    }

    /// A proposal is assigned before anybody can accept it; an open plan is changed without being returned.
    @Test func whatComesNextFollowsFromTheState() async {
        let proposed = Documents.planFindings
            .replacing(#""state":"assigned","budget_idr":18400000"#, with: #""state":"proposed","budget_idr":18400000"#)
            .replacing(#""state":"running","framework_code""#, with: #""state":"submitted","framework_code""#)
        let session = session(proposed)
        #expect(await session.run("plan review 63.02.12.2005/2025 -o wide") == .success)
        #expect(session.output.contains("selaras intervention assign SPH25-06 --lokus 63.02.12.2005/2025"))
        #expect(!session.output.contains("selaras plan return"))
    }

    /// A service that knows more kinds than this program still gets a line for each.
    @Test func aKindOfTomorrow() async {
        let later = Documents.planFindings.replacing(
            "weak_without_intervention\",\"codes", with: "target_missed\",\"codes")
        let session = session(later)
        #expect(await session.run("plan review 63.02.12.2005/2025 --columns kind,finding") == .success)
        #expect(session.output.contains("target missed"))
    }
}
