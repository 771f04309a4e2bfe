"""Walks the cases and lessons of a walk's site in a browser, and compares with the terminal.

Started by `walk-site`."""
import html, json, os, random, re, subprocess, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser, Faults, check_links

site, folder, port, program = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
sample = int(sys.argv[5]) if sys.argv[5:] else 0
fault = Faults()
pages = check_links(site, fault)
browser = Browser(site, folder, port, fault)
run = browser.run
inside = lambda kind: sorted(os.path.basename(path)[:-5] for path in pages if path.startswith(kind + "/"))
cases, lessons = inside("walks"), inside("lessons")


def some(names):
    """Of a sample some names from all over the list; else all of them."""
    step = max(1, len(names) // sample) if sample else 1
    return names[::step]


# What is said: made up from the page's own data, like somebody who knows them, or knows nothing.
def page_data(case, kind="walks"):
    text = open(f"{site}/{kind}/{case}.html", encoding="utf-8").read()
    return json.loads(re.search(r'<script type="application/json" id="walk-data">(.*?)</script>', text, re.S).group(1))


catalogue = json.loads(open(f"{site}/catalogue.js", encoding="utf-8").read().split(" = ", 1)[1].rstrip().rstrip(";"))
names = [one["name"] for one in catalogue["packages"]]
topics = [one["name"] if one["offered"] else None for one in catalogue["topics"]]
asked = [one["name"] for one in catalogue["topics"] if one["offered"] and one["kind"] not in ("concept", "classification")]


def sayings(kind, stage, chance):
    programme = [entry["package"] for entry in stage["programme"]]
    others = [place for place in range(len(names)) if place not in programme]
    propose = lambda places: ["propose " + names[place] for place in places]
    holds = lambda places: ["holds " + stage["diagnoses"][place]["name"] for place in places]
    seen = sorted({topics[one["about"]] for one in stage["grounds"] if one["about"] >= 0} - {None})
    if kind == "right": return holds(stage["bearing"]) + ["matters " + one for one in seen] + propose(programme) + ["check"]
    if kind == "lucky": return propose(programme)
    if kind == "wrong":
        some = chance.sample(others, 3)
        return propose(some) + ["check", "drop " + names[some[0]]] + holds(chance.sample(range(len(stage["diagnoses"])), 4)) + ["check"]
    if kind == "helped": return ["hint"] * 9 + propose(programme[:2]) + ["check"]
    said = propose(chance.sample(range(len(names)), 4)) + holds(chance.sample(range(len(stage["diagnoses"])), 3))
    said += ["matters " + one for one in chance.sample(seen, min(2, len(seen)))] + ["fact " + one for one in chance.sample(asked, 4)]
    chance.shuffle(said)
    return said + ["hint", "check", "drop " + said[0].split(" ", 1)[1] if said[0].startswith("propose") else "hint", "check"]


kinds = ["right", "lucky", "wrong", "helped", "random"]

# Says a line with the page's own buttons, and gives what is answered.
driver = """window.walkLine = line => {
  const text = id => { const made = document.getElementById(id); return made.hidden ? "" : made.textContent; };
  const press = line => {
    const button = [...document.querySelectorAll("#choices button")].find(one => one.dataset.line === line);
    if (!button) throw new Error("no button says " + line);
    button.click();
  };
  const word = line.split(" ")[0];
  if (line === "hint" || line === "check") document.getElementById(line).click();
  else if (line === "reveal") {
    document.getElementById("reveal-button").click();
    const shown = text("advice") + text("history");
    document.getElementById("next").click();
    return shown;
  } else if (word === "drop") {
    const name = line.slice(5);
    press(["propose ", "holds ", "matters "].map(one => one + name).find(one =>
      document.querySelector('#choices [data-line="' + CSS.escape(one) + '"][aria-pressed=true]')));
  } else press(line);
  return ["hint", "check", "fact"].includes(word) ? text("reply") : "";
}; 0"""


def letters(text):
    """Without what the terminal sets otherwise: space, bullets, capitals."""
    return re.sub(r"[\s·⁠]+", "", text).replace("’", "'").upper()


def same(case, kind, shown, printed):
    place = 0
    for text in shown:
        wanted = letters(text)
        found = printed.find(wanted, place)
        if found < 0:
            while wanted and wanted[:-1] not in printed[place:]: wanted = wanted[: len(wanted) // 2] if len(wanted) > 80 else wanted[:-1]
            fault(f"{case}, {kind}: the terminal does not say: {text[:60]!r} … after {wanted[-60:]!r}")
            return
        place = found + len(wanted)


def terminal(subject, lines, session):
    done = subprocess.run([program, "walk", *subject, "--session", session, "--width", "100"], cwd=folder,
                          input="\n".join(lines) + "\n", capture_output=True, text=True)
    if done.returncode: fault(f"{subject}: the terminal says {done.stderr[:200]}")
    return letters(done.stdout)


def fresh(path):
    """A page in a browser that keeps nothing yet."""
    browser.open(path)
    run("localStorage.clear(); 0")
    browser.open(path)
    run(driver)


def told():
    """What a stage tells before anything is said, part by part."""
    return run("['known', 'question', 'notes'].map(id => document.getElementById(id).textContent)")


# 1. Learners of every kind, in every case and every lesson.
browser.screen(1024)
walked = 0
subjects = [("walks", name) for name in some(cases)] + [("lessons", name) for name in some(lessons)]
for number, (folder_name, name) in enumerate(subjects):
    path, data = f"{folder_name}/{name}.html", page_data(name, folder_name)
    # A made-up cluster is walked by its number.
    if name.startswith("unseen-"): subject = ["--generate", name[7:]]
    else: subject = [name]
    for kind in kinds if number % 13 == 0 and not sample else [kinds[number % len(kinds)]]:
        chance = random.Random(f"{name} {kind}")
        fresh(path)
        lines, shown, judged = [], [], []
        for stage in data["stages"]:
            shown += told()
            for line in sayings(kind, stage, chance) + ["reveal"]:
                lines.append(line)
                shown.append(run(f"walkLine({json.dumps(line)})") or "")
                if line == "check": judged.append(shown[-1])
        shown.append(run("document.getElementById('summary').textContent"))
        browser.heard(path)
        same(name, kind, shown, terminal(subject, lines, f"{folder_name}-{name}-{kind}.walk"))
        if kind == "right" and re.search("[✗○?]", "".join(judged)): fault(f"{name}: who sees all is told of a fault")
        walked += 1
print(f"{len(subjects)} cases and lessons, {walked} walks compared with the terminal", flush=True)

# 2. A walk saved, and gone on with on the terminal.
case = "sialkot" if "sialkot" in cases else cases[0]
data = page_data(case)
browser.open(f"walks/{case}.html")
run("localStorage.clear(); 0")
browser.open(f"walks/{case}.html")
run(driver)
for stage in data["stages"]:
    for line in sayings("random", stage, random.Random(1)) + ["reveal"]: run(f"walkLine({json.dumps(line)})")
summary = run("document.getElementById('summary').textContent")
run("window.made = URL.createObjectURL; URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text; }); return '#'; }; document.getElementById('save').click(); 0")
browser.settled("window.saved !== undefined")
open(f"{folder}/saved.walk", "w").write(run("window.saved"))
same(case, "saved", [summary], terminal([case], [], "saved.walk"))
browser.open(f"walks/{case}.html")
if run("document.getElementById('summary').textContent") != summary: fault("a walk is not found again when the page is opened again")
browser.open("index.html")
if "end" not in run(f"document.querySelector('[data-walk={case}] .progress').textContent"): fault("the index does not say what was walked")

# A course: what was walked of it, what comes next, and the whole of it gone on with on the terminal.
for course in inside("courses"):
    steps = run(f"[...new DOMParser().parseFromString({json.dumps(open(f'{site}/courses/{course}.html', encoding='utf-8').read())}, 'text/html').querySelectorAll('#path > li')].map(one => one.querySelector('a').getAttribute('href'))")
    for way in (steps[0], steps[-1]):
        fresh_data = page_data(os.path.basename(way)[:-5], os.path.basename(os.path.dirname(way)) or "courses")
        browser.open(os.path.normpath(os.path.join("courses", way)))
        run(driver)
        for stage in fresh_data["stages"]: run("walkLine('hint'); walkLine('reveal')")
        browser.heard(way)
    browser.open(f"courses/{course}.html")
    said = run("document.getElementById('course-progress').textContent")
    if f"2 of {len(steps)} walked" not in said or "Next: " not in said: fault(f"{course}: the course says {said}")
    if run("document.querySelectorAll('#path > [aria-current=step]').length") != 1: fault(f"{course}: no step is the next")
    run("window.made = URL.createObjectURL; URL.createObjectURL = blob => { blob.text().then(text => { window.saved = text; }); return '#'; }; document.getElementById('save-course').click(); 0")
    browser.settled("window.saved !== undefined")
    open(f"{folder}/course.walk", "w").write(run("window.saved"))
    named = f"{course}.case" if os.path.isfile(f"{folder}/{course}.case") else course
    printed = subprocess.run([program, "walk", named, "--path", "--session", "course.walk"], cwd=folder, capture_output=True, text=True).stdout
    if f"2 of {len(steps)} walked" not in printed: fault(f"{course}: the terminal goes on elsewhere: {printed[:200]}")
    browser.heard(f"courses/{course}.html")
    browser.open("index.html")
    if "2 of" not in run("document.querySelector('[data-steps]').textContent"): fault("the index does not say how far the course was taken")

# 3. A belief, named when the trainer asks for it and not before, as on the terminal.
run("localStorage.clear(); 0")
lines = []
for name in [one for one in ("nnewi", "macael", "agra") if one in cases]:
    browser.open(f"walks/{name}.html")
    run(driver)
    for stage in page_data(name)["stages"]:
        for line in ["propose guaranteed-purchase", "reveal"]: run(f"walkLine({json.dumps(line)})")
    last = name
    if run("document.getElementById('beliefs').textContent"): fault("a belief is named without the trainer")
    lines.append((name, ["propose guaranteed-purchase", "reveal"] * len(page_data(name)["stages"])))
if len(lines) == 3:
    run("document.getElementById('belief').click(); 0")
    named = run("document.getElementById('beliefs').textContent")
    for name, said in lines: printed = terminal([name], said, "beliefs.walk")
    same("beliefs", "believer", [named], printed)
    if "A case that would unsettle it" not in named: fault("no case is named that would unsettle the belief")
browser.heard("beliefs")

# 4. Nothing of a later stage, and nothing of the answer, is shown or reached before its turn.
reachable = """[...document.querySelectorAll("main, main *")].filter(one => one.checkVisibility() && !one.closest("#choices")).flatMap(one =>
  [...one.childNodes].filter(node => node.nodeType === 3).map(node => node.data).concat(
    one.getAttribute("aria-label") || "", one.getAttribute("title") || "")).join(" ")"""
def plain(data, place):
    """The longest run of text in a fragment."""
    source = data["fragments"][place] if place is not None else ""
    return max(re.split(r"<[^>]*>", html.unescape(source)), key=len)


later = 0
for folder_name, case in subjects:
    data = page_data(case, folder_name)
    fresh(f"{folder_name}/{case}.html")
    for place, stage in enumerate(data["stages"]):
        seen = run(reachable)
        for after in data["stages"][place + 1:]:
            later += 1
            for word in [after["title"], *(plain(data, after[part]) for part in ("question", "notes", "history"))]:
                if len(word) > 9 and word in seen: fault(f"{case}: stage {place + 1} tells {word[:80]}")
        if run("document.querySelectorAll('#stages button').length") != place + 1: fault(f"{case}: stages to come are counted")
        if run("document.getElementById('advice').childNodes.length + document.getElementById('history').childNodes.length"):
            fault(f"{case}: the answer stands on the page before it is shown")
        run("document.getElementById('reveal-button').click(); document.getElementById('next').click(); 0")
print(f"{later} later stages looked for in earlier ones")

# 5. In class, and by keys alone on a telephone.
browser.screen(1920)
case = "sialkot" if "sialkot" in cases else cases[0]
browser.open(f"walks/{case}.html")
run("localStorage.clear(); 0")
browser.open(f"walks/{case}.html")
run("document.getElementById('class').click(); 0")
if run("document.getElementById('check').checkVisibility()"): fault("in class an answer is judged before the trainer says so")
run("document.getElementById('reveal-button').click(); 0")
if run("document.getElementById('history').textContent"): fault("in class what was done does not wait")
run("document.getElementById('history-button').click(); 0")
if not run("document.getElementById('history').textContent"): fault("in class what was done is not shown")
browser.open(f"walks/{case}.html")
if not run("document.getElementById('class').checked"): fault("the pace is forgotten")
run("localStorage.clear(); 0")

browser.screen(360)
browser.open(f"walks/{case}.html")
focus = "(document.activeElement.id || document.activeElement.dataset.line || document.activeElement.textContent || '')"


def tab_to(test, most=80):
    for _ in range(most):
        browser.key("Tab")
        if run(test): return True
    fault(f"the key Tab does not lead to {test}")
    return False


first = run("document.activeElement.tagName")
tab_to("document.activeElement.name === 'kind'")
browser.key("ArrowDown"); browser.key("ArrowDown")
if run("document.querySelector('input[name=kind]:checked').value") != "package": fault("the arrow keys choose no other list")
tab_to("document.activeElement.id === 'seek'")
browser.type("regulator-negotiation")
if not browser.settled("document.getElementById('found-count').textContent === '1 entry'"): fault("nothing is found by keys")
tab_to("(document.activeElement.dataset || {}).line === 'propose regulator-negotiation'")
browser.key(" ")
if run("document.activeElement.getAttribute('aria-pressed')") != "true": fault("a package is not proposed by the space bar")
if "Negotiation" not in run("document.getElementById('status').textContent"): fault("what was proposed is not said aloud")
tab_to("document.activeElement.id === 'hint'")
browser.key("Enter")
if not run("document.getElementById('reply').textContent"): fault("no hint by keys")
tab_to("document.activeElement.id === 'reveal-button'")
browser.key("Enter")
if run("document.activeElement.id") != "advice-title": fault("the focus is not on the answer")
tab_to("document.activeElement.id === 'next'", 40)
browser.key("Enter")
if run("document.activeElement.id") != "stage-title": fault("the focus is not on the next stage")
browser.heard("by keys")

# By mouse on the same screen.
browser.open(f"walks/{case}.html")
run("localStorage.clear(); 0")
browser.open(f"walks/{case}.html")
browser.click("input[value=package]")
browser.click('[data-line="propose regulator-negotiation"]')
browser.click("#hint")
browser.click("#reveal-button")
browser.click("#next")
if not run("document.getElementById('stage-title').textContent").startswith("Stage 2"): fault("no way on by the mouse")
browser.heard("by mouse")

# In a browser that keeps nothing for pages that are files, and in one that keeps something else.
refuses = browser.call("Page.addScriptToEvaluateOnNewDocument", source="Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } })")
for path in (f"walks/{case}.html", "index.html"):
    browser.open(path)
    if path != "index.html":
        browser.click("#reveal-button")
        browser.click("#next")
        if not run("document.getElementById('stage-title').textContent").startswith("Stage 2"): fault("no walk where nothing is kept")
    browser.heard(f"{path}, nothing kept")
browser.call("Page.removeScriptToEvaluateOnNewDocument", identifier=refuses["identifier"])
browser.open("index.html")
for text in ("no data", "{}", "[1, [2], [\"x\", \"reveal\"], [\"exporting\", \"propose nothing\"]]"):
    run(f"localStorage.setItem('distretto-walk:{case}', {json.dumps(text)}); 0")
    for path in (f"walks/{case}.html", "index.html"):
        browser.open(path)
        browser.heard(f"{path}, {text} kept")
run("localStorage.clear(); 0")

# Texts that would be markup, or turn the line round.
evil = """</script><script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'>\\" \u05d0\u05d1\u05d2 \u202etxet"""
rules = open(f"{folder}/evil.rules", "w", encoding="utf-8")
rules.write(f"""language 1
source Book {{ title "{evil}" }}
claim C-1 at Book "1" firmness strong "{evil}"
section s "{evil}" {{ diagnostic owner: yes/no ask "{evil}" }}
collection buyer "{evil}" {{ big: yes/no ask "{evil}" }}
concept close "{evil}"
package store "{evil}" {{ about "{evil}" }}
package fair "{evil}" {{ about "{evil}" }}
{" ".join(f'package other-{number} "x" {{ }}' for number in range(20))}
rule near {{ when owner conclude close because "{evil}" from C-1 }}
rule keep {{ when close recommend store because "{evil}" from C-1 }}
rule not-fair {{ when close advise against fair as harmful because "{evil}" from C-1 }}
misconception fairs "{evil}" {{ recommend fair because "{evil}" from C-1 unsettled-by evil }}
""")
rules.close()
os.makedirs(f"{folder}/evil/Rules"); os.makedirs(f"{folder}/evil/Cases")
os.rename(f"{folder}/evil.rules", f"{folder}/evil/Rules/evil.rules")
open(f"{folder}/evil/Cases/evil.case", "w", encoding="utf-8").write(f"""language 1
case evil "{evil}" {{ country "{evil}" sector "{evil}" place "{evil}" teaches "{evil}"
  stage before "{evil}" {{ owner at Book "{evil}" "{evil}" buyer big "{evil}" {{ big at Book "1" }}
    question "{evil}" done "{evil}" as fair at Book "1" outcome "{evil}" at Book "1" }}
  stage now "{evil}" after before {{ question "{evil}" }} }}
lesson evil-lesson "{evil}" {{ teaches "{evil}" note "{evil}"
  case evil {{ stage before {{ question "{evil}" note "{evil}" debrief "{evil}" }} }} }}
course evil-course "{evil}" {{ teaches "{evil}" note "{evil}" lesson evil-lesson }}
""")
made = subprocess.run([program, "walk", "--html", "site"], cwd=f"{folder}/evil", capture_output=True, text=True)
if made.returncode: fault(f"evil texts: {made.stderr[:300]}")
browser.site = f"{folder}/evil/site"
for path in ("index.html", "trainer.html", "courses/evil-course.html", "worksheets/evil.html", "keys/evil.html",
             "worksheets/evil-lesson.html", "keys/evil-lesson.html", "walks/evil.html", "lessons/evil-lesson.html"):
    browser.open(path)
    if path in ("walks/evil.html", "lessons/evil-lesson.html"):
        run(driver)
        for line in ["fact owner", "holds close", "propose fair", "hint", "hint", "check", "reveal", "propose fair", "reveal"]:
            run(f"walkLine({json.dumps(line)})")
            if run("document.querySelectorAll('main script:not([type]), main img').length"): fault(f"{path}: text became markup")
        if path == "walks/evil.html": browser.click("#belief")
        if path == "walks/evil.html" and "\u05d0\u05d1" not in run("document.getElementById('beliefs').textContent"): fault("no belief is named from evil texts")
    if run("window.hacked") is not None or run("document.images.length"): fault(f"{path}: text ran or became markup")
    if "\u202e" in run("document.documentElement.outerHTML"): fault(f"{path}: a mark turns the line round")
    browser.heard(path)
run("localStorage.clear(); 0")
browser.site = site

# 6. The index, narrowed and sorted; the same list without its script.
browser.open("index.html")
count = lambda: run("[...document.querySelectorAll('#cases > li')].filter(one => one.checkVisibility()).length")
if count() != len([one for one in cases if not one.startswith("unseen-")]): fault("the index does not list all cases")
run("document.getElementById('word').focus(); 0")
browser.type("crisis")
if not 0 < count() < len(cases): fault("the index is not narrowed by a word")
run("const word = document.getElementById('word'); word.value = ''; word.dispatchEvent(new Event('input', { bubbles: true })); const by = document.getElementById('order'); by.value = 'year'; by.dispatchEvent(new Event('input', { bubbles: true })); 0")
years = run("[...document.querySelectorAll('#cases > li')].map(one => one.dataset.year)")
told = [int(one) for one in years if one]
if told != sorted(told) or "" in years[: len(told)]: fault("the index is not sorted by time")
if lessons:
    run(f"const lesson = document.getElementById('lesson'); lesson.value = {json.dumps(lessons[0])}; lesson.dispatchEvent(new Event('input', {{ bubbles: true }})); 0")
    taught = {stage["case"] for stage in page_data(lessons[0], "lessons")["stages"]}
    if count() != len(taught): fault(f"the index shows {count()} cases of a lesson that goes through {len(taught)}")
browser.call("Emulation.setScriptExecutionDisabled", value=True)
browser.call("Page.reload")
browser.call("Emulation.setScriptExecutionDisabled", value=False)
browser.heard("index.html")

# 7. Every state of a page: by day and by night, narrow and wide.
states = {"index.html": [""], "trainer.html": [""], f"worksheets/{case}.html": [""], f"keys/{case}.html": [""],
          f"walks/{case}.html": [
    "localStorage.clear(); 0", "document.querySelector('input[value=package]').click(); document.querySelector('#choices li:not([hidden]) details').open = true; document.querySelector('#choices li:not([hidden]) button').click(); document.getElementById('hint').click(); document.getElementById('check').click(); 0",
    "document.getElementById('reveal-button').click(); 0",
    "for (let i = 0; i < 9; i += 1) { document.getElementById('next').click(); document.getElementById('reveal-button').click(); } document.getElementById('next').click(); document.getElementById('belief').click(); 0"]}
walking = states[f"walks/{case}.html"]
for name in inside("courses")[:1]: states[f"courses/{name}.html"] = [""]
for name in [one for one in ("one-voice",) if one in lessons] or lessons[:1]:
    states |= {f"lessons/{name}.html": walking, f"worksheets/{name}.html": [""], f"keys/{name}.html": [""]}
circumstances = [(scheme, width) for scheme in ("light", "dark") for width in (360, 1024, 1920)]
if sample: circumstances = [("light", 360), ("dark", 1920)]
# Of a sample, one walk's page is looked at in all its states: the lesson's, which has more on it.
if sample and lessons: del states[f"walks/{case}.html"]
looked = 0
for path, scripts in states.items():
    for scheme, width in circumstances:
        browser.screen(width, scheme)
        browser.open(path)
        for script in scripts:
            if script: run(script)
            if "clear" in script: browser.open(path)
            looked += 1
            browser.no_wider(path, width)
            browser.heard(path)
            if width != 1024: browser.accessible(path, f"{scheme}, {width}")
print(f"{looked} screens looked at, by day and by night, narrow and wide")
print(f"{len(fault)} faults")
sys.exit(bool(fault))
