/// The search of a site: an index and a script beside the pages, which need no server.
enum SiteSearch {
    static let scriptPath = "search.js"
    static let indexPath = "search-index.js"

    /// What is found, as data that the script reads: kind, name, title, more text, and the page.
    static func index(_ entries: [SearchEntry]) -> String {
        var text = "window.distrettoIndex = [\n"
        for entry in entries {
            let title = entry.title == entry.name ? "" : entry.title
            let way = PageAddress("").way(to: entry.address)
            let fields = [entry.kind, entry.name, title, entry.text, way].map { line(.string($0.printable)) }
            text += "[" + fields.joined(separator: ",") + "],\n"
        }
        return text + "];\n"
    }

    private static func line(_ value: JSON) -> String {
        String(value.text.dropLast())
    }

    /// Every word typed has to be found; the better it fits a name or title, the higher it stands.
    static var script: String { "\(source)" }

    private static let source: StaticString = #"""
        "use strict";
        (() => {
          const search = document.getElementById("search");
          if (!search) return;
          const root = search.dataset.root;
          const input = document.getElementById("query");
          const list = document.getElementById("found");
          const state = document.getElementById("state");
          const most = 60;
          const order = ["package", "concept", "classification", "diagnostic", "collection", "attribute", "case", "rule"];
          let entries = null;
          let chosen = -1;
          search.hidden = false;

          const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/-/g, " ");

          function load() {
            if (entries || document.getElementById("index")) return;
            const script = document.createElement("script");
            script.id = "index";
            script.src = root + "search-index.js";
            script.onload = () => {
              entries = window.distrettoIndex.map(([kind, name, title, text, page]) => ({
                kind, name, title: title || name, page,
                inName: plain(name), inTitle: plain(title || name), inText: plain(text),
                rank: order.includes(kind) ? order.indexOf(kind) : order.length }));
              show();
            };
            document.head.append(script);
          }

          // How well an entry fits a word: nothing where it does not.
          function fit(entry, word) {
            const starts = text => text.startsWith(word) || text.includes(" " + word);
            if (entry.inName === word || entry.inTitle === word) return 100;
            if (starts(entry.inTitle)) return 40;
            if (starts(entry.inName)) return 35;
            if (entry.inTitle.includes(word) || entry.inName.includes(word)) return 20;
            if (starts(entry.inText)) return 10;
            return entry.inText.includes(word) ? 5 : 0;
          }

          function find(query) {
            const whole = plain(query).trim();
            const words = whole.split(/\s+/).filter(Boolean);
            if (!words.length) return [];
            const found = [];
            for (const entry of entries) {
              let score = entry.inName === whole || entry.inTitle === whole ? 500 : 0;
              let fits = true;
              for (const word of words) {
                const points = fit(entry, word);
                if (!points) { fits = false; break; }
                score += points;
              }
              if (fits) found.push({ entry, score: score / words.length - entry.rank * 4 });
            }
            return found.sort((a, b) => b.score - a.score).map(one => one.entry);
          }

          function show() {
            if (!entries) return;
            const query = input.value;
            const found = find(query);
            list.replaceChildren();
            chosen = -1;
            input.removeAttribute("aria-activedescendant");
            const isAsked = query.trim() !== "";
            list.hidden = !isAsked;
            input.setAttribute("aria-expanded", String(isAsked && found.length > 0));
            found.slice(0, most).forEach((entry, place) => {
              const link = document.createElement("a");
              link.href = root + entry.page;
              link.id = "found-" + place;
              link.role = "option";
              link.tabIndex = -1;
              link.setAttribute("aria-selected", "false");
              const kind = document.createElement("span");
              kind.className = "kind";
              kind.textContent = entry.kind + (entry.title === entry.name ? "" : " · " + entry.name);
              link.append(entry.title, document.createElement("br"), kind);
              list.append(link);
            });
            if (isAsked && !found.length) {
              const none = document.createElement("p");
              none.textContent = "Nothing here is called so or speaks of it.";
              list.append(none);
            }
            state.textContent = !isAsked ? "" : found.length > most
              ? most + " of " + found.length + " results are shown" : found.length + " results";
          }

          function choose(place) {
            const links = list.querySelectorAll("a");
            if (!links.length) return;
            if (chosen >= 0) links[chosen].setAttribute("aria-selected", "false");
            chosen = (place + links.length) % links.length;
            links[chosen].setAttribute("aria-selected", "true");
            links[chosen].scrollIntoView({ block: "nearest" });
            input.setAttribute("aria-activedescendant", links[chosen].id);
          }

          function close() {
            list.hidden = true;
            input.setAttribute("aria-expanded", "false");
            input.removeAttribute("aria-activedescendant");
            chosen = -1;
          }

          input.addEventListener("focus", load);
          input.addEventListener("input", () => { load(); show(); });
          input.addEventListener("keydown", event => {
            if (event.key === "ArrowDown") { choose(chosen + 1); event.preventDefault(); }
            else if (event.key === "ArrowUp") { choose(chosen - 1); event.preventDefault(); }
            else if (event.key === "Enter") {
              const links = list.querySelectorAll("a");
              const link = links[Math.max(chosen, 0)];
              if (link && !list.hidden) { location.href = link.href; close(); }
            } else if (event.key === "Escape") { close(); }
          });
          document.addEventListener("click", event => { if (!search.contains(event.target)) close(); });
          document.addEventListener("keydown", event => {
            const inField = event.target.matches("input, textarea, select");
            if (event.key === "/" && !inField && !event.ctrlKey && !event.metaKey && !event.altKey) {
              input.focus();
              input.select();
              event.preventDefault();
            }
          });
        })();

        """#
}
