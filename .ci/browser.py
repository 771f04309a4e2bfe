"""A folder of pages as a browser has it, from files without a server: what the checks of our sites share."""
import html.parser, json, os, re, subprocess, sys, time, urllib.parse, urllib.request


class Page(html.parser.HTMLParser):
    """The links and places of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.ids = [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name in ("href", "src") and value != "data:,": self.links.append(value)
            if name == "id": self.ids.append(value)


class Faults(list):
    def __call__(self, text):
        self.append(text)
        if len(self) <= 40: print(text, file=sys.stderr)


def check_links(site, fault):
    """No link is dead, none leads out, and every page can be reached from the first. The pages by path."""
    pages = {}
    for root, _, names in os.walk(site):
        for name in names:
            if name.endswith(".html"):
                path = os.path.relpath(os.path.join(root, name), site)
                pages[path] = Page(open(os.path.join(site, path), encoding="utf-8").read())
    count, targets = 0, {}
    for path, page in pages.items():
        doubled = {one for one in page.ids if page.ids.count(one) > 1}
        if doubled: fault(f"{path}: two places are called {sorted(doubled)[:3]}")
        targets[path] = set()
        for link in page.links:
            count += 1
            if re.match(r"[a-z]+:|//", link): fault(f"{path}: leads out of the site: {link}"); continue
            way, _, anchor = link.partition("#")
            to = os.path.normpath(os.path.join(os.path.dirname(path), urllib.parse.unquote(way))) if way else path
            if not os.path.isfile(os.path.join(site, to)): fault(f"{path}: dead link: {link}"); continue
            targets[path].add(to)
            if anchor and urllib.parse.unquote(anchor) not in pages[to].ids: fault(f"{path}: no such place: {link}")
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        for to in targets.get(waiting.pop(), ()):
            if to in pages and to not in reached: reached.add(to); waiting.append(to)
    for path in sorted(set(pages) - reached): fault(f"{path}: no way leads here")
    print(f"{len(pages)} pages, {count} links")
    return pages


class Browser:
    """One tab of a browser that was started with a port for its tools."""

    def __init__(self, site, folder, port, fault):
        sys.path.insert(0, folder + "/packages")
        import websocket
        self.site, self.fault, self.serial, self.events = site, fault, 0, []
        self.axe_source = open(folder + "/packages/axe_playwright_python/axe.min.js", encoding="utf-8").read()
        for _ in range(100):
            try:
                tabs = json.load(urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list"))
                tab = next(one for one in tabs if one["type"] == "page")
                break
            except Exception: time.sleep(0.2)
        self.socket = websocket.create_connection(tab["webSocketDebuggerUrl"], timeout=60)
        for domain in ("Page", "Runtime", "Log", "Network"): self.call(domain + ".enable")

    def call(self, method, **parameters):
        self.serial += 1
        self.socket.send(json.dumps({"id": self.serial, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.serial: return answer.get("result", answer)
            self.events.append(answer)

    def run(self, script, wait=False):
        answer = self.call("Runtime.evaluate", expression=script, awaitPromise=wait, returnByValue=True)
        if "exceptionDetails" in answer: self.fault("script: " + json.dumps(answer["exceptionDetails"])[:300])
        return answer.get("result", {}).get("value")

    def address(self, path): return "file://" + urllib.parse.quote(os.path.join(self.site, path))

    def open(self, path):
        self.events.clear()
        self.run("window.left = true")
        self.call("Page.navigate", url=self.address(path))
        for _ in range(500):
            if self.run("!window.left && document.readyState") == "complete" \
                    and self.run("location.href").split("#")[0] == self.address(path): break
            time.sleep(0.02)

    def heard(self, path):
        """Nothing was said on the console, nothing failed, nothing was fetched from elsewhere."""
        self.run("0")
        for event in self.events:
            method, parameters = event.get("method"), event.get("params", {})
            if method == "Runtime.consoleAPICalled":
                self.fault(f"{path}: console: {json.dumps(parameters['args'])[:200]}")
            if method == "Runtime.exceptionThrown": self.fault(f"{path}: {json.dumps(parameters)[:300]}")
            if method == "Log.entryAdded": self.fault(f"{path}: {parameters['entry'].get('text')}")
            if method == "Network.requestWillBeSent":
                url = parameters["request"]["url"]
                if not url.startswith((self.address(""), "data:", "blob:")): self.fault(f"{path}: fetches {url}")
        self.events.clear()

    def key(self, name, text=None, shift=False):
        codes = {"Enter": 13, "Tab": 9, " ": 32, "ArrowDown": 40, "ArrowUp": 38}
        for kind in ("keyDown", "keyUp"):
            parameters = {"type": kind, "key": name, "code": "Space" if name == " " else name}
            if name in codes: parameters["windowsVirtualKeyCode"] = codes[name]
            if name == "Enter": parameters["text"] = "\r"
            if name == " ": parameters["text"] = " "
            if shift: parameters["modifiers"] = 8
            if text and kind == "keyDown": parameters["text"] = text
            self.call("Input.dispatchKeyEvent", **parameters)

    def type(self, text): self.call("Input.insertText", text=text)

    def settled(self, script):
        for _ in range(200):
            if self.run(script): return True
            time.sleep(0.02)
        return False

    def screen(self, width, scheme=None):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
        if scheme:
            self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])

    def no_wider(self, path, width):
        wide = self.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if wide and wide > 0: self.fault(f"{path}: {wide} pixels wider than a screen of {width}")

    def accessible(self, path, circumstances):
        """No serious finding of axe-core on the page as it stands."""
        self.run(self.axe_source + "; 0")
        found = self.run("axe.run().then(found => found.violations.map(v => [v.impact, v.id, v.nodes.length, v.nodes[0].html.slice(0, 160)]))", wait=True)
        for one in found or []:
            text = f"{path}, {circumstances}: {one}"
            if one[0] in ("serious", "critical"): self.fault(text)
            else: print(text)
        self.events.clear()

    def picture(self, file, whole=False):
        import base64
        data = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        open(file, "wb").write(base64.b64decode(data["data"]))
