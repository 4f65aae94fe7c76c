import Contract
import Testing
import Wire

struct YAMLReadingTests {
    @Test func onlyWhatJSONKnowsIsAValue() throws {
        let yaml = """
            number: 12.50
            negative: -3
            text: '12.50'
            code: 63.02.12.2005
            day: 2025-08-31
            no: no
            under: 1_000
            yes: true
            nothing: null
            list: [a, 'null', {b: ~}]
            prose: |
              one
              two
            """
        let value = try JSONValue(yaml: yaml)
        #expect(
            value.written()
                == #"{"number":12.50,"negative":-3,"text":"12.50","code":"63.02.12.2005","day":"2025-08-31","no":"no","#
                + #""under":"1_000","yes":true,"nothing":null,"list":["a","null",{"b":null}],"prose":"one\ntwo"}"#)
    }

    @Test(arguments: ["", "a: [", "a: 1\na: 2\n", "? [a]\n: 1\n"]) func whatIsNoneIsRefused(_ text: String) {
        #expect(throws: UnreadableYAML.self) { try JSONValue(yaml: text) }
    }
}
