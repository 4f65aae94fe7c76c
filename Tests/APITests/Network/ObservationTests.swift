import Glibc
import Logging
import Testing
import Wire

@testable import API

struct ObservationTests {
    @Test func metricsAreWrittenAsPrometheusReadsThem() {
        let metrics = Metrics()
        let counter = Metric("a_total", "Line\nand \\ backslash.", .counter)
        metrics.add(2, to: counter, [MetricLabel("name", "say \"x\"\n\\")])
        let histogram = Metric("b", "H.", .histogram([0.5, 1]))
        for value in [0.5, 0.75, 3] { metrics.observe(value, in: histogram) }
        metrics.reading(Metric("c", "G.", .gauge)) { [([], 1.5)] }
        #expect(
            metrics.exposition() == #"""
                # HELP a_total Line\nand \\ backslash.
                # TYPE a_total counter
                a_total{name="say \"x\"\n\\"} 2
                # HELP b H.
                # TYPE b histogram
                b_bucket{le="0.5"} 1
                b_bucket{le="1"} 2
                b_bucket{le="+Inf"} 3
                b_sum 4.25
                b_count 3
                # HELP c G.
                # TYPE c gauge
                c 1.5

                """#)
    }

    @Test func aFamilyIsBounded() {
        let metrics = Metrics()
        let counter = Metric("a_total", "A.", .counter)
        for number in 0..<(Metrics.mostSeries + 500) { metrics.add(to: counter, [MetricLabel("n", String(number))]) }
        #expect(metrics.exposition().split(separator: "\n").count == Metrics.mostSeries + 2)
    }

    @Test func aLogLineIsOneLine() throws {
        let evil = "x\n{\"level\":\"critical\"}\r\u{85}\u{2028}\u{202E}\"\\\0"
        let line = LogLine(
            .info, evil, ["evil": .string(evil), "ts": "later", "n": .stringConvertible(7)],
            at: timespec(tv_sec: 1_700_000_000, tv_nsec: 5_000_000))
        #expect(line.text.unicodeScalars.allSatisfy { (0x20...0x7E).contains($0.value) })
        let json = try JSONValue(parsing: Array(LogLine(.info, "a\nb", [:], at: timespec()).text.utf8))
        #expect(json["message"].text == "a\nb")
        #expect(line.text.hasPrefix("{\"ts\":\"2023-11-14T22:13:20.005Z\",\"level\":\"info\","))
        #expect(line.text.contains("\"n\":7") && !line.text.contains("later"))
    }

    @Test func traceparentsAreRead() {
        let id = "0af7651916cd43dd8448eb211c80319c"
        #expect(TraceParent("00-\(id)-b7ad6b7169203331-01")?.traceID == id)
        #expect(TraceParent("01-\(id)-b7ad6b7169203331-01-more")?.traceID == id)
        let zeros = String(repeating: "0", count: 32)
        for text in [
            "", "x", "00-\(id)-b7ad6b7169203331", "00-\(id)-b7ad6b7169203331-01-more", "ff-\(id)-b7ad6b7169203331-01",
            "00-\(zeros)-b7ad6b7169203331-01", "00-\(id)-0000000000000000-01",
            "00-\(id.uppercased())-b7ad6b7169203331-01",
            "00-\(id)x-b7ad6b7169203331-01",
        ] {
            #expect(TraceParent(text) == nil, "\(text)")
        }
    }

    @Test func bodiesShareABudget() {
        let budget = BodyBudget(most: 100)
        #expect(budget.take(60) && !budget.take(41) && budget.take(40))
        budget.giveBack(60)
        #expect(budget.take(60))
    }
}
