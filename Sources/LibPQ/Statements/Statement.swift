/// One SQL statement and its binds, written as a string literal.
///
/// Every interpolation is a bind, so that a value can never become SQL: `"select \(name)"` is `select $1`. Text that
/// must become SQL (an identifier from our own code) is spelled `\(unescaped: text)`.
///
/// A statement is prepared on first use and cached by each connection under its text and the types of its binds;
/// `unprepared` says not to. It is sent and answered in binary format.
package struct Statement: ExpressibleByStringInterpolation, Sendable {
    /// The text with `$1…$n`.
    package let sql: String
    let binds: Binds
    private(set) var isPrepared = true

    /// A statement without binds.
    package init(stringLiteral value: String) {
        sql = value
        binds = Binds()
    }

    /// A statement with what its literal interpolated.
    package init(stringInterpolation: StringInterpolation) {
        sql = stringInterpolation.sql
        binds = stringInterpolation.binds
    }

    var key: StatementCache.Key { StatementCache.Key(sql: sql, types: binds.types) }

    /// The same statement, parsed anew each time and not cached: for text that will not come again.
    package var unprepared: Statement {
        var copy = self
        copy.isPrepared = false
        return copy
    }

    /// Collects the text and the binds of a literal.
    package struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var sql = ""
        var binds = Binds()

        /// Called by the compiler.
        package init(literalCapacity: Int, interpolationCount: Int) {
            sql.reserveCapacity(literalCapacity + interpolationCount * 3)
            binds.reserve(interpolationCount)
        }

        /// Appends text of the program's own.
        package mutating func appendLiteral(_ literal: String) {
            sql.append(literal)
        }

        /// Binds `value` as the next `$n`.
        package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
            binds.append(value)
            sql.append("$")
            sql.append(String(binds.count))
        }

        /// Binds `value` as the next `$n`, nil as null of its type. Spelled out, because the compiler warns of an
        /// optional in an interpolation that does not say that it takes one.
        package mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            binds.append(value)
            sql.append("$")
            sql.append(String(binds.count))
        }

        /// Puts `text` into the SQL as it is. Never for anything that came from outside the program.
        package mutating func appendInterpolation(unescaped text: String) {
            sql.append(text)
        }
    }
}
