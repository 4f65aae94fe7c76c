-- wrk: each request asks for the same page of a list.
local headers = { ["Authorization"] = "Bearer " .. os.getenv("SELARAS_TOKEN") }
local path = "/api/v1/" .. os.getenv("LIST_PATH")
function request()
    return wrk.format("GET", path, headers)
end
dofile("Benchmarks/summary.lua")
