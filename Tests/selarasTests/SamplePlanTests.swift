import Testing

@testable import selaras

/// What stands before a survey, and before its figures are believed.
@Suite struct SamplePlanTests {
    private func session() -> Session {
        Session(
            FakeTransport([
                "GET /lokus": Documents.lokusList, "GET \(Documents.lokusPath)/sample-plan": Documents.samplePlan,
                "GET /survey-rounds/r1/findings": Documents.findings,
            ]))
    }

    @Test func theServiceIsAskedForWhatIsWanted() async {
        let transport = FakeTransport([
            "GET /lokus": Documents.lokusList, "GET \(Documents.lokusPath)/sample-plan": Documents.samplePlan,
        ])
        let line =
            "survey plan-sample 63.02.12.2005/2025 --half-width 2,5 --change 8 --discordance 0.2 --design-effect 2"
        #expect(await Session(transport).run(line) == .success)
        #expect(
            transport.asked.last?.path
                == "/api/v1\(Documents.lokusPath)/sample-plan?half_width=2.5&change=8&design_effect=2&discordance=0.2")
    }

    @Test func aProgramGetsUnits() async {
        let session = session()
        #expect(await session.run("survey plan-sample 63.02.12.2005/2025 -o csv") == .success)
        let rows = session.output.split(whereSeparator: \.isNewline)
        let units = [
            "detectable_by_panel_points", "detectable_by_panel_among_all_points", "detectable_by_independent_points",
            "detectable_by_independent_among_all_points", "families_for_half_width", "families_for_change_by_panel",
            "families_for_change_by_independent", "is_reachable_by_independent",
        ]
        #expect(rows.first?.split(separator: ",").map(String.init).suffix(8) == units[...])
        #expect(rows.last?.hasSuffix("88.1,40,42,15.3451,21.7047,20.2812,28.6865,34,95,165,false") == true)
    }

    @Test func nothingFound() async {
        let none = Documents.findings.replacing(/"items":.*/.dotMatchesNewlines(), with: #""items":[]}"#)
        let session = Session(
            FakeTransport(["GET /lokus": Documents.lokusList, "GET /survey-rounds/r1/findings": none]))
        #expect(await session.run("survey review 63.02.12.2005/2025") == .success)
        #expect(session.output.hasSuffix("Tidak ada temuan. Pola jawaban keluarga wajar.\n"))
    }

    @Test func findingsForAProgram() async {
        let session = session()
        #expect(
            await session.run("survey review 63.02.12.2005/2025 -o csv --columns severity,kind,rt,count,total,chance")
                == .success)
        #expect(
            session.output
                == "severity,kind,rt,count,total,chance\r\nserious,without_variation,003,31,268,2.1e-9\r\n"
                + "warning,many_missing,,61,268,\r\n")
    }
}
