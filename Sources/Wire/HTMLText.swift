extension String {
    /// As text or an attribute of HTML, in which nothing of it is markup. By scalars: a letter with a mark above it is one
    /// character and no `<`, and yet it begins with one.
    package var escapedForHTML: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
