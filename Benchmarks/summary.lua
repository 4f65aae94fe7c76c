-- wrk: what every benchmark tells of its requests.
function done(summary, latency)
    io.write(string.format("per_second %.0f\np99_ms %.1f\nerrors %d\n",
        summary.requests / (summary.duration / 1e6), latency:percentile(99) / 1000,
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
