import ArgumentParser
import Foundation
import Phrasing
import Testing
import Wire

@testable import selaras

@Suite struct ManualTests {
    private func pages(_ language: Language) throws -> [String: String] {
        try Language.$current.withValue(language) {
            let tree = try JSONValue(parsing: Array(Selaras._dumpHelp().utf8))
            let pages = ManualPage.pages(of: tree["command"], version: "1", language)
            return Dictionary(pages.map { ($0.name, $0.text) }) { first, _ in first }
        }
    }

    @Test(arguments: Language.allCases)
    func everyCommandHasAPage(_ language: Language) throws {
        let pages = try pages(language)
        for leaf in CommandTreeTests.commands {
            let page = try #require(pages[(["selaras"] + leaf.path).joined(separator: "-")])
            #expect(page.hasPrefix(".TH "))
            #expect(page.contains(language == .indonesian ? ".SH \"PILIHAN\"" : ".SH \"OPTIONS\""))
        }
    }

    @Test func aPageSaysWhatTheHelpSays() throws {
        let page = try #require(try pages(.english)["selaras-survey-close"])
        #expect(page.contains("selaras\\-survey\\-close \\- Close a survey and compute its index (IKK)."))
        #expect(page.contains("\\fB\\-\\-purpose <purpose>\\fR\nBaseline, midline or re\\-survey."))
        #expect(page.contains(".nf\n  selaras survey close 63.02.12.2005/2025 \\-\\-purpose baseline\n"))
        #expect(!page.contains("Tampilkan"))
    }
}
