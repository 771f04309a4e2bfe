/// The script of the pages that list walks: shows how far each was walked, as far as this browser keeps it,
/// and of a course what comes next.
enum WalkProgressScript {
    static let path = "progress.js"

    static var text: String { "\(source)" }

    private static let source: StaticString = #"""
        "use strict";
        (() => {
          const byId = id => document.getElementById(id);
          const stored = key => { try { return window.localStorage.getItem(key); } catch { return null; } };

          // Pairs of a place and a line; nothing where something else was kept.
          function kept(key) {
            try {
              const lines = JSON.parse(stored("distretto-walk:" + key) || "[]");
              return Array.isArray(lines) ? lines.filter(pair => Array.isArray(pair) && pair.length === 2
                && pair.every(one => typeof one === "string")) : [];
            } catch { return []; }
          }

          const state = key => !kept(key).length ? "new" : stored("distretto-walk-over:" + key) ? "over" : "begun";

          function show() {
            for (const row of document.querySelectorAll("[data-walk]")) {
              const place = row.querySelector(".progress"), now = state(row.dataset.walk);
              row.dataset.state = now;
              place.hidden = now === "new";
              place.textContent = now === "over" ? "✓ walked to the end" : now === "begun" ? "begun, and not ended" : "";
            }
            document.querySelectorAll("[data-steps]").forEach(showShort);
            if (byId("path")) showCourse();
          }

          // A course in a line, where it is only pointed at.
          function showShort(place) {
            const steps = place.dataset.steps.split(","), walked = steps.filter(one => state(one) === "over").length;
            place.textContent = walked ? walked + " of " + steps.length + " walked" : "";
            place.hidden = !walked;
          }

          function showCourse() {
            const rows = [...byId("path").children], walked = rows.filter(row => row.dataset.state === "over").length;
            const next = rows.find(row => row.dataset.state !== "over"), standing = byId("course-progress");
            for (const row of rows) {
              if (row === next) row.setAttribute("aria-current", "step"); else row.removeAttribute("aria-current");
            }
            standing.hidden = false;
            standing.replaceChildren(walked + " of " + rows.length + " walked. ");
            if (next) {
              const link = next.querySelector("h2 a"), way = document.createElement("a");
              way.href = link.href;
              way.textContent = link.textContent;
              standing.append(next.dataset.state === "begun" ? "Go on with: " : walked ? "Next: " : "Begin with: ", way);
            }
            byId("course-buttons").hidden = rows.every(row => row.dataset.state === "new");
          }

          // The session as the program reads it: each case of a lesson in one piece, exercises as cases.
          function saveCourse() {
            const parts = ["walk 1"];
            for (const row of byId("path").children) {
              const key = row.dataset.walk, isLesson = key.startsWith("lesson ");
              const said = kept(key).map(([place, line]) => {
                const words = place.split(" ");
                return { name: isLesson ? words[0] : key, stage: words[words.length - 1], line };
              });
              for (const name of new Set(said.map(one => one.name))) {
                parts.push("case " + name + (isLesson ? " in " + key.slice(7) : ""));
                let stage = null;
                for (const one of said.filter(one => one.name === name)) {
                  if (one.stage !== stage) parts.push("stage " + one.stage);
                  stage = one.stage;
                  parts.push(one.line);
                }
              }
            }
            const file = URL.createObjectURL(new Blob([parts.join("\n") + "\n"], { type: "text/plain" }));
            const link = document.createElement("a");
            link.href = file;
            link.download = byId("path").dataset.course + ".walk";
            link.click();
            setTimeout(() => URL.revokeObjectURL(file), 10000);
          }

          show();
          if (byId("save-course")) byId("save-course").addEventListener("click", saveCourse);
          window.addEventListener("pageshow", show);
        })();

        """#
}
