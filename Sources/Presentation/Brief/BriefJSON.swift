import Advice
import RuleModel

extension BriefView {
    /// `distretto/brief/1`: what the pages tell, as data, by the names of the rule base.
    ///
    /// The whole answer is `distretto/recommend/1`; this says what a brief selects from it.
    public var json: JSON {
        var pages = BriefPages(self)
        _ = pages.document()
        let answer = briefing.answer
        return .object([
            "format": .string("distretto/brief/1"), "digests": details.digestsJSON,
            "case": details.caseJSON,
            "programme": .array(
                answer.programme.enumerated().flatMap { phase, group in
                    group.entries.map { json($0, phase: phase + 1) }
                }),
            "overrides": .array(answer.overrides.map { OverrideWords($0, phraser: phraser).json }),
            "against": .array(
                answer.notAdvised.filter { $0.kind != .doesNotApply }.map {
                    .object([
                        "package": .string(rules[$0.package].name),
                        "title": .string(phraser.title(of: $0.package)), "kind": .string($0.kind.word),
                        "verdict": .string($0.verdict.name),
                    ])
                }),
            "readings": .array(briefing.readings.map { json($0, pages) }),
            "diagnosis": .array(
                briefing.diagnosis.map {
                    .object([
                        "subject": .string(phraser.phrase($0.fact)), "verdict": .string($0.verdict.name),
                        "stated": .bool($0.isStated), "contested": .bool($0.isContested),
                        "rules": .strings($0.reasons.map { rules[$0.rule].name }),
                        "bearing": .integer($0.bearing),
                    ])
                }),
            "questions": .array(
                briefing.openQuestions.map {
                    .object([
                        "reading": .string(phraser.phrase($0.place)),
                        "question": .string(phraser.question($0.place)), "method": .text($0.method),
                        "packages": .strings($0.packages.map { rules[$0].name }),
                    ])
                }),
            "precedents": .array(briefing.precedents.map { SimilarJSON(rules: rules).json($0) }),
            "disputes": .array(
                answer.disputes.map { touched in
                    .object([
                        "dispute": .string(rules[touched.dispute].name),
                        "sidesReliedOn": .strings(
                            touched.sides.map { rules[touched.dispute].sides[$0].summary }),
                    ])
                }),
            "notes": .array(pages.notes.json),
        ])
    }

    private var rules: RuleBase { briefing.answer.rules }

    private func json(_ entry: ProgrammeEntry, phase: Int) -> JSON {
        .object([
            "number": .integer(entry.number), "phase": .integer(phase),
            "package": .string(rules[entry.package].name), "title": .string(phraser.title(of: entry.package)),
            "standing": .string(entry.standing.prose.text),
            "inFull": .bool(briefing.leading.contains(entry.package)),
            "after": .strings(entry.after.map { rules[$0.package].name }),
        ])
    }

    private func json(_ weighed: Briefing.WeighedReading, _ pages: BriefPages) -> JSON {
        let type = pages.type(of: weighed.place)
        return .object([
            "reading": .string(phraser.phrase(weighed.place)),
            "possible": .string(rules.phrase(weighed.reading.possible, type)),
            "presumed": .string(rules.phrase(weighed.reading.presumed, type)),
            "basis": .string(weighed.reading.basis.word), "note": .text(weighed.reading.note),
            "citations": ClaimJSON(rules: rules).json(weighed.reading.citations),
            "packages": .strings(weighed.packages.map { rules[$0].name }),
        ])
    }
}

extension NoteBook {
    var json: [JSON] {
        numbered.map { number, citation, claims in
            .object([
                "number": .integer(number), "source": .string(rules[citation.source].name),
                "location": .string(citation.location), "claims": .strings(claims.map { rules[$0].name }),
            ])
        }
    }
}
