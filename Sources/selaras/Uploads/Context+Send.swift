internal import Wire

extension Context {
    /// Sends a file and waits for the receipt. What broke on the way can be taken up with `--resume`: the key is kept
    /// until the service has answered, whatever the answer is.
    func send(
        _ upload: Upload, to address: Address, _ service: Service, _ write: WriteOptions, _ options: ImportOptions,
        _ common: CommonOptions, headers: [(String, String)] = []
    ) async throws -> Resource {
        try options.report.map { path throws(Failure) in try FileText.requireWritable(path) }
        let record =
            write.dryRun ? nil : UploadRecord(upload, to: service.base + address.text, environment: environment)
        let key = try key(upload, record, options)
        try record?.keep(key)
        lastWords.set(.interruptedUpload(canResume: record != nil))
        var watched = upload
        if console.isErrorTerminal, !common.quiet {
            watched.progress = Progress(total: upload.length, language: language) { [console] in
                console.writeError(Array($0.utf8))
            }
        }
        defer { watched.progress?.clear() }
        do {
            let document = try await service.post(address, file: watched, key: key, headers: headers)
            watched.progress?.clear()
            record?.forget()
            lastWords.set(nil)
            if document.isReplay { note(.alreadyReceived, common) }
            return document
        } catch let failure as Failure {
            watched.progress?.clear()
            if failure.status != .temporary {
                record?.forget()
            } else if record != nil {
                note(.resumable, common)
            }
            if case .problem(let problem) = failure { keepRefusal(problem.document, options, common) }
            throw failure
        }
    }

    private func key(_ upload: Upload, _ record: UploadRecord?, _ options: ImportOptions) throws -> String {
        guard options.resume else { return newKey() }
        guard upload.named != .standardInput else { throw Failure.usage(.stdinCannotResume) }
        guard let key = try record?.key() else { throw Failure.notFound(.nothingToResume) }
        return key
    }

    /// A refusal is told all the same where its report cannot be written.
    func keepRefusal(_ document: JSONValue, _ options: ImportOptions, _ common: CommonOptions) {
        do {
            try keepReport(document, options, common)
        } catch {
            console.say(Phrase.failed(Examination.words(error)).text(in: language))
        }
    }

    /// The receipt or the refusal as it came; with a name in `.csv` the faults as rows. A receipt is shown before, since
    /// what it says has happened, whether it can be kept or not.
    func keepReport(_ document: JSONValue, _ options: ImportOptions, _ common: CommonOptions) throws {
        guard let path = options.report else { return }
        let text: String
        if path.lowercased().hasSuffix(".csv") {
            let table = Table(columns: FaultColumns.all, rows: document["errors"].items)
            text = SeparatedText(table: table, form: .csv, language: language).text
        } else {
            text = document.written(pretty: true) + "\n"
        }
        try FileText.write(text, to: path, mode: 0o644)
        note(.reportWritten(path), common)
    }
}
