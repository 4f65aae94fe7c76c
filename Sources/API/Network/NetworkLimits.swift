/// What the server bears of its clients on the wire. `GET /api/v1/limits` shows these very numbers.
package struct NetworkLimits: Sendable {
    /// Bytes of a request's target: path and query.
    package var largestTarget = 8 << 10
    /// Bytes of all header fields of a request together.
    package var largestHead = 16 << 10
    package var mostFields = 100
    /// How long a request line and header fields may take, from their first byte or from the connection's begin.
    package var headSeconds = 10
    /// How long a body, or the reading of an answer, may stand still; and the fewest bytes that count as moving.
    package var silenceSeconds = 30
    package var fewestBytes = 512
    /// The same once the server is stopping.
    package var closingSilenceSeconds = 5
    /// How long a connection is kept between two requests.
    package var idleSeconds = 60
    package var mostConnections = 2000

    package init() {}
}
