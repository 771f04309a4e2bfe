/// The parts of the walk's script for the end of a walk, and what ties buttons to what they do.
extension WalkScriptParts {
    static let summary: StaticString = #"""
        function tally() {
          const sum = { advised: 0, found: 0, byLuck: 0, afterHints: 0, missed: 0, wrong: 0, unsettled: 0,
            diagnoses: { right: 0, wrong: 0, unsettled: 0, missed: 0 }, seen: [], unseen: [], criteria: new Map(),
            claims: new Set() };
          const note = (grounds, list) => {
            for (const one of grounds) if (one.about >= 0 && !list.includes(one.about)) list.push(one.about);
          };
          stages.forEach((stage, place) => {
            const learner = learnerAt(place), marks = packageMarks(learner, place);
            for (const mark of marks.advised.concat(marks.others)) {
              sum[mark.kind] += 1;
              if (mark.entry) {
                sum.advised += 1;
                for (const one of site.packages[mark.place].criteria) {
                  if (!sum.criteria.has(one)) sum.criteria.set(one, { found: 0, missed: 0 });
                  sum.criteria.get(one)[mark.kind === "missed" ? "missed" : "found"] += 1;
                }
                note(mark.seen, sum.seen);
                note(mark.unseen, sum.unseen);
              }
              if (mark.kind !== "found") stage.packages[mark.place][4].forEach(one => sum.claims.add(one));
            }
            for (const mark of diagnosisMarks(learner, place)) {
              sum.diagnoses[mark.kind] += 1;
              if (mark.kind !== "right") stage.diagnoses[mark.place].read.forEach(one => sum.claims.add(one));
            }
          });
          // What was seen once and missed once is still to be learnt.
          sum.seen = sum.seen.filter(one => !sum.unseen.includes(one));
          return sum;
        }

        function showWhole() {
          const sum = tally(), made = byId("summary");
          const some = pairs => pairs.filter(([, count]) => count > 0);
          const detail = some([["by luck", sum.byLuck], ["after hints", sum.afterHints]])
            .map(([word, count]) => count + " " + word);
          const found = sum.found + sum.byLuck + sum.afterHints;
          made.append(element("p", {}, counted(stages.length, "stage") + ". Of " + counted(sum.advised, "package")
            + " that the rules advise you proposed " + found + (detail.length ? " (" + listed(detail) + ")" : "") + "."));
          const besides = some([["that the rules do not advise", sum.wrong],
            ["not settled on what is known", sum.unsettled]]).map(([word, count]) => count + " " + word);
          if (besides.length) made.append(element("p", {}, "Besides you proposed " + listed(besides) + "."));
          const diagnoses = some([["right", sum.diagnoses.right], ["wrong", sum.diagnoses.wrong],
            ["not known", sum.diagnoses.unsettled], ["missed", sum.diagnoses.missed]])
            .map(([word, count]) => count + " " + word);
          if (diagnoses.length) made.append(element("p", {}, "Diagnoses: " + listed(diagnoses) + "."));
          for (const text of data.teaches) made.append(html("p", "<span class=\"faint\">What the "
            + (data.lesson === null ? "case" : "lesson") + " teaches: </span>" + fragment(text), { dir: "auto" }));
          showSubjects(sum, made);
          showCriteria(sum, made);
          if (sum.claims.size) made.append(element("h2", {}, "To read"), list([...sum.claims].sort((a, b) => a - b)
            .map(one => item("", site.claims[one][0], site.claims[one][1], []))));
        }

        function showSubjects(sum, made) {
          const sections = [...site.sections.keys(), -1];
          const subjects = sections.map(section => ({ section,
            seen: sum.seen.filter(one => site.topics[one].section === section),
            missed: sum.unseen.filter(one => site.topics[one].section === section) }))
            .filter(one => one.seen.length + one.missed.length > 0)
            .sort((one, other) => (one.section < 0) - (other.section < 0) || other.missed.length - one.missed.length);
          if (!subjects.length) return;
          const names = (label, topics) => topics.length ? html("p", label + topics
            .map(one => "<code>" + escaped(site.topics[one].shown) + "</code>").join(", "), { dir: "auto" }) : null;
          made.append(element("h2", {}, "By subject"),
            element("p", { class: "faint" }, "What the rules’ advice rested on, and how much of it you named."),
            list(subjects.map(one => item(one.missed.length ? "○" : "✓",
              one.section < 0 ? "Besides" : site.sections[one.section],
              one.seen.length + " of " + (one.seen.length + one.missed.length),
              [names("<span class=\"faint\">seen: </span>", one.seen),
                names("<span class=\"doubtful\">missed: </span>", one.missed)]))));
        }

        function showCriteria(sum, made) {
          const met = [...sum.criteria.keys()].sort((one, other) => one - other);
          if (!met.length) return;
          made.append(element("h2", {}, "By what makes a package good"),
            element("p", { class: "faint" }, "Packages that the rules advise, and how many of them you proposed."),
            list(met.map(one => {
              const count = sum.criteria.get(one);
              return item(count.missed ? "○" : "✓", site.criteria[one].title,
                count.found + " of " + (count.found + count.missed), [site.criteria[one].claims]);
            })));
        }

        """#

    /// Which wrong belief explains the answers best, over all cases kept in this browser.
    static let beliefs: StaticString = #"""
        // What was proposed at each stage with anything said at it: right or wrong, and what the data say of it.
        // A case walked in a lesson counts beside the same case walked for itself.
        function evidence() {
          const found = [], walks = walksKept();
          for (const [name, told] of Object.entries(site.beliefs.stages)) {
            for (const [stageName, stage] of Object.entries(told)) {
              for (const { all, placeOf } of walks) {
                const said = all.filter(pair => pair[0] === placeOf(name, stageName)).map(pair => pair[1]);
                if (said.length) found.push({ stage, proposed: everProposed(said) });
              }
            }
          }
          return found;
        }

        // All walks that this browser keeps, each with how it writes down where something is said.
        function walksKept() {
          const all = key => key === data.key ? lines : kept(key);
          const ofCases = Object.keys(site.beliefs.stages)
            .map(key => ({ all: all(key), placeOf: (name, stage) => name === key ? stage : null }));
          const ofLessons = site.lessons
            .map(key => ({ all: all(key), placeOf: (name, stage) => name + " " + stage }));
          return ofCases.concat(ofLessons).filter(walk => walk.all.length > 0);
        }

        // A product of many weights would leave the range of numbers: powers of 2 to the 64th are kept apart.
        function weigh(match, weight) {
          match.ratio *= weight;
          while (match.ratio >= 2 ** 64) { match.ratio /= 2 ** 64; match.steps += 1; }
          while (match.ratio < 1) { match.ratio *= 2 ** 64; match.steps -= 1; }
        }
        const likelier = (one, other) => one.steps - other.steps || one.ratio - other.ratio;

        // Like a learner's proposals and those taken back too late, without the stage's own data.
        function everProposed(said) {
          const proposed = new Set(), told = new Set(), dropped = new Set();
          for (const line of said) {
            const word = line.split(" ", 1)[0], one = packagePlaces.get(line.slice(word.length + 1));
            if (word === "reveal") break;
            if (word === "check") proposed.forEach(place => told.add(place));
            else if (one === undefined) continue;
            else if (word === "propose") { proposed.add(one); dropped.delete(one); }
            else if (word === "drop" && proposed.delete(one) && told.has(one)) dropped.add(one);
          }
          return new Set([...proposed, ...dropped]);
        }

        function bestBelief() {
          const weights = site.beliefs, matches = new Map();
          for (const { stage, proposed } of evidence()) for (const belief of stage.beliefs) {
            if (!matches.has(belief.belief)) matches.set(belief.belief,
              { belief: belief.belief, shows: 0, acted: 0, explained: [], ratio: 1, steps: 0 });
            const match = matches.get(belief.belief);
            if (belief.proposes.length) {
              match.shows += 1;
              const hits = belief.proposes.filter(one => proposed.has(one) && !stage.advised.includes(one));
              if (!hits.length) weigh(match, weights.passedBy);
              else {
                match.acted += 1;
                for (const one of hits) {
                  if (!match.explained.includes(one)) match.explained.push(one);
                  weigh(match, belief.hit);
                }
              }
            }
            if (belief.rejects.length) {
              weigh(match, belief.rejects.some(one => proposed.has(one)) ? weights.takenIn : weights.leftOut);
            }
          }
          const least = { ratio: weights.leastRatio, steps: 0 };
          const named = [...matches.values()].filter(one => one.acted >= weights.leastActed
            && likelier(one, least) >= 0);
          return named.sort((one, other) => likelier(other, one) || one.belief - other.belief)[0];
        }

        function showBelief() {
          const match = bestBelief(), made = byId("beliefs");
          made.replaceChildren();
          if (!match) made.append(element("p", {}, "No wrong belief that the rules know of explains these answers."));
          else {
            const belief = site.beliefs.misconceptions[match.belief];
            const acted = "Of " + counted(match.shows, "stage") + " at which who believes this would propose what the "
              + "rules do not advise, you did so at " + match.acted + ": ";
            made.append(element("h2", {}, "What may stand behind your answers"),
              list([item("?", belief.title, belief.name, [belief.because, html("p", "<span class=\"faint\">"
                + escaped(acted) + "</span>" + match.explained.map(one => escaped(site.packages[one].title)).join("; "),
                { dir: "auto" })])]), html("div", belief.claims));
            const walks = walksKept();
            const isWalked = name => walks.some(({ all, placeOf }) => all.some(([place]) =>
              Object.keys(site.beliefs.stages[name] || {}).some(stage => place === placeOf(name, stage))));
            const next = belief.unsettledBy.find(one => !isWalked(one.name)) || belief.unsettledBy[0];
            if (next) made.append(element("p", { dir: "auto" }, "A case that would unsettle it: ",
              next.page ? element("a", { href: next.page }, next.title) : next.title));
          }
          byId("beliefs").focus();
        }

        // The session as the program reads it.
        function save() {
          const parts = ["walk 1"];
          // A case that a lesson comes back to stands in one piece.
          for (const name of new Set(stages.map(stage => stage.case))) {
            const said = stages.filter(stage => stage.case === name && lines.some(([place]) => place === stage.place));
            if (said.length) parts.push("case " + name + (data.lesson === null ? "" : " in " + data.lesson));
            for (const stage of said) parts.push("stage " + stage.name,
              ...lines.filter(([place]) => place === stage.place).map(([, line]) => line));
          }
          const file = URL.createObjectURL(new Blob([parts.join("\n") + "\n"], { type: "text/plain" }));
          const link = element("a", { href: file, download: (data.lesson ?? data.case) + ".walk" });
          link.click();
          setTimeout(() => URL.revokeObjectURL(file), 10000);
        }

        // What was said is forgotten only when it is said twice.
        function again() {
          const button = byId("again");
          if (!button.dataset.asked) {
            button.dataset.asked = "yes";
            button.textContent = "Yes, forget what was said, and begin anew";
            return;
          }
          delete button.dataset.asked;
          button.textContent = "Begin it anew";
          lines = [];
          keep();
          enter(0);
        }

        function wire() {
          const does = { check, hint, back, "reveal-button": reveal, "history-button": showHistory, next: goOn,
            save, again, belief: showBelief };
          for (const [id, action] of Object.entries(does)) byId(id).addEventListener("click", action);
          byId("seek").addEventListener("input", seek);
          document.querySelectorAll("input[name=kind]").forEach(one => one.addEventListener("change", seek));
          byId("class").checked = stored("distretto-walk-pace") === "class";
          byId("class").addEventListener("change", () => {
            store("distretto-walk-pace", inClass() ? "class" : null);
            byId("reply").replaceChildren();
            refresh();
          });
        }

        """#
}
