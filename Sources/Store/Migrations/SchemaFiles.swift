internal import Crypto

/// The folder `Schema/`, read.
package struct SchemaFiles: Sendable {
    package struct Migration: Sendable {
        package let number: Int
        /// The file's name, `0001_reference_data.sql`.
        package let name: String
        package let sql: String
        package let sha256: [UInt8]
    }

    package let roles: String
    package let bootstrap: String
    /// In order of number, from 1 without gaps.
    package let migrations: [Migration]

    /// - Parameter migrations: name and text of each file in `Schema/migrations`.
    /// - Throws: `MigrationFault.files` where a name is not `NNNN_what_changes.sql` or a number is missing or doubled.
    package init(
        roles: String, bootstrap: String, migrations: [(name: String, sql: String)]
    ) throws(MigrationFault) {
        var read: [Migration] = []
        for (name, sql) in migrations.sorted(by: { $0.name < $1.name }) {
            guard name.hasSuffix(".sql"), name.dropFirst(4).first == "_", let number = Int(name.prefix(4)) else {
                throw .files("\(name): expected NNNN_what_changes.sql")
            }
            guard number == read.count + 1 else { throw .files("\(name): expected number \(read.count + 1)") }
            var text = sql
            let digest = text.withUTF8 { SHA256.hash(data: $0) }
            read.append(Migration(number: number, name: name, sql: sql, sha256: Array(digest)))
        }
        guard !read.isEmpty else { throw .files("no migrations") }
        self.roles = roles
        self.bootstrap = bootstrap
        self.migrations = read
    }

    /// The version that a database has when all of it was applied.
    package var version: Int { migrations.count }
}
