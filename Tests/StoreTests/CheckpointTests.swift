import Foundation
import Planning
import Store
import Support
import Testing

/// The format of checkpoints, as Schema/README.md describes it to whoever reads them without this program.
@Suite struct CheckpointTests {
    /// Made by another program from the description.
    private static let note = """
        uji/audit
        45
        CJjMmCZhoF7Q9Rs3bsX9AqUJMt9HoeP2rNlokG1Gzn8=
        chain 63 2 ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=
        chain 63.02 40 PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0=
        chain service 3 Ln0sA6lQeuJl7PW1NWiFpTOTogKdJBOUmXJloaJa78Y=
        time 2026-01-02T03:04:05Z

        — uji/audit pXk0Mdje4IEoJINY2sKUK5qNAKRQ6LqvsqOZDQIehum9FiOkA8K20zivY5iVGAalKcc2O8MEIt/qIi3/8Xg9P01jpgQ=

        """
    private static let publicKey = "uji/audit+a5793431+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"
    private static let privateKey = "PRIVATE+KEY+uji/audit+a5793431+AQABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"

    @Test func aNoteOfAnotherProgramIsReadAndWrittenTheSame() throws {
        let verifier = try #require(AuditVerifier(Self.publicKey))
        let checkpoints = try verifier.checkpoints(in: Self.note)
        let checkpoint = try #require(checkpoints.first)
        #expect(checkpoints.count == 1 && checkpoint.size == 45 && checkpoint.origin == "uji/audit")
        #expect(checkpoint.chains.map(\.area) == ["63", "63.02", "service"])
        #expect(checkpoint.takenAt == Moment("2026-01-02T03:04:05Z"))
        // A signature of Ed25519 follows from the key and the text alone.
        let key = try #require(AuditKey(Self.privateKey))
        #expect(try key.sign(checkpoint) == Self.note)
        #expect(key.text == Self.privateKey && key.verifier.text == Self.publicKey)
        #expect(
            Checkpoint(origin: "uji/audit", chains: checkpoint.chains.reversed(), takenAt: checkpoint.takenAt)
                == checkpoint)
    }

    @Test func everyLetterCounts() throws {
        let verifier = try #require(AuditVerifier(Self.publicKey))
        let letters = Array(Self.note)
        for index in letters.indices {
            var forged = letters
            forged[index] = letters[index] == "A" ? "B" : "A"
            #expect(throws: CheckpointFault.self, "\(index)") { try verifier.checkpoints(in: String(forged)) }
        }
        for wrong in [
            "", "uji/audit", Self.publicKey.replacing("uji", with: "uju"), String(Self.publicKey.dropLast(4)),
        ] {
            #expect(AuditVerifier(wrong) == nil)
        }
        #expect(AuditKey(Self.privateKey.replacing("uji", with: "uju")) == nil && AuditKey(Self.publicKey) == nil)
        for name in ["", "a b", "a+b", "a\nb"] { #expect(AuditKey.create(name: name) == nil) }
    }

    /// The examples of RFC 6962, as its reference implementation computes them.
    @Test func aTreeIsThatOfTheRFC() {
        let leaves: [[UInt8]] = [
            [], [0], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43], Array(0x50...0x57),
            Array(0x60...0x6F),
        ]
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var tree = MerkleTree()
        for (index, root) in roots.enumerated() {
            #expect(
                tree.root.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined() == root, "\(index)")
            if index < leaves.count { tree.add(leaves[index]) }
        }
        #expect(tree.count == 8)
    }
}
