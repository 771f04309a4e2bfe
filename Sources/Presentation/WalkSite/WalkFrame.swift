/// What a page that plays a walk is made of, before its script fills it: labels, fields and buttons, each
/// place hidden until it is its turn.
struct WalkFrame {
    /// The way to the case on paper, for a browser without scripts.
    let worksheet: String
    /// Where to go when the walk is over.
    let onward: [Markup]

    var markup: [Markup] {
        [
            .element(
                "noscript", [:],
                [
                    .element(
                        "p", ["class": "doubtful"],
                        [
                            .text("A script beside this page plays the walk, and this browser runs none. "),
                            .element("a", ["href": worksheet], [.text("The case on paper")]),
                        ])
                ]), .line,
            .element(
                "div", ["id": "walk", "hidden": ""],
                [.line, bar, .line, stage, .line, reveal, .line, whole, .line, status, .line]), .line,
        ]
    }

    /// Said to those who listen; what is seen says it as well.
    private var status: Markup { .element("p", ["id": "status", "class": "unseen", "role": "status"]) }

    private var bar: Markup {
        .element(
            "div", ["class": "bar"],
            [
                .line, .element("nav", ["id": "stages", "aria-label": "Stages so far"]), .line,
                .element(
                    "label", ["class": "check"],
                    [.void("input", ["id": "class", "type": "checkbox"]), .text(" In class: answers wait")]),
                .line,
            ])
    }

    // MARK: A stage

    private var stage: Markup {
        .element(
            "div", ["id": "stage", "class": "columns"],
            [
                .line,
                .element(
                    "section", ["aria-labelledby": "case-title stage-title", "class": "told"],
                    [
                        .line, .element("p", ["id": "case-title", "dir": "auto", "hidden": ""]), .line,
                        .element(
                            "p", ["id": "case-setting", "class": "aside", "dir": "auto", "hidden": ""]),
                        .line,
                        .element("h2", ["id": "stage-title", "tabindex": "-1", "dir": "auto"]), .line,
                        .element("p", ["id": "stage-time", "class": "aside"]), .line,
                        .element(
                            "div", ["id": "question-part"],
                            [
                                .line, .element("h3", [:], [.text("The question")]), .line,
                                .element("div", ["id": "question"]), .line,
                            ]), .line,
                        part("notes", "From the trainer"), .line,
                        .element(
                            "p", ["class": "to-answer"],
                            [.element("a", ["href": "#answer"], [.text("To your answer")])]), .line,
                        .element("h2", ["id": "known-title"], [.text("What is known")]), .line,
                        .element("div", ["id": "known"]), .line,
                        .element(
                            "details", ["id": "whole-part"],
                            [
                                .element("summary", [:], [.text("All that is known by now")]),
                                .element("div", ["id": "whole-told"]),
                            ]), .line,
                    ]), .line,
                .element(
                    "section", ["id": "answer", "tabindex": "-1", "aria-labelledby": "answer-title"],
                    [
                        .line, .element("h2", ["id": "answer-title"], [.text("Your answer")]), .line, seek,
                        part("said", "What you have said"), buttons, .line,
                        .element(
                            "div",
                            [
                                "id": "reply", "tabindex": "-1", "role": "group",
                                "aria-label": "The answer to what you asked",
                            ]), .line,
                        part("asked", "Facts asked for"), part("hints", "Hints so far"),
                    ]), .line,
            ])
    }

    /// A heading over what the script puts there.
    private func part(_ id: StaticString, _ title: String) -> Markup {
        .element(
            "div", ["id": "\(id)-part"],
            [
                .line, .element("h3", [:], [.text(title)]), .line, .element("div", ["id": "\(id)"]), .line,
            ])
    }

    private var seek: Markup {
        .element(
            "div", ["class": "seek"],
            [
                .line,
                .element(
                    "fieldset", [:],
                    [
                        .line, .element("legend", [:], [.text("Choose from")]), .line,
                        choice("fact", "Facts to ask for", isChosen: true), .line,
                        choice("diagnosis", "Diagnoses"),
                        .line, choice("package", "Packages"), .line,
                    ]), .line,
                .element("label", ["for": "seek"], [.text("A word to look for")]), .line,
                .void(
                    "input", ["id": "seek", "type": "search", "autocomplete": "off", "spellcheck": "false"]),
                .line,
                .element("p", ["id": "found-count", "class": "faint", "role": "status"]), .line,
                .element("ul", ["id": "choices", "class": "choices"]), .line,
            ])
    }

    private func choice(_ value: String, _ label: String, isChosen: Bool = false) -> Markup {
        let input: Markup =
            isChosen
            ? .void("input", ["type": "radio", "name": "kind", "value": value, "checked": ""])
            : .void("input", ["type": "radio", "name": "kind", "value": value])
        return .element("label", ["class": "check"], [input, .text(" " + label)])
    }

    private var buttons: Markup {
        .element(
            "div", ["class": "buttons"],
            [
                .line, button("check", "How does it stand?"), .line, button("hint", "A hint"), .line,
                button("back", "Take back the last"), .line,
                button("reveal-button", "Show the rules’ answer"),
                .line,
            ])
    }

    private func button(_ id: StaticString, _ label: String) -> Markup {
        .element("button", ["id": "\(id)", "type": "button"], [.text(label)])
    }

    // MARK: After it

    private var reveal: Markup {
        .element(
            "div", ["id": "reveal", "hidden": ""],
            [
                .line,
                .element(
                    "section", ["id": "advice-part", "aria-labelledby": "advice-title"],
                    [
                        .line,
                        .element(
                            "h2", ["id": "advice-title", "tabindex": "-1"],
                            [.text("What the rules advise, and you")]), .line,
                        .element("div", ["id": "advice"]), .line,
                        button("history-button", "Show what was done"), .line,
                    ]), .line,
                .element(
                    "section", ["id": "history", "tabindex": "-1", "aria-label": "What was done"]), .line,
                button("next", "Go on"), .line,
            ])
    }

    private var whole: Markup {
        .element(
            "div", ["id": "whole", "hidden": ""],
            [
                .line,
                .element("h2", ["id": "whole-title", "tabindex": "-1"], [.text("The walk as a whole")]),
                .line,
                .element("div", ["id": "summary"]), .line,
                .element(
                    "div", ["class": "buttons"],
                    [
                        .line, button("save", "Save the walk as a file"), .line,
                        button("again", "Begin it anew"), .line,
                        button("belief", "For the trainer: a belief behind the answers?"), .line,
                    ]), .line,
                .element("div", ["id": "beliefs", "tabindex": "-1"]), .line,
            ] + onward)
    }
}
