/// A named service and login. The one without a name is called `default`.
enum Profile {
    static let standardName = "default"

    /// Names become parts of file names.
    static func isName(_ text: String) -> Bool {
        (1...40).contains(text.utf8.count) && text.first != "-"
            && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    }
}
