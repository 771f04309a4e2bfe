import Inference
import RuleModel

/// How many planted faults an analysis finds: the proof of its eyes.
public struct AnalysisTrial: Sendable {
    public struct Row: Hashable, Sendable {
        public var kind: PlantedFault.Kind
        public var planted = 0
        /// With a cluster that shows it.
        public var found = 0
        /// Names of the rules in which a fault was not found.
        public var missed: [String] = []
    }

    public private(set) var rows = PlantedFault.Kind.allCases.map { Row(kind: $0) }

    public var planted: Int { rows.reduce(0) { $0 + $1.planted } }
    public var found: Int { rows.reduce(0) { $0 + $1.found } }

    /// Plants so many faults one after the other, kind by kind in turn, and looks for each.
    ///
    /// - Parameter sharing: Who works on it.
    public init(
        _ rules: RuleBase, count: Int, seed: UInt64, sharing: some WorkSharing = SingleHanded()
    ) {
        var planter = FaultPlanter(rules, seed: seed)
        let faults = (0..<count).compactMap { planter.plant(PlantedFault.Kind.allCases[$0 % rows.count]) }
        let found = sharing.map(faults) { AnalysisTrial.isFound($0) }
        for (fault, isFound) in zip(faults, found) {
            guard let place = rows.firstIndex(where: { $0.kind == fault.kind }) else { continue }
            rows[place].planted += 1
            if isFound { rows[place].found += 1 } else { rows[place].missed.append(fault.place) }
        }
    }

    private static func isFound(_ planted: PlantedFault) -> Bool {
        var analysis = RuleAnalysis(CompiledRules(planted.rules))
        switch planted.kind {
        case .deadPackage, .cycle: analysis.package = planted.package
        default: analysis.rule = planted.rule
        }
        return analysis.report(on: [planted.question]).faults.contains { planted.isFound($0) }
    }
}
