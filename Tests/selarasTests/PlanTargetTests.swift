import Phrasing
import Testing

@testable import selaras

/// Targets that cannot be meant are told of, and those that cannot be taken are named.
@Suite struct PlanTargetTests {
    private static let framework =
        #"{"code":"ikk-29","version":1,"title":"t","status":"working","provenance":"p","weak_below":75,"#
        + #""aggregation":"mean_of_dimensions","rounding_digits":2,"categories":[{"code":"r","name":"R","from":0}],"#
        + #""dimensions":[{"code":"KLS","name":"Legalitas","name_en":"Legality"}],"indicators":["#
        + #"{"code":"KLS-02","dimension":"KLS","name":"Akta kelahiran","name_en":"Birth certificates","eligible":"e","#
        + #""sensitive":false,"provenance":"p","suggestion":null,"equivalent":null,"direction":"positive","#
        + #""unit":"family","maximum":1}]}"#
    private static let plan = """
        {"id":"p1","title":"R","desa_code":"63.02.12.2005","year":2025,"framework_code":"ikk-29","framework_version":1,\
        "totals":{},"targets":[],"gaps":[{"code":"KLS-02","name":"Akta kelahiran","value":59.29,\
        "needed_to_reach_threshold":36,"unit":"person","maximum":1}],"not_weak":[]}
        """
    private static let round =
        #"{"id":"r1","framework_code":"ikk-29","framework_version":1,"result":{"ikk":75.91,"indicators":[{"code":"KLS-02","value":59.29}]}}"#

    private func transport(_ status: Int = 201, _ answer: String = plan) -> FakeTransport {
        FakeTransport { asked in
            if asked.method != "GET" { return FakeTransport.answer(status, answer) }
            if asked.path.contains("/frameworks/") { return FakeTransport.answer(200, Self.framework) }
            if asked.path.contains("/survey-rounds/r1") { return FakeTransport.answer(200, Self.round) }
            if asked.path.contains("/survey-rounds") {
                return FakeTransport.answer(
                    200, #"{"items":[\#(Self.round.replacing("{\"id\"", with: "{\"purpose\":\"baseline\",\"id\""))]}"#)
            }
            if asked.path.contains("/action-plans/") { return FakeTransport.answer(200, Self.plan) }
            return FakeTransport.answer(200, Documents.lokusList)
        }
    }

    @Test func aTargetBelowTheBaselineIsTold() async {
        let session = Session(transport())
        #expect(
            await session.run("plan create 63.02.12.2005 --target-ikk 75 --target KLS-02=50 --target KLS-03=1")
                == .success)
        #expect(session.error.contains("target IKK (75) di bawah nilai pendataan awal (75,91)"), "\(session.error)")
        #expect(session.error.contains("target KLS-02 (50) di bawah nilai pendataan awal (59,29)"))
        #expect(!session.error.contains("KLS-03"))
        let edit = Session(transport(200), language: .english)
        #expect(await edit.run("plan edit 63.02.12.2005 --target KLS-02=59,28") == .success)
        #expect(edit.error.contains("target of KLS-02 (59.28) is below the baseline (59.29)"), "\(edit.error)")
        let fine = Session(transport())
        #expect(await fine.run("plan create 63.02.12.2005 --target-ikk 80 --target KLS-02=59,29") == .success)
        #expect(!fine.error.contains("Perhatian"))
    }

    @Test func anUnknownIndicatorIsNamed() async {
        let refusal = #"{"title":"T","code":"target_is_of_an_indicator_of_the_framework","detail":"D."}"#
        let session = Session(transport(409, refusal))
        #expect(
            await session.run("plan create 63.02.12.2005 --target KLS-02=80 --target KSL-02=75 --target X-9=1")
                == .conflict)
        #expect(
            session.error.contains(
                """
                  - --target: KSL-02 tidak ada dalam kerangka ikk-29/1. Mungkin maksudnya 'KLS-02'?
                  - --target: X-9 tidak ada dalam kerangka ikk-29/1.

                """), "\(session.error)")
        let aims = #"{"title":"T","code":"intervention_aims_at_indicators_of_the_framework","detail":"D."}"#
        let other = Session(transport(422, aims), language: .english)
        let line =
            "intervention add A --lokus 63.02.12.2005 --agency P --title t --indicators KLS-02,KKE-99 --quantity 1 "
            + "--unit u --starts-on 2025-01-01 --ends-on 2025-02-01"
        #expect(await other.run(line) == .invalid)
        #expect(other.error.contains("  - --indicators: KKE-99 is not in the framework ikk-29/1.\n"), "\(other.error)")
    }

    /// People read names in their language; programs get the document as it came.
    @Test func namesAreOfTheLanguage() async {
        for (language, name) in [(Language.indonesian, "Akta kelahiran"), (.english, "Birth certificates")] {
            let session = Session(transport(), language: language)
            #expect(await session.run("plan show 63.02.12.2005") == .success)
            #expect(session.output.contains(name), "\(session.output)")
            for form in ["json", "yaml", "csv"] {
                let machine = Session(transport(), language: language)
                #expect(await machine.run("plan show 63.02.12.2005 -o \(form)") == .success)
                #expect(!machine.output.contains("Birth certificates"))
            }
        }
    }
}
