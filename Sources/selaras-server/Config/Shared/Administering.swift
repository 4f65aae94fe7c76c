import ArgumentParser
import Foundation
import LibPQ
import Store

extension AsyncParsableCommand {
    /// Connects as an administrator and runs `body`.
    func administer<T>(_ body: (Administration) async throws -> T) async throws -> T {
        let connection = try await Connection.open(Self.connectionOptions())
        let value = try await body(Administration(connection))
        await connection.close()
        return value
    }

    static func connectionOptions() throws -> ConnectionOptions {
        var options = try ConnectionOptions(conninfo: Environment.conninfo())
        options.applicationName = "selaras-server"
        options.settings["search_path"] = "selaras, pg_temp"
        return options
    }
}

/// Where sentences about failures go; standard output holds only what was asked for.
enum StandardError {
    static func print(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
}
