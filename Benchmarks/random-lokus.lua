-- wrk: each request asks for the comparison of a lokus drawn at random from the 20,000.
local token = os.getenv("SELARAS_TOKEN")
local seed = 0
function setup(thread)
    seed = seed + 1
    thread:set("seed", seed)
end
function init()
    math.randomseed(seed)
end
function request()
    local path = string.format("/api/v1/lokus/00000000-0000-7000-8000-%012d/comparison", math.random(1, 20000))
    return wrk.format("GET", path, { ["Authorization"] = "Bearer " .. token })
end
dofile("Benchmarks/summary.lua")
