internal import Hummingbird
internal import Planning
internal import Wire

/// Every maximum that a client can meet, from the very constants that are enforced.
struct LimitsController {
    let configuration: APIConfiguration

    @Sendable func limits(_ request: Request, _ context: APIContext) async throws -> Response {
        try request.refuseQuery()
        return .single(Limits(configuration: configuration), version: nil, to: request)
    }
}

private struct Limits: JSONRepresentable {
    let configuration: APIConfiguration

    func write(to json: inout JSONWriter) {
        let network = configuration.network
        json.object { json in
            json.member("url_bytes", network.largestTarget)
            json.member("query_parameters", configuration.mostQueryParameters)
            json.member("header_bytes", network.largestHead)
            json.member("header_fields", network.mostFields)
            json.member("json_body_bytes", configuration.largestJSONBody)
            json.member("json_depth", JSONValue.deepest)
            json.member("intervention_file_bytes", configuration.largestInterventionFile)
            json.member("result_file_bytes", configuration.largestResultFile)
            json.member("page_size_default", ListPage.defaultSize)
            json.member("page_size", ListPage.largestSize)
            json.member("page_token_hours", PageToken.lifetimeInHours)
            json.member("filter_conditions", FilterLimits.mostConditions)
            json.member("filter_depth", FilterLimits.deepest)
            json.member("filter_values", FilterLimits.mostValues)
            json.member("idempotency_key_characters", IdempotencyClaim.longestKey)
            json.member("idempotency_key_hours", IdempotencyClaim.keptHours)
            json.member("batch_items", Batch<Int>.mostItems)
            json.member("operations_running", WorkQueue.mostAtOnce)
            json.member("operations_waiting", WorkQueue.mostWaiting)
            json.member("header_seconds", network.headSeconds)
            json.member("body_silence_seconds", network.silenceSeconds)
            json.member("body_silence_bytes", network.fewestBytes)
            json.member("connection_idle_seconds", network.idleSeconds)
            json.member("connections", network.mostConnections)
            json.member("spooled_file_bytes", configuration.largestSpooledFile)
            // A survey file passes through and is bounded by its sender's patience only.
            json.member("survey_file_bytes", Int?.none)
        }
    }
}
