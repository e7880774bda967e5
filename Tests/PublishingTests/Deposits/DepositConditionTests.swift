import Publishing
import TestSupport
import Testing

@Suite("Conditions of changes")
struct DepositConditionTests {
    @Test(
        "If-Match is read as RFC 9110 has it",
        arguments: [
            (nil, DepositCondition.missing), ("*", .any), ("\"r1\"", .tags(["\"r1\""])),
            (" \"r1\" , \"2-x\" ", .tags(["\"r1\"", "\"2-x\""])), ("", .tags([])), ("\"a\", *", .any),
        ] as [(String?, DepositCondition)])
    func reading(header: String?, condition: DepositCondition) {
        #expect(DepositCondition(header: header) == condition)
    }

    @Test(
        "A change goes through only with a tag of the state that stands",
        arguments: [
            ("\"r1\"", true), ("\"1\"", true), ("\"1-abc\"", true), ("*", true), ("\"r2\"", false), ("\"2\"", false),
            ("W/\"r1\"", false), ("r1", false), ("", false), ("\"\"", false), ("\"r1", false), ("\"x\", \"r1\"", true),
        ])
    func published(header: String, isTaken: Bool) throws {
        let desk = try Desk(isTrusted: true)
        try desk.create()
        let change = {
            try desk.work(desk.publisher) {
                try $0.replace(
                    with: Fixture.resource("example:1", title: "Mới"), if: DepositCondition(header: header), from: .api)
            }
        }
        if isTaken {
            _ = try change()
        } else {
            #expect(throws: DepositError.stale("example:1", tag: "\"r1\"")) { try change() }
        }
    }

    @Test("While a newer version waits, the tag of what learners see is that of an older state")
    func pending() throws {
        let desk = try Desk()
        let sent = try desk.create()
        try desk.work(desk.curator) { try $0.approve(sent.id, note: "", if: .any) }
        try desk.work(desk.publisher) {
            try $0.replace(with: Fixture.resource("example:1", title: "Hai"), if: .tags(["\"1\""]), from: .api)
        }
        #expect(throws: DepositError.stale("example:1", tag: "\"r3\"")) {
            try desk.work(desk.publisher) {
                try $0.replace(with: Fixture.resource("example:1", title: "Ba"), if: .tags(["\"1\""]), from: .api)
            }
        }
        #expect(throws: DepositError.tagNeeded("example:1", tag: "\"r3\"")) {
            try desk.work(desk.publisher) {
                try $0.replace(with: Fixture.resource("example:1", title: "Ba"), if: .missing, from: .api)
            }
        }
    }
}
