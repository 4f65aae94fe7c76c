import ArgumentParser
import Foundation
import LibPQ
import Store

extension AsyncParsableCommand {
    /// Connects as an administrator and runs `body`. Whatever goes wrong becomes a sentence on standard error and an
    /// exit code: 1 where what was given is refused, 2 where what is needed around it is missing.
    func administer<T>(_ body: (Administration) async throws -> T) async throws -> T {
        try await explained {
            let connection = try await Connection.open(Self.connectionOptions)
            let value = try await body(Administration(connection))
            await connection.close()
            return value
        }
    }

    /// The same for work that needs no administrator's connection.
    func explained<T>(_ body: () async throws -> T) async throws -> T {
        do {
            return try await body()
        } catch let code as ExitCode {
            throw code
        } catch {
            let explanation = Explanation(error)
            StandardError.print("Gagal: \(explanation.sentence)")
            throw ExitCode(explanation.code)
        }
    }

    static var connectionOptions: ConnectionOptions {
        var options = ConnectionOptions(conninfo: Environment.conninfo)
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
