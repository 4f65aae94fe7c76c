/// The screen and the keyboard.
struct Console: Sendable {
    let isOutputTerminal: Bool
    let isErrorTerminal: Bool
    let isInputTerminal: Bool
    /// Columns of the screen; nil where stdout is none.
    let width: Int?
    let writeOutput: @Sendable ([UInt8]) throws -> Void
    let writeError: @Sendable ([UInt8]) -> Void
    /// Shows it through a program that stops after each screen; false where that program cannot be started.
    let page: @Sendable (_ bytes: [UInt8], _ pager: String) -> Bool
    /// Asks for a line without showing what is typed; nil at the end of the input.
    let readSecret: @Sendable (_ prompt: String) throws -> String?
    /// The next line of stdin; nil at its end.
    let readLine: @Sendable () -> String?

    func say(_ text: String) { writeError(Array((text + "\n").utf8)) }
}
