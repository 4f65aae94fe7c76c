internal import ArgumentParser

struct LogoutCommand: ServiceCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "Hapus token yang tersimpan.",
        discussion: """
            Contoh:
              selaras logout
            """)

    func run(in context: Context) async throws {
        let wasThere = try CredentialsFile(environment: context.environment).remove()
        context.note(wasThere ? .signedOut : .wasNotSignedIn)
    }
}
