import Analysis
import ArgumentParser
import RuleModel
import Workspace

struct MutateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "mutate", abstract: "x")
    @OptionGroup var sources: SourceOptions
    func run() throws {
        let clock = ContinuousClock()
        let checked = CheckedRules(try sources.finder.sources(rules: sources.rules))
        var trial: MutationTrial?
        let ready = clock.measure { trial = checked.mutationTrial() }
        guard let trial else { return }
        let ids = trial.rules.rules.indices.map { ID<Rule>($0) }
        var found: [[(mutant: Mutant, fate: Fate)]] = []
        let time = clock.measure { found = ids.concurrentMap { trial.fates(of: $0) } }
        let all = found.flatMap { $0 }
        print(ready, time, all.count)
        for kind in Mutant.Kind.allCases {
            let mine = all.filter { $0.mutant.kind == kind }
            let survived = mine.filter { $0.fate == .survived }.count
            let refused = mine.filter { $0.fate == .refused }.count
            print(kind.rawValue, mine.count, survived, refused)
        }
        for (mutant, fate) in all where fate == .survived {
            print(trial.rules[mutant.rule].name, mutant.kind.rawValue)
        }
    }
}
