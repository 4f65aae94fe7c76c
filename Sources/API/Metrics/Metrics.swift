internal import Synchronization

/// Counts what happens, and shows it in the text format of Prometheus (version 0.0.4).
package final class Metrics: Sendable {
    /// More series than this in one family are an error of ours: a label must come from a closed set.
    package static let mostSeries = 2000

    private struct Series {
        var value = 0.0
        /// Of a histogram: how many fell in each bucket.
        var buckets: [Int] = []
        var count = 0
    }

    private struct State {
        var families: [Metric: [MetricLabels: Series]] = [:]
        var readings: [(metric: Metric, read: @Sendable () -> [(MetricLabels, Double)])] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Adds to a counter, or to a gauge.
    package func add(_ value: Double = 1, to metric: Metric, _ labels: MetricLabels = []) {
        change(metric, labels) { $0.value += value }
    }

    /// Puts one measurement into a histogram.
    package func observe(_ value: Double, in metric: Metric, _ labels: MetricLabels = []) {
        guard case .histogram(let bounds) = metric.kind else { return }
        change(metric, labels) { series in
            if series.buckets.isEmpty { series.buckets = Array(repeating: 0, count: bounds.count) }
            if let bucket = bounds.firstIndex(where: { value <= $0 }) { series.buckets[bucket] += 1 }
            series.value += value
            series.count += 1
        }
    }

    /// What is read when somebody asks: the pool, the process.
    package func reading(_ metric: Metric, _ read: @escaping @Sendable () -> [(MetricLabels, Double)]) {
        state.withLock { $0.readings.append((metric, read)) }
    }

    private func change(_ metric: Metric, _ labels: MetricLabels, _ change: (inout Series) -> Void) {
        state.withLock { state in
            let isKnown = state.families[metric]?[labels] != nil
            guard isKnown || (state.families[metric]?.count ?? 0) < Self.mostSeries else { return }
            change(&state.families[metric, default: [:]][labels, default: Series()])
        }
    }

    /// Everything, families and series in a fixed order.
    package func exposition() -> String {
        let (families, readings) = state.withLock { ($0.families, $0.readings) }
        var blocks: [(name: String, text: String)] = families.map { metric, series in
            (metric.name, Self.text(metric, series))
        }
        for (metric, read) in readings {
            let series = read().map { labels, value in (labels, Series(value: value)) }
            blocks.append((metric.name, Self.text(metric, Dictionary(series) { first, _ in first })))
        }
        return blocks.sorted { $0.name < $1.name }.map(\.text).joined()
    }

    private static func text(_ metric: Metric, _ series: [MetricLabels: Series]) -> String {
        var text = MetricText()
        text.family(metric)
        let ordered = series.sorted { $0.key.map(\.value).lexicographicallyPrecedes($1.key.map(\.value)) }
        for (labels, one) in ordered {
            guard case .histogram(let bounds) = metric.kind else {
                text.sample(metric.name, labels, one.value)
                continue
            }
            var sum = 0
            for (bound, count) in zip(bounds, one.buckets) {
                sum += count
                text.sample(
                    metric.name + "_bucket", labels + [MetricLabel("le", MetricText.number(bound))], Double(sum))
            }
            text.sample(metric.name + "_bucket", labels + [MetricLabel("le", "+Inf")], Double(one.count))
            text.sample(metric.name + "_sum", labels, one.value)
            text.sample(metric.name + "_count", labels, Double(one.count))
        }
        return text.text
    }
}
