internal import ArgumentParser

struct ProfileGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "profile", Phrase("Profil: beberapa layanan atau akun.", "Profiles: several services or accounts."),
            [ProfileList.self, ProfileUse.self])
    }
}

/// The profiles that there are: named in a file, or signed in.
enum KnownProfiles {
    static func names(_ settings: Settings) -> [String] {
        let named = settings.files.flatMap(\.profileNames)
        let signedIn = CredentialsFile.profiles(environment: settings.environment)
        return Set([Profile.standardName, settings.profile.value] + named + signedIn).sorted()
    }
}
