import Semantics

/// The graph as a page to look around in: the list of texts, an arc for each pair that cites, and
/// beside them what the chosen text cites and who cites it. Solid arcs and "→" lead to what the chosen
/// text cites, broken arcs and "←" to what cites it, so no colour is needed; all of it is reached by
/// keyboard.
struct GraphPage {
  let graph: CitationGraph
  /// What `--format json` writes.
  let json: String

  func text() -> String {
    Page.text(title: "Who cites whom", style: Self.style, body: body(), script: Self.script)
  }

  private func body() -> String {
    let read = graph.nodes.count { $0.isRead }
    let outside = graph.nodes.count - read
    let drawing = GraphDrawing(graph: graph, drawsOutside: false).text()
    return """
      <h1>Who cites whom</h1>
      <p class="note">\(read) texts, \(outside) more that they cite. Choose a text with the mouse or
      with ↑ ↓ Home End; → solid: it cites, ← broken: it is cited by.
      <kbd>/</kbd> finds, <kbd>Esc</kbd> lets go.</p>
      <form onsubmit="return false">
      <label>Find <input type="search" id="find" placeholder="number or words"></label>
      <label><input type="checkbox" id="outside"> also the \(outside) texts that are only cited</label>
      </form>
      <main>
      <div id="field"><ul id="list" role="listbox" aria-label="Texts" tabindex="0"></ul>
      <svg id="arcs" aria-hidden="true"></svg></div>
      <aside id="details" aria-live="polite" aria-label="The chosen text"></aside>
      </main>
      <noscript>\(drawing)</noscript>
      <script type="application/json" id="graph">\(Markup.script(json))</script>
      """
  }

  private static let style = """
    main { display: flex; gap: 1.5rem; align-items: flex-start; margin-top: .75rem; }
    #field { display: flex; flex: none; }
    #list { margin: 0; padding: 0; width: 34rem; list-style: none; }
    #list li { display: flex; gap: .5rem; height: 22px; line-height: 22px; padding: 0 .35rem;
      cursor: pointer; white-space: nowrap; border-radius: 3px; }
    #list li:hover { background: var(--fill); }
    #list .mark { flex: none; width: 1.4rem; text-align: center; font-weight: 700; }
    #list .name { flex: none; }
    #list .name, #list .chosen .subject { font-weight: 600; }
    #list .only .name { font-style: italic; font-weight: 400; }
    #list .subject { flex: 1; overflow: hidden; text-overflow: ellipsis; color: var(--soft); }
    #list .count { flex: none; color: var(--soft); font-variant-numeric: tabular-nums; }
    #list .chosen { background: var(--ink); color: var(--paper); }
    #list .chosen * { color: inherit; }
    #list .near { box-shadow: inset 0 0 0 1px var(--ink); }
    #arcs { flex: none; }
    #arcs path { fill: none; stroke: var(--soft); stroke-width: 1; opacity: .35; }
    #arcs.chosen path { opacity: .07; }
    #arcs path.cites { stroke: var(--ink); stroke-width: 2; opacity: 1; }
    #arcs path.cited { stroke: var(--ink); stroke-width: 1.5; stroke-dasharray: 5 4; opacity: 1; }
    #arcs marker path { fill: var(--ink); stroke: none; opacity: 1; }
    aside { position: sticky; top: 1rem; flex: 1; min-width: 18rem; max-height: 94vh;
      overflow: auto; border-left: 1px solid var(--line); padding-left: 1rem; }
    aside h2 { font-size: 1.05rem; margin: 0 0 .25rem; }
    aside h3 { font-size: .95rem; margin: .9rem 0 .25rem; }
    aside ul { margin: 0; padding: 0; list-style: none; }
    aside li { margin: .15rem 0; }
    aside button { font: inherit; color: var(--mark); background: none; border: 0; padding: 0;
      text-align: left; text-decoration: underline; cursor: pointer; }
    small { color: var(--soft); overflow-wrap: anywhere; display: block; }
    @media (max-width: 70rem) { main { flex-direction: column; }
      aside { position: static; border: 0; padding: 0; max-height: none; } }
    """

  private static let script = """
    const data = JSON.parse(document.getElementById("graph").textContent);
    const texts = new Map(data.texts.map(text => [text.id, text]));
    const [list, arcs, details, find, outside] =
      ["list", "arcs", "details", "find", "outside"].map(id => document.getElementById(id));
    const row = 22, reach = 300;
    let shown = [], chosen = null;

    function make(tag, text, kind) {
      const element = document.createElement(tag);
      if (text !== undefined) element.textContent = text;
      if (kind) element.className = kind;
      return element;
    }
    const named = text => text.label + (text.body ? " (" + text.body + ")" : "");
    const cites = id => data.citations.filter(edge => edge.from === id);
    const citing = id => data.citations.filter(edge => edge.to === id);

    function draw() {
      const wanted = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
      shown = data.texts.filter(text => (text.read || outside.checked)
        && wanted.every(word => (named(text) + " " + text.subject).toLowerCase().includes(word)));
      if (chosen && !shown.includes(texts.get(chosen))) chosen = null;
      const to = new Set(chosen ? cites(chosen).map(edge => edge.to) : []);
      const from = new Set(chosen ? citing(chosen).map(edge => edge.from) : []);
      list.replaceChildren(...shown.map((text, index) => {
        const item = make("li");
        item.id = "t" + index;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", String(text.id === chosen));
        item.title = text.subject;
        const near = to.has(text.id) || from.has(text.id);
        item.className = (text.id === chosen ? "chosen " : "") + (near ? "near " : "")
          + (text.read ? "" : "only");
        const mark = to.has(text.id) ? (from.has(text.id) ? "↔" : "→") : from.has(text.id) ? "←" : "";
        item.append(make("span", mark, "mark"), make("span", named(text), "name"),
          make("span", text.subject, "subject"),
          make("span", "→ " + text.cites + "  ← " + text.citedBy, "count"));
        item.addEventListener("click", () => { choose(text.id); list.focus(); });
        return item;
      }));
      const at = shown.findIndex(text => text.id === chosen);
      if (at < 0) list.removeAttribute("aria-activedescendant");
      else list.setAttribute("aria-activedescendant", "t" + at);
      drawArcs();
      tell();
    }

    function drawArcs() {
      const place = new Map(shown.map((text, index) => [text.id, index * row + row / 2]));
      const space = "http://www.w3.org/2000/svg";
      const longest = Math.max(1, shown.length * row);
      arcs.setAttribute("width", reach + 20);
      arcs.setAttribute("height", longest);
      arcs.setAttribute("class", chosen ? "chosen" : "");
      const parts = [document.createElementNS(space, "defs")];
      parts[0].innerHTML = '<marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" '
        + 'markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker>';
      const edges = data.citations.filter(edge => place.has(edge.from) && place.has(edge.to));
      const rank = edge => edge.from === chosen || edge.to === chosen ? 1 : 0;
      for (const edge of edges.sort((a, b) => rank(a) - rank(b))) {
        const [a, b] = [place.get(edge.from), place.get(edge.to)];
        const bend = (24 + (reach - 24) * Math.abs(a - b) / longest) * 4 / 3;
        const path = document.createElementNS(space, "path");
        path.setAttribute("d", `M2 ${a} C${bend} ${a} ${bend} ${b} 4 ${b}`);
        path.setAttribute("marker-end", "url(#tip)");
        if (edge.from === chosen) path.setAttribute("class", "cites");
        else if (edge.to === chosen) path.setAttribute("class", "cited");
        parts.push(path);
      }
      arcs.replaceChildren(...parts);
    }

    function tell() {
      details.replaceChildren();
      const text = texts.get(chosen);
      if (!text) {
        details.append(make("p", "No text is chosen.", "note"));
        return;
      }
      details.append(make("h2", named(text)), make("div", text.subject));
      for (const file of text.files) {
        details.append(make("small", file.title + " · " + file.path + ":" + file.line));
      }
      if (!text.read) details.append(make("small", "It is cited only; the text was not read."));
      for (const [title, edges, end] of [["→ cites", cites(text.id), "to"],
        ["← is cited by", citing(text.id), "from"]]) {
        details.append(make("h3", title + " " + edges.length));
        const all = make("ul");
        for (const edge of edges) {
          const other = texts.get(edge[end]);
          const item = make("li"), button = make("button", named(other));
          button.addEventListener("click", () => {
            if (!other.read) outside.checked = true;
            find.value = "";
            choose(other.id);
          });
          item.append(button, " " + other.subject);
          const lines = edge.places.map(place => place.line).join(", ");
          item.append(make("small", "line " + lines + (edge.places[0].file === "-" ? ""
            : " of " + edge.places[0].file.split("/").pop())));
          all.append(item);
        }
        details.append(all);
      }
    }

    function choose(id) {
      chosen = id;
      draw();
      history.replaceState(null, "", id ? "#" + encodeURIComponent(id) : "#");
      const at = shown.findIndex(text => text.id === id);
      if (at >= 0) document.getElementById("t" + at).scrollIntoView({ block: "nearest" });
    }

    list.addEventListener("keydown", event => {
      const at = shown.findIndex(text => text.id === chosen), last = shown.length - 1;
      const next = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0,
        End: last, PageDown: Math.min(at + 15, last), PageUp: Math.max(at - 15, 0) }[event.key];
      if (next === undefined || last < 0) return;
      event.preventDefault();
      choose(shown[next].id);
    });
    document.addEventListener("keydown", event => {
      if (event.key === "/" && document.activeElement !== find) {
        event.preventDefault();
        find.focus();
      } else if (event.key === "Escape") {
        find.value = "";
        choose(null);
        list.focus();
      }
    });
    find.addEventListener("input", draw);
    outside.addEventListener("change", draw);
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (texts.has(wanted)) {
      outside.checked = !texts.get(wanted).read;
      chosen = wanted;
    }
    draw();
    """
}
