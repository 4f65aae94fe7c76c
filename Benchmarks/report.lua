-- wrk: each request is the first report on another of 10,000 interventions; past them they would be refused.
local number = 0
function setup(thread)
    thread:set("first", number)
    number = number + 1
end
local step = 0
function request()
    local one = first + 2 * step
    step = step + 1
    local plan, place = math.floor(one / 50) % 200 + 1, one % 50 + 1
    return wrk.format("POST",
        string.format("/api/v1/interventions/00000000-0000-7002-8000-%012d/reports", plan * 50 + place),
        { ["Authorization"] = "Bearer " .. os.getenv("SELARAS_TOKEN"), ["Content-Type"] = "application/json",
          ["Idempotency-Key"] = string.format("bench-%d-%d-%d", os.time(), first, step) },
        '{"budget_year": 2025, "quarter": 1, "physical_percent": 10, "quantity": 1, "spent_idr": 1000}')
end
dofile("Benchmarks/summary.lua")
