import RuleModel

/// The cells of everything that can be read, for one rule base.
struct ReadingCells: Sendable {
    private let ofDiagnostics: [Cells]
    private let ofAttributes: [Cells]
    private let ofYesNo = Cells(domain: .yesOrNo, accepted: [])
    private let domainsOfDiagnostics: [ValueSet]
    private let domainsOfAttributes: [ValueSet]

    init(_ rules: RuleBase) {
        var ofDiagnostics = [[ValueSet]](repeating: [], count: rules.diagnostics.count)
        var ofAttributes = [[ValueSet]](repeating: [], count: rules.attributes.count)
        func accept(_ accepted: ValueSet, of expression: Expression) {
            switch expression {
            case .diagnostic(let diagnostic): ofDiagnostics[diagnostic.index].append(accepted)
            case .attribute(let attribute, of: _): ofAttributes[attribute.index].append(accepted)
            default: break
            }
        }
        rules.eachConditionEvaluated { condition in
            switch condition {
            case .holds(let expression): accept(.yes, of: expression)
            case .lies(let expression, in: let accepted, _): accept(accepted, of: expression)
            default: break
            }
        }
        domainsOfDiagnostics = rules.diagnostics.map { rules.domain(of: $0.measurement.type) }
        domainsOfAttributes = rules.attributes.map { rules.domain(of: $0.measurement.type) }
        self.ofDiagnostics = zip(domainsOfDiagnostics, ofDiagnostics).map { Cells(domain: $0, accepted: $1) }
        self.ofAttributes = zip(domainsOfAttributes, ofAttributes).map { Cells(domain: $0, accepted: $1) }
    }

    /// Whether it is one of these rules' readings.
    func includes(_ slot: Slot) -> Bool {
        switch slot {
        case .diagnostic(let diagnostic): ofDiagnostics.indices.contains(diagnostic.index)
        case .attribute(let attribute, of: _): ofAttributes.indices.contains(attribute.index)
        case .inForce: true
        }
    }

    func cells(of slot: Slot) -> Cells {
        switch slot {
        case .diagnostic(let diagnostic): ofDiagnostics[diagnostic.index]
        case .attribute(let attribute, of: _): ofAttributes[attribute.index]
        case .inForce: ofYesNo
        }
    }

    func domain(of slot: Slot) -> ValueSet {
        switch slot {
        case .diagnostic(let diagnostic): domainsOfDiagnostics[diagnostic.index]
        case .attribute(let attribute, of: _): domainsOfAttributes[attribute.index]
        case .inForce: .yesOrNo
        }
    }
}

extension RuleBase {
    /// Shows every condition that verdicts hang on, with all its parts: those of the rules and the reports,
    /// and that a required diagnostic holds.
    fileprivate func eachConditionEvaluated(_ see: (Condition) -> Void) {
        for rule in rules {
            for binding in rule.bindings { binding.filter?.eachPart(see) }
            rule.condition?.eachPart(see)
            for exception in rule.exceptions { exception.condition.eachPart(see) }
            for case .require(.diagnostic(let diagnostic), before: _) in rule.conclusions {
                see(.holds(.diagnostic(diagnostic)))
            }
        }
        for report in reports { report.expression.eachPart(see) }
    }
}
