/// The part of the walk's script that offers what can be said.
extension WalkScriptParts {
    /// What can be said, searched by words.
    static let choices: StaticString = #"""
        const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
        let offers = [];

        // A button that says a line, or takes it back.
        function toggle(line, back, label, about) {
          const made = element("button", { type: "button", "data-line": line, "aria-pressed": "false" }, label,
            element("span", { class: "unseen" }, ": " + about));
          made.addEventListener("click", () => {
            const isSaid = made.getAttribute("aria-pressed") === "true";
            tell(isSaid && back ? back : line, (isSaid && back ? "taken back: " : "noted: ") + about);
          });
          return made;
        }

        function offer(kind, words, title, name, buttons, card) {
          const made = element("li", { dir: "auto" }, element("span", { class: "title" }, title));
          if (name) made.append(" ", element("code", {}, name));
          made.append(element("span", { class: "buttons" }, ...buttons));
          if (card) made.append(html("details", "<summary>What it is</summary>" + card));
          offers.push({ kind, words: plain(words), made });
        }

        const matters = topic => toggle("matters " + topic.name, "drop " + topic.name, "It matters", topic.name);

        // Everything that can be said at a stage.
        function offerAll(stage) {
          offers = [];
          for (const one of site.topics) {
            if (!one.offered || one.kind === "concept" || one.kind === "classification") continue;
            offer("fact", one.name + " " + one.title, one.title, one.kind === "running" ? "" : one.name,
              [toggle("fact " + one.name, null, "Ask", one.title)].concat(matters(one)));
          }
          const groups = new Map();
          for (const one of stage.diagnoses) {
            const key = one.topic + " " + (one.of || "");
            if (!groups.has(key)) groups.set(key, []);
            groups.get(key).push(one);
          }
          for (const group of groups.values()) {
            const topic = site.topics[group[0].topic], of = group[0].of;
            const words = topic.name + " " + topic.title + " " + group.map(one => one.name).join(" ") + " " + (of || "");
            const buttons = group.map(one => toggle("holds " + one.name, "drop " + one.name,
              one.value === null ? "It holds" : "is " + one.value, one.name));
            if (topic.offered) buttons.push(matters(topic));
            offer("diagnosis", words, (topic.title || topic.name) + (of ? ", of " + of : ""), topic.name, buttons);
          }
          for (const one of site.packages) {
            offer("package", one.title + " " + one.name + " " + one.about, one.title, one.name,
              [toggle("propose " + one.name, "drop " + one.name, "Propose", one.title)], one.card);
          }
          byId("choices").replaceChildren(...offers.map(one => one.made));
          seek();
        }

        function seek() {
          const kind = document.querySelector("input[name=kind]:checked").value;
          const words = plain(byId("seek").value).split(/[\s,]+/).filter(Boolean);
          let count = 0;
          for (const one of offers) {
            const tokens = one.words.split(/[^\p{L}\p{N}-]+/u);
            const fits = one.kind === kind && words.every(word => tokens.some(token => token.includes(word)));
            one.made.hidden = !fits;
            if (fits) count += 1;
          }
          byId("found-count").textContent = count === 0 ? "Nothing here has that in it. Try one word, or none for all."
            : counted(count, "entry", "entries");
        }

        // Which of the buttons say what has been said.
        function press(learner, stage) {
          const said = new Set([
            ...learner.diagnosed.map(one => "holds " + stage.diagnoses[one].name),
            ...learner.topics.map(one => "matters " + site.topics[one].name),
            ...learner.proposed.map(one => "propose " + site.packages[one].name),
            ...learner.asked.map(one => "fact " + site.topics[one].name)]);
          for (const one of byId("choices").querySelectorAll("button")) {
            one.setAttribute("aria-pressed", String(said.has(one.dataset.line)));
          }
        }

        """#
}
