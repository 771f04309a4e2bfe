import Advice
import RuleModel

/// A similar case in words.
struct SimilarWords {
    let similar: SimilarCase
    let phraser: Phraser

    init(_ similar: SimilarCase, phraser: Phraser) {
        self.similar = similar
        self.phraser = phraser
    }

    /// The case's title, and of several stages the one that is most alike.
    var title: Prose {
        let cluster = similar.cluster
        return .told(cluster.title.isEmpty ? cluster.name : cluster.title)
            + (stage.isEmpty ? "" : .faint(" · \(stage)"))
    }

    private var stage: String {
        guard similar.cluster.stages.indices.contains(similar.stage) else { return "" }
        let stage = similar.cluster.stages[similar.stage]
        let name = similar.cluster.stages.count > 1 ? (stage.title.isEmpty ? stage.name : stage.title) : ""
        let time =
            stage.from.map { "from \(DatePhrases.period($0))" }
            ?? stage.to.map { "to \(DatePhrases.period($0))" } ?? ""
        return [name, time].filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension Phraser {
    /// What was done, by whom, and which package it amounts to.
    func phrase(_ deed: Stage.Deed) -> Prose {
        let sentence = deed.text.capitalizedFirst
        guard deed.by != nil || deed.package != nil else { return .told(sentence.asSentence) }
        var text = Prose.told(sentence.last == "." ? String(sentence.dropLast()) : sentence)
        if let by = deed.by {
            let actor = rules.actors.first { $0.name == by }?.title ?? ""
            text += ", by " + .told(actor.isEmpty ? by.asWords : actor)
        }
        if let package = deed.package { text += .faint(" (“\(title(of: package))”)") }
        return text + "."
    }
}
