import Inference
import Notation
import RuleModel

// Files that were read once and found sound need not be looked through again while no byte has changed.

extension CheckedRules {
    /// Rules and cases to work out an answer from.
    ///
    /// What is known of the very same files is made use of: tests and other cases are then read only
    /// when something asks for them. Nothing else differs from reading all of it.
    ///
    /// - Parameters:
    ///   - name: The case asked about; `nil` where it stands in no file of the language.
    ///   - store: Where earlier runs left what they found out; `nil` to read all of it.
    public static func read(
        _ sources: SourceSet, about name: String?, _ store: AttestationStore?
    ) -> CheckedRules {
        for subject in store == nil ? [] : sources.subjects {
            guard let store, let (told, trees) = store.attestation(for: subject) else { continue }
            if let checked = CheckedRules(sources, told, trees, of: subject, about: name, store) {
                return checked
            }
        }
        return CheckedRules(sources)
    }

    /// Leaves word for the next run that nothing is wrong, if nothing is.
    ///
    /// It takes all of it to know, and the digest. Where that is known already, the networks that were made
    /// are kept as well.
    public func attest(in store: AttestationStore?) {
        guard let store else { return }
        if isAttested { return keepNetworks(in: store) }
        guard isSoundButForTests,
            !findings.contains(where: { $0.severity == .error && !$0.isAboutUse })
        else { return }
        let own = Set(cases.filter { sources.named.contains($0.origin.file) }.map(\.name))
        // A claim may be drawn from a case that only this person has.
        let isApart = rules.claims.allSatisfy { own.isDisjoint(with: $0.fromCases) }
        let subject = isApart ? sources.subjects[0] : sources.texts
        let names = Set(subject.map(\.name))
        let read = files.filter { names.contains($0.tree.fileName) }
        let trees = KeptTrees.numbers(of: read)
        store.keep(
            Attestation(
                digest: digest, read, treeCounts: trees.map(\.count),
                cases.filter { names.contains($0.origin.file) }),
            for: subject, trees: trees)
        keepNetworks(in: store)
    }

    /// Keeps the networks made for an answer.
    private func keepNetworks(in store: AttestationStore) {
        guard let networks = NetworkStore(store, of: digest) else { return }
        for (name, network) in compiled.networks { networks.keep(network, named: name) }
    }

    /// What is left to be read; `nil` where all of it is.
    private init?(
        _ sources: SourceSet, _ attestation: Attestation, _ trees: KeptTrees, of subject: [SourceText],
        about name: String?, _ store: AttestationStore
    ) {
        var wanted = zip(subject, attestation.kinds).filter { $1 == .rules }.map(\.0)
        if let name, !SourceFinder.isPath(name) {
            guard let place = attestation.files[name] else { return nil }
            wanted.append(subject[place])
        }
        let own = sources.texts.filter { sources.named.contains($0.name) }
        let names = Set((wanted + own).map(\.name))
        let places = Dictionary(zip(subject.map(\.name), subject.indices)) { first, _ in first }
        let texts = sources.texts.filter { names.contains($0.name) }
        // One after the other, since the other core is busy: what was typed is looked at there.
        let files = texts.compactMap { text in
            guard let place = places[text.name] else { return parse(fileName: text.name, source: text.bytes) }
            return trees.file(text, at: place)
        }
        // What is damaged is replaced.
        guard files.count == texts.count else { return nil }
        let others = attestation.files.filter { !names.contains(subject[$0.value].name) }.keys.sorted()
        let networks = NetworkStore(store, of: attestation.digest)
        var compiled: CompiledRules?
        let begun = BegunRuleBase(
            files + [CheckedRules.standIns(for: others)], isKnownSound: true, sharing: AllCores()
        ) { rules in
            let ready = CompiledRules(rules) { networks?.network(named: $0) }
            // Another core takes the conditions apart, for proofs, while this one goes on to the verdicts.
            Deferred { ready.numberConditions() }.begin()
            compiled = ready
        }
        let atHand = begun.cases.filter { names.contains($0.origin.file) }
        for file in files where own.contains(where: { $0.name == file.tree.fileName }) {
            // What is attested must hold whatever is said here: nothing but cases, and none of them twice.
            guard Attestation.FileKind(file) == .cases, !file.isOfUnknownVersion,
                !file.findings.contains(where: { $0.severity == .error }),
                !begun.hasErrors(in: file.tree.fileName)
            else { return nil }
        }
        self.init(
            sources, begun, casesAtHand: atHand, Deferred { CheckedRules(sources).whole.value },
            Deferred { attestation.digest }, isSoundButForTests: true, isAttested: true,
            compiled: compiled)
    }

    /// Cases that claims speak of, without what they tell.
    private static func standIns(for names: [String]) -> ParsedFile {
        parse(fileName: "", source: Array(names.map { "case \($0) \"\" {}\n" }.joined().utf8))
    }
}

extension SourceSet {
    /// Texts that something may be known of: first without a person's own cases, which change often.
    fileprivate var subjects: [[SourceText]] {
        let apart = texts.filter { !($0.isCase && named.contains($0.name)) }
        return apart.count == texts.count ? [texts] : [apart, texts]
    }
}

extension [SourceText] {
    var parsed: [ParsedFile] { concurrentMap { parse(fileName: $0.name, source: $0.bytes) } }
}
