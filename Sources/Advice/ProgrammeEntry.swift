import Inference
import RuleModel

/// How firmly advice stands.
public enum Standing: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// Not advised, or withheld by an exception.
    case falls
    /// It needs a fact.
    case open
    /// It falls if an exception now unknown turns out to hold, or a guess turns out wrong.
    case provisional
    case stands

    public init(_ verdict: Verdict) {
        switch verdict {
        case .no, .presumablyNo: self = .falls
        case .open: self = .open
        case .presumablyYes: self = .provisional
        case .yes: self = .stands
        }
    }

    public static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
}

/// Packages that can begin together, once those of the phases before are under way.
public struct ProgrammePhase: Hashable, Sendable {
    /// In order of rank.
    public var entries: [ProgrammeEntry]
}

/// One package of the programme with all that an adviser must defend.
public struct ProgrammeEntry: Hashable, Sendable {
    public var package: ID<Package>
    /// Place in the programme, counted from 1 through all phases.
    public var number: Int
    /// From the smaller of its own verdict and those of what it requires.
    public var standing: Standing
    /// The verdict of its recommendation alone.
    public var verdict: Verdict
    /// Recommended and advised against; here because the adviser took it in.
    public var isContested: Bool
    public var placement: Placement
    public var strength: Strength
    public var evidence: Evidence
    /// Whether the case says that it is running already; open when it says nothing.
    public var inForce: Verdict
    /// Actors that recommending rules send it through, in order of name.
    public var through: [ThroughActor]
    /// Members it is recommended for; empty when it is for the cluster as a whole.
    public var targets: [Target]
    /// Design terms that recommending rules ask for, in order of name.
    public var measures: [ID<Measure>]
    /// One for each criterion of the rule base, in order.
    public var criteria: [CriterionAnswer]
    /// One for each lens of the rule base, in order.
    public var lensValues: [LensAnswer]
    /// One for each package attribute of the rule base, in order; unstated ones have no value.
    public var attributes: [AttributeAnswer]
    /// Roles the package or an `assign` gives, by role; a role nobody is named for has no holder.
    public var roles: [RoleAnswer]
    public var stops: [StopAnswer]
    /// Rules that recommend it, at least presumably; those that decide its verdict first.
    public var reasons: [Reason]
    public var presumedAbsent: [PresumedException]
    /// Objections that are open: a fact could make it contested.
    public var doubts: [ContestedPackage.ObjectionAnswer]
    /// What must be there before it that is not a package.
    public var prerequisites: [PrerequisiteAnswer]
    /// Packages of the programme that come first.
    public var after: [Precedence]
    /// Places in `answer.choices` of the choices it is an option of.
    public var choices: [Int]

    /// Why a package stands where it stands among the ranked.
    public struct Placement: Hashable, Sendable {
        /// Place by rank alone, counted from 1.
        public var rank: Int
        /// The first key on which it falls behind the package ranked just above; `nil` for the best.
        public var decidedBy: RankKey?
        public var behind: ID<Package>?
        /// Some lower-ranked package stands before it, or a higher-ranked one behind, for the sake of order.
        public var isMovedByOrder: Bool
    }

    public struct ThroughActor: Hashable, Sendable {
        public var actor: ID<Actor>
        public var reasons: [Reason]
    }

    public struct Target: Hashable, Sendable {
        public var member: MemberID
        public var name: String
        public var title: String
        public var verdict: Verdict
    }

    public struct CriterionAnswer: Hashable, Sendable {
        public var criterion: ID<Criterion>
        /// How the package meets it, with claims; `nil` when it does not say.
        public var met: Package.CriterionMet?
    }

    public struct LensAnswer: Hashable, Sendable {
        public var lens: ID<Lens>
        /// `nil`: unstated.
        public var value: Package.LensValue?
    }

    public struct AttributeAnswer: Hashable, Sendable {
        public var attribute: ID<PackageAttribute>
        /// `nil`: unstated.
        public var value: Package.AttributeValue?
    }

    public struct RoleAnswer: Hashable, Sendable {
        public var role: ID<Role>
        public var actor: ID<Actor>
        /// Of the assigning rules; `yes` for a role that the package itself declares.
        public var verdict: Verdict
        public var claims: [ID<Claim>]
        /// Rules that assign it; none where the package alone declares it.
        public var reasons: [Reason]
    }

    public struct StopAnswer: Hashable, Sendable {
        public var test: Package.StopTest
        /// Whether it is already met now.
        public var verdict: Verdict
        /// The test's conditions one by one, so that a test met in part shows; one for a test of one condition.
        public var parts: [Part]

        public struct Part: Hashable, Sendable {
            public var condition: Condition
            public var verdict: Verdict
        }
    }

    public struct Precedence: Hashable, Sendable {
        public enum Kind: Hashable, Sendable { case sequence, require }
        public var package: ID<Package>
        public var kind: Kind
        public var verdict: Verdict
        public var reasons: [Reason]
    }
}

/// What packages are ranked by, in this order.
public enum RankKey: Hashable, Sendable {
    case standing
    /// Not advised against comes before contested.
    case contested
    case strength
    case criterion(ID<Criterion>)
    case evidence
    case name
}
