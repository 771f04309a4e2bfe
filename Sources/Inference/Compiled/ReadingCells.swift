import RuleModel

/// The cells of everything that can be read, for one rule base.
struct ReadingCells: Sendable {
    private let ofDiagnostics: [Cells]
    private let ofAttributes: [Cells]
    private let ofYesNo = Cells(domain: .yesOrNo, accepted: [])
    private let domainsOfDiagnostics: [ValueSet]
    private let domainsOfAttributes: [ValueSet]

    init(_ rules: RuleBase, _ catalogue: Catalogue) {
        var ofDiagnostics = [[ValueSet]](repeating: [], count: rules.diagnostics.count)
        var ofAttributes = [[ValueSet]](repeating: [], count: rules.attributes.count)
        for phrase in catalogue.phrases {
            guard case .lies(let formula, in: let accepted) = phrase.form else { continue }
            switch catalogue[formula].form {
            case .diagnostic(let diagnostic): ofDiagnostics[diagnostic.index].append(accepted)
            case .attribute(let attribute, of: _): ofAttributes[attribute.index].append(accepted)
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
