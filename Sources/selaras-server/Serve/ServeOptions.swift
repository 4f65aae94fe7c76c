import API
import ArgumentParser
import Logging
import Planning
import Secrets

/// What an operator may set for `serve`.
struct ServeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Alamat yang didengarkan; juga SELARAS_HOST.",
                en: "Address to listen on; also SELARAS_HOST."),
            valueName: spoken(id: "alamat", en: "address")))
    var host = Environment.value("SELARAS_HOST") ?? "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Port yang didengarkan, 0 untuk sembarang; juga SELARAS_PORT.",
                en: "Port to listen on, 0 for any; also SELARAS_PORT."),
            valueName: "port"))
    var port = Environment.port("SELARAS_PORT") ?? 8080

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Alamat port pengelola (/livez, /readyz, /metrics); juga SELARAS_ADMIN_HOST.",
                en: "Address of the port for operators (/livez, /readyz, /metrics); also SELARAS_ADMIN_HOST."),
            valueName: spoken(id: "alamat", en: "address")))
    var adminHost = Environment.value("SELARAS_ADMIN_HOST") ?? "127.0.0.1"

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Port pengelola; bila tidak diisi 9464, atau sembarang bila --port 0; juga SELARAS_ADMIN_PORT.",
                en: "Port for operators; 9464 unless set, or any where --port is 0; also SELARAS_ADMIN_PORT."),
            valueName: "port"))
    var adminPort: Int?

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Sambungan ke basis data; sebanyak itu lagi untuk impor, dan sebanyak itu untuk unduhan.",
                en: "Connections to the database; as many again for imports, and as many for downloads."),
            valueName: spoken(id: "jumlah", en: "number")))
    var connections = 4

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Permintaan yang boleh menunggu basis data.",
                en: "Requests that may wait for the database."),
            valueName: spoken(id: "jumlah", en: "number")))
    var mostWaiting = 256

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Sambungan klien yang boleh terbuka.",
                en: "Connections of clients that may be open."),
            valueName: spoken(id: "jumlah", en: "number")))
    var mostClients = 2000

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Besar berkas pendataan yang boleh disimpan untuk dikerjakan kemudian.",
                en: "Size of a survey file that may be kept to be read later."),
            valueName: "MiB"))
    var uploadMib = 1024

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Batas waktu header permintaan.",
                en: "Time limit for the head of a request."),
            valueName: spoken(id: "detik", en: "seconds")))
    var headSeconds = 10

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Batas waktu kiriman atau bacaan yang terhenti.",
                en: "Time limit for sending or reading that stands still."),
            valueName: spoken(id: "detik", en: "seconds")))
    var silenceSeconds = 30

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Batas waktu sambungan tanpa permintaan.",
                en: "Time limit for a connection without a request."),
            valueName: spoken(id: "detik", en: "seconds")))
    var idleSeconds = 60

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Jeda sebelum berhenti, ketika /readyz sudah menjawab tidak siap.",
                en: "Pause before stopping, while /readyz already says not ready."),
            valueName: spoken(id: "detik", en: "seconds")))
    var drainSeconds = 0

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Batas waktu permintaan yang berjalan ketika berhenti.",
                en: "Time limit for requests under way when stopping."),
            valueName: spoken(id: "detik", en: "seconds")))
    var stopSeconds = 30

    @Flag(
        help: ArgumentHelp(
            spoken(
                id: "Klien datang melalui TLS: jawaban membawa Strict-Transport-Security.",
                en: "Clients come by TLS: answers carry Strict-Transport-Security.")))
    var behindTls = false

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Ketentuan kata sandi baru: \(Self.policies); juga SELARAS_PASSWORD_POLICY.",
                en: "What new passwords have to be: \(Self.policies); also SELARAS_PASSWORD_POLICY."),
            valueName: spoken(id: "nama", en: "name")))
    var passwordPolicy = Environment.value("SELARAS_PASSWORD_POLICY") ?? PasswordPolicy.Name.nist.rawValue

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Peran yang hanya dapat dipakai dengan faktor kedua, dipisah koma; juga SELARAS_SECOND_FACTOR_FOR.",
                en: "Roles in which nobody acts without a second factor, by comma; also SELARAS_SECOND_FACTOR_FOR."),
            valueName: spoken(id: "peran", en: "roles")))
    var secondFactorFor = Environment.value("SELARAS_SECOND_FACTOR_FOR") ?? ""

    @Option(
        help: ArgumentHelp(
            spoken(
                id: "Tingkat catatan, dari trace sampai critical; juga SELARAS_LOG_LEVEL.",
                en: "Level of the log, from trace to critical; also SELARAS_LOG_LEVEL."),
            valueName: spoken(id: "tingkat", en: "level")))
    var logLevel = Environment.value("SELARAS_LOG_LEVEL") ?? "info"

    func validate() throws {
        for name in ["SELARAS_PORT", "SELARAS_ADMIN_PORT"] {
            // What an environment says is to be found again by others, so it is a port and not any.
            guard let text = Environment.value(name), !(1...65_535).contains(Int(text) ?? 0) else { continue }
            throw ValidationError(
                spoken(
                    id: "\(name)=\(text) bukan nomor port. Isikan angka dari 1 sampai 65535.",
                    en: "\(name)=\(text) is no port. Set it to a number from 1 to 65535."))
        }
        for (name, number, range) in [
            ("port", port, 0...65_535), ("admin-port", chosenAdminPort, 0...65_535),
            ("connections", connections, 1...1_000), ("most-waiting", mostWaiting, 1...100_000),
            ("most-clients", mostClients, 1...100_000), ("head-seconds", headSeconds, 1...3600),
            ("silence-seconds", silenceSeconds, 1...3600), ("idle-seconds", idleSeconds, 1...3600),
            ("stop-seconds", stopSeconds, 1...3600), ("drain-seconds", drainSeconds, 0...3600),
            ("upload-mib", uploadMib, 1...1_048_576),
        ] where !range.contains(number) {
            throw ValidationError(
                spoken(
                    id: "--\(name) harus antara \(range.lowerBound) dan \(range.upperBound).",
                    en: "--\(name) must be between \(range.lowerBound) and \(range.upperBound)."))
        }
        guard PasswordPolicy.Name(rawValue: passwordPolicy) != nil else {
            throw ValidationError(
                spoken(
                    id: "Ketentuan kata sandi \(passwordPolicy) tidak dikenal; pilih salah satu dari \(Self.policies).",
                    en: "There is no password policy \(passwordPolicy); choose one of \(Self.policies)."))
        }
        guard secondFactorRoles != nil else {
            let roles = Caller.Role.signedIn.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                spoken(
                    id: "Peran dalam \(secondFactorFor) ada yang tidak dikenal; pilih dari \(roles).",
                    en: "There is no such role in \(secondFactorFor); choose from \(roles)."))
        }
        guard Logger.Level(rawValue: logLevel) != nil else {
            let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                spoken(
                    id: "Tingkat catatan \(logLevel) tidak dikenal; pilih salah satu dari \(levels).",
                    en: "There is no log level \(logLevel); choose one of \(levels)."))
        }
    }

    /// Where several servers run beside each other on ports that they choose, their admin ports must differ, too.
    var chosenAdminPort: Int {
        adminPort ?? Environment.port("SELARAS_ADMIN_PORT") ?? (port == 0 ? 0 : 9464)
    }

    /// Nil where one of them is unknown.
    var secondFactorRoles: Set<Caller.Role>? {
        let names = secondFactorFor.split(separator: ",").map { $0.filter { $0 != " " } }
        let roles = names.compactMap { Caller.Role(rawValue: $0) }.filter { $0 != .anybody }
        return roles.count == names.count ? Set(roles) : nil
    }

    private static let policies = PasswordPolicy.Name.allCases.map(\.rawValue).joined(separator: ", ")

    var level: Logger.Level { Logger.Level(rawValue: logLevel) ?? .info }

    var configuration: APIConfiguration {
        var configuration = APIConfiguration()
        configuration.network.headSeconds = headSeconds
        configuration.network.silenceSeconds = silenceSeconds
        configuration.network.closingSilenceSeconds = min(silenceSeconds, configuration.network.closingSilenceSeconds)
        configuration.network.idleSeconds = idleSeconds
        configuration.network.mostConnections = mostClients
        configuration.largestSpooledFile = uploadMib << 20
        configuration.passwordPolicy = PasswordPolicy(PasswordPolicy.Name(rawValue: passwordPolicy) ?? .nist)
        configuration.strictTransportSeconds = behindTls ? 31_536_000 : nil
        return configuration
    }
}
