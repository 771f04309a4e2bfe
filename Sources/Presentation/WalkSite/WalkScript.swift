/// The script that plays a walk: it keeps what is said, looks up what the rules say to it, and shows that.
///
/// It works nothing out that the rules would have to: marks, hints and reasons stand in the page's data.
enum WalkScript {
    static let path = "walk.js"

    static var text: String {
        "\"use strict\";\n(() => {\n\(page)\(journal)\(marks)\(items)\(choices)\(screen)\(summary)\(beliefs)\(start)})();\n"
    }

    /// The page's data, and small helpers.
    private static let page: StaticString = #"""
        const data = JSON.parse(document.getElementById("walk-data").textContent);
        const site = window.distrettoWalk;
        const stages = data.stages;
        const byId = id => document.getElementById(id);

        // Every fragment was written by the program, with all text in it escaped.
        const fragment = place => place === null || place === undefined ? "" : data.fragments[place];

        function element(name, attributes = {}, ...inside) {
          const made = document.createElement(name);
          for (const [key, value] of Object.entries(attributes)) {
            if (value === true) made.setAttribute(key, "");
            else if (value !== false && value !== null) made.setAttribute(key, value);
          }
          made.append(...inside);
          return made;
        }

        function html(name, source, attributes = {}) {
          const made = element(name, attributes);
          made.innerHTML = source;
          return made;
        }

        const counted = (count, noun, plural) => count === 1 ? "1 " + noun : count + " " + (plural || noun + "s");
        const listed = parts => parts.length < 2 ? parts.join("")
          : parts.slice(0, -1).join(", ") + " and " + parts[parts.length - 1];
        const say = text => { byId("status").textContent = text; };

        """#

    /// What was said, line by line as a session's file has it, in this browser alone.
    private static let journal: StaticString = #"""
        const keyOf = name => "distretto-walk:" + name;

        // A browser may keep nothing for pages that are files; the walk goes on without.
        function stored(key) {
          try { return window.localStorage.getItem(key); } catch { return null; }
        }
        function store(key, text) {
          try {
            if (text === null) window.localStorage.removeItem(key);
            else window.localStorage.setItem(key, text);
          } catch { /* It is remembered until the page is left. */ }
        }

        // What was kept of a walk: pairs of a place, which is a stage or in a lesson a case and a stage, and a line.
        function kept(name) {
          try {
            const lines = JSON.parse(stored(keyOf(name)) || "[]");
            return Array.isArray(lines) ? lines.filter(pair => Array.isArray(pair) && pair.length === 2
              && pair.every(one => typeof one === "string")) : [];
          } catch { return []; }
        }

        const packagePlaces = new Map(site.packages.map((one, place) => [one.name, place]));
        const topicPlaces = new Map();
        site.topics.forEach((one, place) => { if (one.offered) topicPlaces.set(one.name, place); });
        const diagnosisPlaces = stages.map(stage => new Map(stage.diagnoses.map((one, place) => [one.name, place])));

        let lines = kept(data.key).filter(([place]) => stages.some(stage => stage.place === place));
        const linesAt = place => lines.filter(pair => pair[0] === stages[place].place).map(pair => pair[1]);

        function keep() {
          store(keyOf(data.key), lines.length ? JSON.stringify(lines) : null);
          store("distretto-walk-over:" + data.key, isOver() ? "yes" : null);
        }
        const add = (place, line) => { lines.push([stages[place].place, line]); keep(); };

        // Plays the lines of a stage through; one that means nothing here is passed over.
        function learnerAt(place) {
          const learner = { diagnosed: [], topics: [], proposed: [], dropped: [], told: new Set(),
            helped: new Map(), hints: [], asked: [], revealed: false };
          for (const line of linesAt(place)) take(learner, line, place);
          return learner;
        }

        function take(learner, line, place) {
          if (learner.revealed) return;
          const word = line.split(" ", 1)[0], rest = line.slice(word.length + 1);
          const put = (list, one) => { if (one !== undefined && !list.includes(one)) list.push(one); };
          const away = (list, one) => { const found = list.indexOf(one); if (found >= 0) list.splice(found, 1); };
          if (word === "holds") put(learner.diagnosed, diagnosisPlaces[place].get(rest));
          else if (word === "matters") put(learner.topics, topicPlaces.get(rest));
          else if (word === "fact") put(learner.asked, topicPlaces.get(rest));
          else if (word === "propose") {
            away(learner.dropped, packagePlaces.get(rest));
            put(learner.proposed, packagePlaces.get(rest));
          } else if (word === "drop") {
            const one = packagePlaces.get(rest);
            if (learner.proposed.includes(one)) {
              away(learner.proposed, one);
              if (learner.told.has(one)) learner.dropped.push(one);
            } else if (learner.diagnosed.includes(diagnosisPlaces[place].get(rest))) {
              away(learner.diagnosed, diagnosisPlaces[place].get(rest));
            } else away(learner.topics, topicPlaces.get(rest));
          } else if (word === "hint") {
            const hint = nextHint(learner, place);
            if (!hint) return;
            learner.helped.set(hint.entry.package, hint.level);
            learner.hints.push(hint);
          } else if (word === "check") learner.proposed.forEach(one => learner.told.add(one));
          else if (word === "reveal") learner.revealed = true;
        }

        """#

    /// What becomes of an answer.
    private static let marks: StaticString = #"""
        const touches = (learner, ground) => ground.diagnoses.some(one => learner.diagnosed.includes(one))
          || ground.topics.some(one => learner.topics.includes(one));

        function nextHint(learner, place) {
          const stage = stages[place];
          const missing = stage.programme.filter(entry => !learner.proposed.includes(entry.package)
            && (learner.helped.get(entry.package) || 0) < 4);
          const entry = missing.find(one => learner.helped.has(one.package)) || missing[0];
          if (!entry || entry.cite === null) return null;
          const open = entry.grounds.map(one => stage.grounds[one])
            .filter(ground => !touches(learner, ground) && ground.look !== null);
          let level = (learner.helped.get(entry.package) || 0) + 1;
          // Who has named all that it rests on is told why, and not where to look.
          if (!open.length) level = Math.max(level, 3);
          return { entry, level, open };
        }

        function packageMarks(learner, place) {
          const stage = stages[place];
          const advised = stage.programme.map(entry => {
            const grounds = entry.grounds.map(one => stage.grounds[one]);
            const seen = grounds.filter(one => touches(learner, one));
            const help = learner.helped.get(entry.package);
            const kind = !learner.proposed.includes(entry.package) ? "missed"
              : help ? "afterHints" : !seen.length && grounds.length ? "byLuck" : "found";
            return { place: entry.package, kind, help, entry, seen, unseen: grounds.filter(one => !seen.includes(one)) };
          });
          const others = learner.proposed.concat(learner.dropped)
            .filter(one => !stage.programme.some(entry => entry.package === one))
            .map(one => ({ place: one, kind: stage.packages[one][0],
              isDropped: stage.packages[one][0] === "wrong" && !learner.proposed.includes(one) }));
          return { advised, others };
        }

        function diagnosisMarks(learner, place) {
          const stage = stages[place];
          const missed = stage.bearing.filter(one => !learner.diagnosed.includes(one)
            && !learner.topics.includes(stage.diagnoses[one].topic));
          return learner.diagnosed.map(one => ({ place: one, kind: stage.diagnoses[one].mark }))
            .concat(missed.map(one => ({ place: one, kind: "missed" })));
        }

        """#

    private static let items = WalkScriptParts.items
    private static let choices = WalkScriptParts.choices
    private static let screen = WalkScriptParts.screen
    private static let summary = WalkScriptParts.summary
    private static let beliefs = WalkScriptParts.beliefs

    private static let start: StaticString = #"""
        byId("walk").hidden = false;
        wire();
        enter(firstOpen(), false);

        """#
}
