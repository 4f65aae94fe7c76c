extension String {
    /// A line in the one form in which it is kept: no blanks around it, and one space for each run of blanks in it,
    /// whichever kind they are.
    ///
    /// Two names that look the same are the same name, so that an export is read again as what it came from. The other
    /// half of that, one Unicode form for each reference, is the database's to give.
    package var inPlainBlanks: String {
        var line = String.UnicodeScalarView()
        for word in unicodeScalars.split(whereSeparator: \.properties.isWhitespace) {
            if !line.isEmpty { line.append(" ") }
            line.append(contentsOf: word)
        }
        return String(line)
    }

    /// Whether there is nothing to be read in it.
    package var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}

/// How long texts may be, in characters as Unicode counts them, wherever they come from.
package enum TextLength {
    /// A name, a title, a number of a decree.
    package static let line = 500
    /// A few sentences.
    package static let prose = 2000
}
