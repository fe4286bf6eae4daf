/// The frame of the pages that the program writes: one file that fetches nothing.
enum Page {
  static func text(title: String, style: String, body: String, script: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; \
    style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <title>\(Markup.html(title))</title>
    <style>
    \(common)
    \(style)
    </style>
    </head>
    <body>
    \(body)
    <script>
    "use strict";
    \(script)
    </script>
    </body>
    </html>

    """
  }

  private static let common = """
    :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --soft: #6b6b6b;
      --line: #cfcfcf; --fill: #eef2f7; --mark: #0b4f9e; }
    @media (prefers-color-scheme: dark) { :root { --ink: #ececec; --paper: #16181b;
      --soft: #a0a0a0; --line: #43474d; --fill: #23282f; --mark: #8fc1ff; } }
    * { box-sizing: border-box; }
    body { margin: 0; padding: 1rem 1.25rem; color: var(--ink); background: var(--paper);
      font: 14px/1.4 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
    h1 { font-size: 1.25rem; margin: 0 0 .25rem; }
    p.note { margin: 0 0 .75rem; color: var(--soft); }
    label { margin-right: 1rem; }
    input[type=search], select { font: inherit; padding: .2rem .4rem; color: inherit;
      background: var(--paper); border: 1px solid var(--soft); border-radius: 3px; }
    :focus-visible { outline: 3px solid var(--mark); outline-offset: 1px; }
    """
}
