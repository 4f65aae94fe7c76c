/// The screen and the keyboard.
struct Console: Sendable {
    let isOutputTerminal: Bool
    let isInputTerminal: Bool
    /// Columns of the screen; nil where stdout is none.
    let width: Int?
    let writeOutput: @Sendable ([UInt8]) throws -> Void
    let writeError: @Sendable ([UInt8]) -> Void
    /// Asks for a line without showing what is typed; nil at the end of the input.
    let readSecret: @Sendable (_ prompt: String) throws -> String?
    /// The first line of stdin; nil at its end.
    let readLine: @Sendable () -> String?
}
