/// A language that people read. Adding one makes the compiler ask for every sentence, heading and word in it.
enum Language: Sendable, CaseIterable {
    case indonesian
}
