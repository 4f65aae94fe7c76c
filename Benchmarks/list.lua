-- wrk: each request asks for the same page of a list.
local headers = { ["Authorization"] = "Bearer " .. os.getenv("SELARAS_TOKEN") }
local path = "/api/v1/" .. os.getenv("LIST_PATH")
function request()
    return wrk.format("GET", path, headers)
end
function done(summary, latency)
    io.write(string.format("per_second %.0f\np99_ms %.1f\nerrors %d\n",
        summary.requests / (summary.duration / 1e6), latency:percentile(99) / 1000,
        summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
