internal import Wire

/// All checks, in the order in which one thing needs the other; what cannot be checked for want of another is left out.
struct Examination {
    let context: Context
    let common: CommonOptions

    func findings() async -> [Finding] {
        var findings =
            [.ok("version", Phrase(same: "selaras \(Version.current)"))] + LocalChecks(context: context).findings()
        let settings: Settings
        do {
            settings = try context.settings(common)
            findings.append(configuration(settings))
        } catch {
            return findings + [.fail("configuration", Self.words(error), .mendFile)]
        }
        findings.append(credentials(settings))
        guard let url = try? ServiceURL.checked(settings.text(.url)) else { return findings }
        let network = NetworkChecks(url: url, timeout: min(10, (try? settings.number(.timeout)) ?? 10))
        let reached = await network.findings()
        findings += reached
        guard !reached.contains(where: { $0.verdict == .fail }) else { return findings }
        let access = (try? Access(settings: settings)) ?? Access(url: url, token: nil, from: .stored)
        let service = context.service(access, common, timeout: 10, settings: settings)
        return await findings + ServiceChecks(service: service, now: Clock.now).findings()
    }

    private func configuration(_ settings: Settings) -> Finding {
        for key in SettingKey.allCases {
            do { _ = try settings.found(key) } catch  where key != .url {
                return .fail("configuration", Self.words(error), .mendFile)
            } catch { continue }
        }
        if let file = settings.files.first(where: { !$0.unknown.isEmpty }) {
            return .warn("configuration", .unknownSettings(file.unknown, in: file.path), .seeConfigList)
        }
        let paths = settings.files.map(\.path).joined(separator: ", ")
        return .ok(
            "configuration",
            settings.files.isEmpty
                ? Phrase("tidak ada berkas; semua bawaan", "no file; all built in") : Phrase(same: paths))
    }

    private func credentials(_ settings: Settings) -> Finding {
        if context.environment["SELARAS_TOKEN"] != nil {
            return .ok("credentials", Phrase("token dari SELARAS_TOKEN", "token from SELARAS_TOKEN"))
        }
        do {
            guard try settings.login()?.token != nil else {
                return .warn("credentials", Phrase("belum masuk", "not signed in"), .signInHint)
            }
            let path = CredentialsFile.path(settings.profile.value, context.environment) ?? ""
            return .ok("credentials", Phrase("\(path), hanya pemiliknya", "\(path), its owner only"))
        } catch {
            return .fail("credentials", Self.words(error), .signInHint)
        }
    }

    static func words(_ error: any Error) -> Phrase {
        if case .said(let phrase, _) = error as? Failure { return phrase }
        if case .problem(let problem) = error as? Failure {
            return Phrase(same: problem.title ?? "HTTP \(problem.status)")
        }
        return Phrase(same: String(describing: error))
    }
}
