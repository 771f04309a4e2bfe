import Inference
import RuleModel

/// What becomes of a package before choices are made between packages.
public enum TableStanding: UInt8, Sendable, CaseIterable {
    /// No rule for it applies, what it requires is missing, or an exception withholds it.
    case notAdvised
    case advisedAgainst
    /// Recommended and advised against at once.
    case contested
    /// It needs a fact.
    case open
    case provisional
    case stands
}

/// Where packages stand in many cases side by side, worked out column by column.
///
///     let standings = TableStandings(evaluation)
///     let places = standings.places(ranks: columns, diagnostics: held)
///
/// Gives what `Statuses` gives for one case: the same verdicts, lowered by the same requirements.
public struct TableStandings: Sendable {
    /// What is to be asked of every case; ranks are given in this order.
    public let facts: [Fact]
    /// Diagnostics that something requires: how far each holds is to be given as well.
    public let diagnostics: [ID<Diagnostic>]
    private let packages: Int
    private let requirements: [Requirement]

    private struct Requirement {
        /// Places of columns.
        var required: Int
        var package: Int
        var subject: Subject
    }

    private enum Subject {
        case package(Int)
        case fact(Int)
        case diagnostic(Int)
    }

    /// - Parameter evaluation: Of any case of the tables' shape.
    public init(_ evaluation: any Evaluation) {
        let status = StatusFacts(evaluation, packages: evaluation.rules.packages.indices.map { ID($0) })
        facts = status.all
        diagnostics = status.diagnostics
        packages = status.packages.count
        let (places, diagnostics) = (status.all, status.diagnostics)
        requirements = status.required.enumerated().compactMap { place, fact in
            guard case .required(let subject, before: let package) = fact else { return nil }
            let source: Subject? =
                switch subject {
                case .package(let package): .package(package.index)
                case .concept(let concept):
                    places.firstIndex(of: .concept(concept, member: nil)).map { .fact($0) }
                case .diagnostic(let diagnostic):
                    diagnostics.firstIndex(of: diagnostic).map { .diagnostic($0) }
                }
            return source.map { Requirement(required: place, package: package.index, subject: $0) }
        }
    }

    private var firstOfPackages: Int { facts.count - packages * (1 + Objection.allCases.count) }

    /// The column of each package's own verdict.
    public func recommendation(of package: ID<Package>) -> Int {
        firstOfPackages + package.index * (1 + Objection.allCases.count)
    }

    /// For each package its standings, as raw values, case by case.
    ///
    /// - Parameters:
    ///   - ranks: For each fact the verdicts from 0 for no to 4 for yes.
    ///   - diagnostics: The same for the diagnostics.
    public func places(ranks: [[UInt8]], diagnostics: [[UInt8]]) -> [[UInt8]] {
        var statuses = (0..<packages).map { ranks[recommendation(of: ID($0))] }
        var isSettled = false
        while !isSettled {
            isSettled = true
            for requirement in requirements {
                let subject =
                    switch requirement.subject {
                    case .package(let package): statuses[package]
                    case .fact(let place): ranks[place]
                    case .diagnostic(let place): diagnostics[place]
                    }
                let lowered = TableStandings.lower(
                    &statuses[requirement.package], required: ranks[requirement.required], subject)
                if lowered { isSettled = false }
            }
        }
        return (0..<packages).map { package in
            let own = recommendation(of: ID(package))
            let objections = ranks[(own + 1)...(own + Objection.allCases.count)]
            return statuses[package].indices.map { row in
                TableStandings.place(
                    status: statuses[package][row], recommended: ranks[own][row],
                    objected: objections.reduce(0) { max($0, $1[row]) })
            }
        }
    }

    private static func lower(_ status: inout [UInt8], required: [UInt8], _ subject: [UInt8]) -> Bool {
        var lowered = false
        for row in status.indices {
            let effect = max(4 - required[row], subject[row])
            if effect < status[row] {
                status[row] = effect
                lowered = true
            }
        }
        return lowered
    }

    private static func place(status: UInt8, recommended: UInt8, objected: UInt8) -> UInt8 {
        let holds = UInt8(Verdict.presumablyYes.rawValue + 2)
        if objected >= holds {
            return (recommended >= holds ? TableStanding.contested : .advisedAgainst).rawValue
        }
        switch status {
        case 4: return TableStanding.stands.rawValue
        case 3: return TableStanding.provisional.rawValue
        case 2: return TableStanding.open.rawValue
        default: return TableStanding.notAdvised.rawValue
        }
    }
}
