import Testing
import Workspace

@Suite struct NearNamesTests {
    @Test func `a slip of the hand is close`() {
        #expect(NearNames.of("ludhinaa", among: ["ludhiana", "sinos", "prato"]) == ["ludhiana"])
    }

    @Test func `the beginning of a name is close`() {
        #expect(NearNames.of("credit", among: ["credit-line", "quality"]) == ["credit-line"])
    }

    @Test func `nothing is offered when nothing is close`() {
        #expect(NearNames.of("xyzzy", among: ["ludhiana", "prato"]).isEmpty)
    }
}
