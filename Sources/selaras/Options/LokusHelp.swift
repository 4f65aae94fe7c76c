internal import ArgumentParser

/// The words for the argument and the option that name a lokus, the same in every command.
enum LokusHelp {
    static let text = ArgumentHelp(
        "Lokus: 63.02.12.2005/2025, kode desa/kelurahan saja, atau pengenalnya.", valueName: "lokus")
}
