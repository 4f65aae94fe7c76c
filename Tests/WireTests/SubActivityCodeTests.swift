import Planning
import Testing

@Suite struct SubActivityCodeTests {
    @Test(arguments: [
        "2.08.04.2.01.0003", "2.08.04.02.01.0003", "2.08.04.2.01.03", "2.08.04.02.01.03", " 2.08.04.2.01.0003 ",
    ])
    func theSpellingsAreOneCode(_ text: String) {
        #expect(SubActivityCode(text)?.description == "2.08.04.2.01.0003")
    }

    @Test(arguments: [
        ("X.XX.01.2.01.0001", "X.XX.01.2.01.0001"), ("x.xx.01.02.01.01", "X.XX.01.2.01.0001"),
        ("1.02.02.1.02.15", "1.02.02.1.02.0015"), ("1.02.02.01.02.0123", "1.02.02.1.02.0123"),
    ])
    func otherCodes(_ text: String, _ code: String) {
        #expect(SubActivityCode(text)?.description == code)
    }

    /// Whoever writes these means something else, or made a slip: nobody guesses.
    @Test(arguments: [
        "", "2.08.04.2.01", "2.08.04", "2.08.04.2.01.0003.1", "2.08.04.2.01.003", "2.08.04.2.01.00003",
        "2.8.04.2.01.0003",
        "0.08.04.2.01.0003", "12.08.04.2.01.0003", "2.08.04.3.01.0003", "2.08.04.002.01.0003", "2.08.04.2.1.0003",
        "X.08.04.2.01.0003", "2.XX.04.2.01.0003", "2,08,04,2,01,0003", "2.08.04.2.01.OOO3", "2.08.04.2..0003",
        "2.08.04.2.01.0003 Kegiatan", "٢.08.04.2.01.0003", "Bantuan CSR",
    ])
    func whatIsNoCode(_ text: String) {
        #expect(SubActivityCode(text) == nil)
    }

    @Test func aCodeReadsAsItself() {
        for owner in ["1", "2"] {
            for number in [1, 9, 10, 99, 100, 9999] {
                let last = String("0000\(number)".suffix(4))
                let text = "5.01.02.\(owner).07.\(last)"
                #expect(SubActivityCode(text)?.description == text)
                if number < 100 {
                    #expect(SubActivityCode("5.01.02.0\(owner).07.\(last.suffix(2))")?.description == text)
                }
            }
        }
    }
}

@Suite struct IndicatorMoneyTests {
    @Test func whatIsForSeveralIsCountedOnce() {
        let money = IndicatorMoney(of: [
            (["KLS-02"], Rupiah(5)), (["KKE-02", "KLS-02"], Rupiah(7)), ([], Rupiah(11)), (["KKE-02"], Rupiah(13)),
        ]).inOrder(of: ["KKE-02", "KLS-02"])
        #expect(money.totals.map(\.code) == ["KKE-02", "KLS-02"])
        #expect(money.totals.map(\.alone) == [Rupiah(13), Rupiah(5)])
        #expect(money.totals.map(\.shared) == [Rupiah(7), Rupiah(7)] && money.totals.map(\.interventions) == [2, 2])
        #expect(money.ofSeveral == Rupiah(7) && money.ofNone == Rupiah(11))
    }
}
