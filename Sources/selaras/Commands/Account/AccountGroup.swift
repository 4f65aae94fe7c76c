internal import ArgumentParser

struct AccountGroup: ParsableCommand {
    static var configuration: CommandConfiguration {
        .group(
            "account", Phrase("Akun orang dan peran yang dipegang.", "People's accounts and the roles they hold."),
            [
                AccountAccept.self, AccountPassword.self, AccountList.self, AccountInvite.self, AccountReset.self,
                AccountCorrect.self, AccountDisable.self, AccountEnable.self, AccountEnd.self,
            ])
    }
}
