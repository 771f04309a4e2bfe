import Advice
import Inference
import RuleModel

extension RecommendView {
    /// `distretto/recommend/1`: the whole answer, everything by the names of the rule base.
    ///
    /// - `case`: name, title, stage, classifications, concepts that hold, and the readings it rests on
    ///   with those `assumed`, `disputed` and `carriedOver` among them.
    /// - `digests`: fingerprints of the rules' meaning and of the case (SHA-256).
    /// - `programme`: phases in order, each a list of packages with `number`, `standing` (stands,
    ///   provisional), `verdict`, `strength`, `rank`, roles, criteria, what it `presumes` absent,
    ///   `evidence`, `reasons`, and its terms (see `terms(_:)`).
    /// - `waiting`, `withheld`, `contested`, `leftOut`, `notAdvised` (by `kind`: does-not-apply,
    ///   not-needed, harmful, disputed): every other package, in exactly one of them.
    /// - `overrides`: what the adviser rejects or adds, with what the rules say of it.
    /// - `bounds`, where it is asked for: each package's fate over all that readings could turn out to be.
    /// - `withdraw`, `cautions`, `criteria`, `disputes`, `reports`, `questions`: what goes with it.
    ///
    /// A verdict is one of no, presumably-no, open, presumably-yes, yes. Keys are added in later
    /// versions; none is taken away or changes its meaning without a new number.
    public var json: JSON {
        var members = answerMembers
        members["bounds"] = boundsBlocks?.json
        return .object(members)
    }

    private var answerMembers: [String: JSON] {
        [
            "format": .string("distretto/recommend/1"),
            "digests": digestsJSON,
            "case": caseJSON,
            "lens": answer.lens.map {
                .object([
                    "name": .string(rules[$0.lens].name),
                    "value": .string(rules[$0.lens].values[$0.value].name),
                ])
            } ?? .null,
            "atMost": answer.atMost.map(JSON.integer) ?? .null,
            "programme": .array(answer.programme.map { .array($0.entries.map(json)) }),
            "waiting": .array(answer.waiting.map { json($0.package, asks: $0.asks) }),
            "withheld": .array(answer.withheld.map { json($0.package, misses: $0.misses) }),
            "contested": .array(answer.contested.map(json)),
            "leftOut": .array(answer.leftOut.map(json)),
            "notAdvised": .array(answer.notAdvised.map(json)),
            "overrides": .array(answer.overrides.map { OverrideWords($0, phraser: phraser).json }),
            "withdraw": .array(
                answer.withdrawals.map {
                    .object([
                        "package": .string(rules[$0.package].name), "verdict": .string($0.verdict.name),
                        "jointlyWith": .strings($0.jointlyWith.map { rules[$0].name }),
                        "reasons": .array($0.reasons.map(json)),
                    ])
                }),
            "cautions": .array(
                answer.cautions.map {
                    .object([
                        "subject": .string(phraser.phrase($0.subject)), "verdict": .string($0.verdict.name),
                        "reasons": .array($0.reasons.map(json)),
                    ])
                }),
            "criteria": .array(
                answer.criteria.map {
                    .object([
                        "criterion": .string(rules[$0.criterion].name),
                        "metBy": .strings($0.metBy.map { rules[$0].name }),
                        "missingIn": .strings($0.missingIn.map { rules[$0].name }),
                    ])
                }),
            "disputes": .array(
                answer.disputes.map { touched in
                    .object([
                        "dispute": .string(rules[touched.dispute].name),
                        "sidesReliedOn": .strings(
                            touched.sides.map { rules[touched.dispute].sides[$0].summary }),
                    ])
                }),
            "reports": .array(
                answer.reports.map {
                    .object([
                        "report": .string(rules[$0.report].name),
                        "possible": .string(
                            rules.phrase($0.figure.possible, phraser.type(of: $0.figure.expression))),
                        "presumed": .string(
                            rules.phrase($0.figure.presumed, phraser.type(of: $0.figure.expression))),
                    ])
                }),
            "questions": .array(answer.questions.map(json)),
        ]
    }

    var digestsJSON: JSON {
        .object([
            "rules": .string(rulesDigest.description), "case": .string(caseDigest.description),
        ])
    }

    var caseJSON: JSON {
        let header = answer.header
        return .object([
            "name": .string(header.caseName),
            "title": .string(header.caseTitle),
            "stage": .object([
                "name": .string(header.stage.name), "title": .text(header.stage.title),
                "number": .integer(header.stage.number), "of": .integer(header.stage.count),
                "from": .text(header.stage.from.map(DatePhrases.period)),
                "to": .text(header.stage.to.map(DatePhrases.period)),
            ]),
            "classifications": .array(
                header.classifications.map { classification in
                    let declared = rules[classification.classification]
                    return .object([
                        "name": .string(declared.name), "contested": .bool(classification.isContested),
                        "values": .array(
                            classification.values.map {
                                .object([
                                    "value": .string(Phraser.name(declared.values, $0.value)),
                                    "verdict": .string($0.verdict.name), "stated": .bool($0.isStated),
                                ])
                            }),
                    ])
                }),
            "concepts": .strings(header.concepts.map { rules[$0.concept].name }),
            "readings": .strings(header.readings.all.map(phraser.phrase)),
            "assumed": .strings(header.readings.assumed.map(phraser.phrase)),
            "disputed": .strings(header.readings.disputed.map(phraser.phrase)),
            "carriedOver": .strings(header.readings.carriedOver.map(phraser.phrase)),
        ])
    }

    private func json(_ entry: ProgrammeEntry) -> JSON {
        .object(standing(entry).merging(terms(entry)) { standing, _ in standing })
    }

    private func standing(_ entry: ProgrammeEntry) -> [String: JSON] {
        [
            "number": .integer(entry.number),
            "package": .string(rules[entry.package].name),
            "title": .string(rules[entry.package].title),
            "standing": .string(entry.standing.prose.text),
            "verdict": .string(entry.verdict.name),
            "strength": .string(entry.strength.word),
            "contested": .bool(entry.isContested),
            "rank": .integer(entry.placement.rank),
            "through": .strings(entry.through.map { rules[$0.actor].name }),
            "for": .strings(entry.targets.map(\.name)),
            "measures": .strings(entry.measures.map { rules[$0].name }),
            "after": .strings(entry.after.map { rules[$0.package].name }),
            "roles": .array(
                entry.roles.map {
                    .object([
                        "role": .string(rules[$0.role].name), "actor": .string(rules[$0.actor].name),
                        "verdict": .string($0.verdict.name),
                    ])
                }),
            "criteria": .array(
                entry.criteria.compactMap { criterion in
                    criterion.met.map {
                        .object([
                            "criterion": .string(rules[$0.criterion].name), "how": .string($0.how),
                            "claims": .strings($0.claims.map { rules[$0].name }),
                        ])
                    }
                }),
            "presumes": .array(
                entry.presumedAbsent.map {
                    .object([
                        "not": .string(phraser.phrase($0.condition, $0.assignment)),
                        "why": .string($0.presumption),
                    ])
                }),
            "evidence": .object([
                "claims": .array(entry.evidence.claims.map(ClaimJSON(rules: rules).json)),
                "independent": .integer(entry.evidence.independent),
                "weakest": .text(entry.evidence.weakest?.word), "inSample": .bool(entry.evidence.isInSample),
            ]),
            "reasons": .array(entry.reasons.map(json)),
        ]
    }

    private func json(_ reason: Reason) -> JSON {
        let rule = rules[reason.rule]
        return .object([
            "rule": .string(rule.name), "verdict": .string(reason.verdict.name),
            "because": .text(rule.because),
            "claims": .strings(rule.claims.map { rules[$0].name }),
        ])
    }

    private func json(_ package: ID<Package>, asks: [ReadingPlace]) -> JSON {
        .object([
            "package": .string(rules[package].name),
            "asks": .array(
                asks.map {
                    .object(["reading": .string(phraser.phrase($0)), "question": .text(phraser.question($0))])
                }),
        ])
    }

    private func json(_ package: ID<Package>, misses: [Miss]) -> JSON {
        .object(["package": .string(rules[package].name), "misses": .array(misses.map(json))])
    }

    private func json(_ miss: Miss) -> JSON {
        .object([
            "rule": .string(rules[miss.reason.rule].name), "verdict": .string(miss.reason.verdict.name),
            "obstacles": .array(
                miss.obstacles.map { obstacle in
                    .object([
                        "kind": .string(obstacle.kind.word),
                        "condition": .string(
                            phraser.phrase(obstacle.condition, obstacle.assignment, stage: obstacle.stage)),
                        "verdict": .string(obstacle.verdict.name),
                    ])
                }),
        ])
    }

    private func json(_ contested: ContestedPackage) -> JSON {
        .object([
            "package": .string(rules[contested.package].name), "takenIn": .bool(contested.isTakenIn),
            "for": .array(contested.reasonsFor.map(json)),
            "against": .array(
                contested.objections.map {
                    .object([
                        "as": .string($0.objection.word), "verdict": .string($0.verdict.name),
                        "reasons": .array($0.reasons.map(json)),
                    ])
                }),
        ])
    }

    private func json(_ left: LeftOutPackage) -> JSON {
        let cause =
            switch left.cause {
            case .choice: "choice"
            case .preferred(let kept, _, _): "preferred: \(rules[kept].name)"
            case .atMost: "at-most"
            case .rejected: "rejected"
            case .requires(let needed): "requires: \(rules[needed].name)"
            }
        return .object([
            "package": .string(rules[left.package].name), "rank": .integer(left.rank),
            "standing": .string(left.standing.prose.text), "cause": .string(cause),
        ])
    }

    private func json(_ refused: RefusedPackage) -> JSON {
        .object([
            "package": .string(rules[refused.package].name), "kind": .string(refused.kind.word),
            "verdict": .string(refused.verdict.name), "objections": .array(refused.objections.map(json)),
            "misses": .array(refused.misses.map(json)),
        ])
    }

    private func json(_ question: Question) -> JSON {
        .object([
            "reading": .string(phraser.phrase(question.place)), "question": .text(question.text),
            "answers": .array(
                question.answers.map { answer in
                    .object([
                        "value": .string(rules.phrase(answer.value, question.type)),
                        "changes": .array(
                            answer.changes.map {
                                .object([
                                    "package": .string(rules[$0.package].name),
                                    "from": .string($0.from.standing.prose.text),
                                    "to": .string($0.to.standing.prose.text),
                                ])
                            }),
                    ])
                }),
        ])
    }
}

extension Obstacle.Kind {
    fileprivate var word: String {
        switch self {
        case .fails: "fails"
        case .unknown: "unknown"
        case .exception: "exception"
        }
    }
}

extension RefusedPackage.Kind {
    var word: String {
        switch self {
        case .doesNotApply: "does-not-apply"
        case .notNeeded: "not-needed"
        case .harmful: "harmful"
        case .disputed: "disputed"
        }
    }
}
