import Publishing
import Testing

@Suite("What a role may do")
struct PrincipalTests {
    @Test("A publisher publishes for the own institution only", arguments: Role.allCases)
    func publishing(role: Role) {
        let person = Principal(
            keyID: "k1", name: "thư viện", role: role, institution: role == .publisher ? "ctu" : nil,
            territory: role == .official ? "ninh-kieu" : nil)
        #expect(person.mayPublish(for: "ctu") == (role != .official))
        #expect(person.mayPublish(for: "ctuet") == (role == .curator || role == .administrator))
        #expect(person.mayCurate == (role == .curator || role == .administrator))
        #expect(person.mayObserve(for: "ninh-kieu") == (role == .official || role == .administrator))
        #expect(person.mayObserve(for: "cai-rang") == (role == .administrator))
    }
}
