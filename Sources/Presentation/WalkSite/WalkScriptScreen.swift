/// The parts of the walk's script that put something on the screen.
enum WalkScriptParts {
    /// Marks and hints as lines, made up like every list of the site.
    static let items: StaticString = #"""
        // A line with a sign before it and what belongs under it.
        function item(sign, text, aside, below) {
          const made = element("li", { class: sign ? "marked" : null, dir: "auto" });
          if (sign) made.append(element("span", { class: "mark" }, sign), " ");
          made.append(html("span", text));
          if (aside) made.append(" ", html("span", aside, { class: "aside" }));
          for (const part of below) if (part) {
            if (typeof part === "string") made.append(html("div", part)); else made.append(part);
          }
          return made;
        }
        const list = items => element("ul", {}, ...items);
        const paragraph = (label, parts) => html("p", label + parts.join("; "), { dir: "auto" });
        const texts = grounds => grounds.map(one => fragment(one.text));

        function packageItem(mark, stage, isNumbered) {
          const row = stage.packages[mark.place];
          if (!mark.entry) {
            const remark = fragment(row[2]) + (mark.isDropped ? site.words.takenBack : "");
            return item(row[1], escaped(site.packages[mark.place].title), remark, [fragment(row[3])]);
          }
          const word = mark.kind === "afterHints" ? site.words.afterHints[mark.help - 1] : site.words[mark.kind];
          const below = [isNumbered ? fragment(mark.entry.terms) : "", fragment(row[3])];
          if (mark.seen.length) below.push(paragraph(site.words.seen, texts(mark.seen)));
          if (mark.unseen.length) below.push(paragraph(
            mark.kind === "missed" ? site.words.restsOn : site.words.unseen, texts(mark.unseen)));
          return item(word[0], isNumbered ? fragment(mark.entry.text) : escaped(site.packages[mark.place].title),
            word[1], below);
        }

        function diagnosisItem(mark, stage) {
          const row = stage.diagnoses[mark.place];
          return mark.kind === "missed"
            ? item("○", fragment(row.title), fragment(row.missed), [fragment(row.below)])
            : item(row.sign, fragment(row.title), fragment(row.remark), [fragment(row.below)]);
        }

        function escaped(text) {
          const made = element("span", {}, text);
          return made.innerHTML;
        }

        function hintItem(hint) {
          const words = site.words.hints, below = [];
          let text = fragment(hint.entry.because);
          if (hint.level === 1) {
            text = escaped(words[0]);
            const looks = [...new Set(hint.open.map(one => fragment(one.look)))];
            below.push(list(looks.map(one => html("li", one, { dir: "auto" }))));
          } else if (hint.level === 2) {
            text = escaped(words[1]);
            below.push(list(hint.open.map(one => item(one.sign, fragment(one.text), "", []))));
          } else if (hint.level === 4) {
            text = escaped(words[2]) + "<strong>" + escaped(site.packages[hint.entry.package].title) + "</strong>";
          }
          below.push(fragment(hint.entry.cite));
          return item("→", text, escaped("hint " + hint.level + " of 4"), below);
        }

        function factItem(topic, stage) {
          const told = stage.facts[topic];
          return html("li", site.topics[topic].asked + (told === undefined ? site.words.untold : fragment(told)),
            { dir: "auto" });
        }

        """#

    /// A stage, its reveal, and the way between them.
    static let screen: StaticString = #"""
        let here = 0;
        let isWhole = false;
        // In class: the advice has been shown, and what was done has not.
        let historyWaits = false;
        const inClass = () => byId("class").checked;
        const isOver = () => stages.every((stage, place) => learnerAt(place).revealed);
        const firstOpen = () => stages.findIndex((stage, place) => !learnerAt(place).revealed);

        function enter(place, takesFocus = true) {
          isWhole = place < 0;
          here = isWhole ? stages.length - 1 : place;
          historyWaits = false;
          byId("reply").replaceChildren();
          if (!isWhole) {
            const stage = stages[here];
            byId("seek").value = "";
            document.querySelector("input[name=kind]").checked = true;
            byId("stage-title").textContent = "Stage " + stage.number + (stage.title ? ": " + stage.title : "");
            byId("stage-time").textContent = stage.time;
            byId("case-title").hidden = data.lesson === null;
            byId("case-title").innerHTML = fragment(stage.heading);
            byId("case-setting").hidden = stage.setting === null;
            byId("case-setting").innerHTML = fragment(stage.setting);
            byId("notes-part").hidden = stage.notes === null;
            byId("notes").innerHTML = fragment(stage.notes);
            byId("known-title").textContent = stage.isWhole ? "What is known" : "What is new, or known now";
            byId("known").innerHTML = fragment(stage.known);
            byId("whole-part").hidden = stage.whole === null;
            byId("whole-part").open = false;
            byId("whole-told").innerHTML = fragment(stage.whole);
            byId("question-part").hidden = stage.question === null;
            byId("question").innerHTML = fragment(stage.question);
            offerAll(stage);
          }
          refresh();
          if (takesFocus) focusOn(isWhole ? "whole-title" : "stage-title");
        }

        function focusOn(id) {
          byId(id).focus({ preventScroll: true });
          // What stands over a heading belongs to it.
          (byId(id).closest("section") || byId(id)).scrollIntoView({ block: "start" });
        }

        function refresh() {
          const learner = learnerAt(here), stage = stages[here];
          byId("stage").hidden = isWhole;
          byId("whole").hidden = !isWhole;
          byId("answer").hidden = learner.revealed;
          byId("reveal").hidden = isWhole || !learner.revealed;
          byId("check").hidden = inClass();
          byId("back").disabled = lines.length === 0;
          document.body.classList.toggle("in-class", inClass());
          showSaid(learner, stage);
          showStages();
          // What is not shown yet is not on the page either.
          for (const id of ["advice", "history", "summary", "beliefs"]) byId(id).replaceChildren();
          if (isWhole) showWhole();
          else if (learner.revealed) showReveal(learner, stage);
          else press(learner, stage);
        }

        function showSaid(learner, stage) {
          const line = (label, parts) => parts.length
            ? [html("li", escaped(label + ": " + parts.join("; ")), { dir: "auto" })] : [];
          const said = [
            ...line("holds", learner.diagnosed.map(one => stage.diagnoses[one].name)),
            ...line("matters", learner.topics.map(one => site.topics[one].name)),
            ...line("proposed", learner.proposed.map(one => site.packages[one].title))];
          byId("said").replaceChildren(said.length ? list(said) : element("p", { class: "faint" }, "Nothing yet."));
          byId("asked-part").hidden = learner.asked.length === 0;
          byId("asked").replaceChildren(list(learner.asked.map(one => factItem(one, stage)).reverse()));
          byId("hints-part").hidden = learner.hints.length === 0;
          byId("hints").replaceChildren(list(learner.hints.map(hintItem).reverse()));
        }

        // Only stages that were reached are named.
        function showStages() {
          const open = firstOpen();
          const last = open < 0 ? stages.length - 1 : open;
          const buttons = [];
          const label = stage => data.lesson === null ? "Stage " + stage.number : stage.case + " " + stage.number;
          for (let place = 0; place <= last; place += 1) buttons.push(stageButton(label(stages[place]), place));
          if (open < 0) buttons.push(stageButton("The walk as a whole", -1));
          byId("stages").replaceChildren(...buttons);
        }

        function stageButton(label, place) {
          const isHere = place < 0 ? isWhole : !isWhole && place === here;
          const made = element("button", { type: "button", "aria-current": isHere ? "step" : null }, label);
          made.addEventListener("click", () => enter(place));
          return made;
        }

        function tell(line, status) {
          if (learnerAt(here).revealed) return;
          add(here, line);
          refresh();
          say(status);
          if (line.startsWith("fact ")) {
            const topic = topicPlaces.get(line.slice(5));
            reply([list([factItem(topic, stages[here])])], true);
          }
        }

        // The newest answer, seen and heard.
        function reply(parts, isHeard) {
          byId("reply").replaceChildren(...parts);
          if (isHeard) say(byId("reply").innerText);
          byId("reply").scrollIntoView({ block: "nearest" });
        }

        function check() {
          if (inClass()) return;
          add(here, "check");
          refresh();
          const learner = learnerAt(here), stage = stages[here], marks = packageMarks(learner, here);
          const shown = marks.advised.filter(mark => mark.kind !== "missed").concat(marks.others)
            .map(mark => packageItem(mark, stage, false))
            .concat(diagnosisMarks(learner, here).filter(mark => mark.kind !== "missed")
              .map(mark => diagnosisItem(mark, stage)));
          const missing = marks.advised.filter(mark => mark.kind === "missed").length;
          const parts = learner.proposed.length + learner.dropped.length ? []
            : [element("p", {}, "No package is proposed yet.")];
          if (shown.length) parts.push(list(shown));
          parts.push(element("p", { class: "missing" }, missing === 0 ? "Nothing of the rules’ programme is missing."
            : "Of the rules’ programme " + counted(missing, "package is", "packages are") + " missing."));
          reply(parts, true);
        }

        function hint() {
          const next = nextHint(learnerAt(here), here);
          if (!next) { reply([element("p", {}, "There is nothing left to hint at.")], true); return; }
          add(here, "hint");
          refresh();
          reply([list([hintItem(next)])], true);
        }

        function back() {
          const last = lines.pop();
          if (!last) return;
          keep();
          const place = stages.findIndex(stage => stage.place === last[0]);
          if (place !== here || isWhole || last[1] === "reveal") enter(place);
          else { refresh(); byId("reply").replaceChildren(); }
          say("taken back: " + last[1]);
        }

        function reveal() {
          add(here, "reveal");
          historyWaits = inClass();
          refresh();
          focusOn("advice-title");
        }

        function showReveal(learner, stage) {
          const marks = packageMarks(learner, here), diagnoses = diagnosisMarks(learner, here);
          const advice = byId("advice");
          if (!marks.advised.length) advice.append(element("p", {}, "On what is known the rules advise nothing."));
          advice.append(list(marks.advised.map(mark => packageItem(mark, stage, true))));
          if (marks.others.length) advice.append(
            element("h2", {}, "You proposed, and the rules do not advise"),
            list(marks.others.map(mark => packageItem(mark, stage, false))));
          if (diagnoses.length) advice.append(
            element("h2", {}, "The diagnosis"), list(diagnoses.map(mark => diagnosisItem(mark, stage))));
          byId("history-button").hidden = !historyWaits;
          byId("history").hidden = historyWaits;
          byId("next").hidden = historyWaits;
          if (!historyWaits) byId("history").innerHTML = fragment(stage.history);
        }

        function showHistory() {
          historyWaits = false;
          refresh();
          focusOn("history");
        }

        // On to the first stage that is open, or to the end.
        const goOn = () => enter(firstOpen());

        """#
}
