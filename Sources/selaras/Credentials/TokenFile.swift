internal import NIOCore

/// A file that holds a token and nothing else.
enum TokenFile {
    /// The beginning of the file; a longer one holds no token, which is found when the token is checked.
    static func read(_ path: String) async throws -> String {
        let upload = try Upload(path: path)
        var text = ""
        for try await chunk in upload.chunks {
            text += String(buffer: chunk)
            if text.utf8.count > 8192 { break }
        }
        return text
    }
}
