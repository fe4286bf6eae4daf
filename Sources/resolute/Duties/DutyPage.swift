import Semantics

/// The report as a page: a table that can be narrowed by words, by addressee and to what is dated.
struct DutyPage {
  let rows: [DutyRow]

  func text() -> String {
    Page.text(
      title: "Who must do what", style: Self.style, body: body(), script: Self.script)
  }

  private func body() -> String {
    var seen: Set<String> = []
    let names = rows.flatMap(\.duty.addressees).filter { seen.insert($0).inserted }.sorted()
    let options = names.map { "<option>\(Markup.html($0))</option>" }.joined()
    return """
      <h1>Who must do what</h1>
      <p class="note">From the operative clauses, in the words of the texts.
      <output id="count">\(rows.count) duties</output></p>
      <form onsubmit="return false">
      <label>Find <input type="search" id="words" placeholder="words"></label>
      <label>Who <select id="who"><option value="">anyone</option>\(options)</select></label>
      <label><input type="checkbox" id="dated"> only what has a date or a report</label>
      </form>
      <table>
      <thead><tr><th scope="col">Text</th><th scope="col">Who</th><th scope="col">Action</th>\
      <th scope="col">When</th><th scope="col">Reports to</th><th scope="col">Paragraph</th></tr></thead>
      <tbody>
      \(rows.map(row).joined(separator: "\n"))
      </tbody>
      </table>
      """
  }

  private func row(_ row: DutyRow) -> String {
    let items = row.duty.items.map { "<li>\(Markup.html($0))</li>" }.joined()
    let list = items.isEmpty ? "" : "<ul>\(items)</ul>"
    let names = row.duty.addressees.map(Markup.html).joined(separator: "\u{1}")
    return """
      <tr data-who="\(names)"\(row.duty.isDated ? " data-dated" : "")>\
      <th scope="row">\(Markup.html(row.text))</th><td>\(Markup.html(row.who))</td>\
      <td>\(Markup.html(row.duty.action))\(list)</td><td>\(Markup.html(row.when))</td>\
      <td>\(Markup.html(row.reportsTo))</td>\
      <td>\(Markup.html(row.duty.paragraph))<br><small>\(Markup.html(row.place))</small></td></tr>
      """
  }

  private static let style = """
    table { border-collapse: collapse; margin-top: .75rem; width: 100%; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .5rem;
      border-bottom: 1px solid var(--line); }
    thead th { position: sticky; top: 0; background: var(--fill); }
    tbody th { font-weight: 600; white-space: nowrap; }
    select { max-width: 24rem; }
    td:nth-child(3) { min-width: 24rem; }
    ul { margin: .25rem 0 0; padding-left: 1rem; list-style: none; }
    small { color: var(--soft); overflow-wrap: anywhere; }
    @media print { form { display: none; } thead th { position: static; } }
    """

  private static let script = """
    const rows = [...document.querySelectorAll("tbody tr")];
    const [words, who, dated] = ["words", "who", "dated"].map(id => document.getElementById(id));
    function narrow() {
      const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
      let shown = 0;
      for (const row of rows) {
        const text = row.textContent.toLowerCase();
        const fits = wanted.every(word => text.includes(word))
          && (!who.value || row.dataset.who.split("\\u0001").includes(who.value))
          && (!dated.checked || "dated" in row.dataset);
        row.hidden = !fits;
        shown += fits;
      }
      document.getElementById("count").textContent = shown + " of " + rows.length + " duties";
    }
    for (const field of [words, who, dated]) field.addEventListener("input", narrow);
    """
}
