import ArgumentParser
import LibPQ
import Measurement
import Phrasing
import Planning
import Store

/// Why a command ends without having done its work: a sentence for the operator, with what to do, and an exit code.
struct Failure: Error {
    /// Every command uses the same ones, and its help lists them.
    enum Code: Int32 {
        /// What was given is refused, or the work failed.
        case refused = 1
        /// Wrong usage, or what is needed is missing: a database, a right, a file.
        case unable = 2
    }

    let sentence: Wording
    let code: Code

    init(_ code: Code, id: String, en: String) {
        self.code = code
        sentence = Wording(id: id, en: en)
    }

    /// The one table from errors to sentences and exit codes.
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as DatabaseError: self.init(error)
        case let fault as Unfit: self.init(fault)
        case let fault as MigrationFault: self.init(fault)
        case let fault as AdministrationFault: self.init(fault)
        case let refusal as Refusal: self.init(refusal)
        case let unreadable as UnreadableFile: self.init(unreadable)
        case let differs as FrameworkDiffers: self.init(differs)
        case let error as ValidationError: self.init(.unable, id: error.message, en: error.message)
        default:
            self.init(
                .unable, id: "Terjadi kesalahan yang tidak terduga: \(error)",
                en: "Something unexpected went wrong: \(error)")
        }
    }

    func report() {
        StandardError.print(spoken(id: "Gagal: ", en: "Failed: ") + sentence.spoken)
    }
}
