#include "scr/publication/page.hpp"

namespace scr::publication {

std::string_view style_sheet() {
    // Every pair of colours has a contrast of at least 7 to 1 against its ground.
    return R"css(:root {
  color-scheme: light dark;
  --ground: #ffffff;
  --panel: #f2f4f7;
  --text: #1a1f26;
  --quiet: #434d5a;
  --line: #c3cad3;
  --link: #0b4a85;
  --visited: #52307c;
  --focus: #b3400a;
}

@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181d;
    --panel: #1f252c;
    --text: #e9edf1;
    --quiet: #bcc5cf;
    --line: #48525e;
    --link: #9accff;
    --visited: #d3b8ff;
    --focus: #ffb37a;
  }
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

html {
  background: var(--ground);
  color: var(--text);
  font: 1.0625rem/1.6 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  text-size-adjust: 100%;
  -webkit-text-size-adjust: 100%;
}

body {
  margin: 0 auto;
  max-width: 46rem;
  overflow-wrap: break-word;
  padding: 0 1.25rem 2rem;
}

header {
  border-bottom: 1px solid var(--line);
  margin-bottom: 2rem;
  padding: 1.25rem 0 1rem;
}

header p,
header nav {
  margin: 0;
}

header nav {
  margin-top: 0.5rem;
}

.partnership {
  font-weight: 600;
}

main:focus {
  outline: none;
}

h1,
h2,
h3,
h4,
h5,
h6 {
  line-height: 1.25;
  margin: 2rem 0 0.75rem;
  text-wrap: balance;
}

h1 {
  font-size: clamp(1.6rem, 1.2rem + 2vw, 2.25rem);
  margin-top: 0;
}

h2 {
  font-size: 1.4rem;
}

h3 {
  font-size: 1.175rem;
}

h4,
h5,
h6 {
  font-size: 1.0625rem;
}

p,
ul,
ol,
blockquote,
pre,
.table {
  margin: 0 0 1rem;
}

ul,
ol {
  padding-left: 1.5rem;
}

li {
  margin-bottom: 0.35rem;
}

.kind {
  color: var(--quiet);
  font-weight: 600;
  margin-bottom: 0.25rem;
}

.note,
.dates {
  color: var(--quiet);
}

.dates {
  border-bottom: 1px solid var(--line);
  margin-bottom: 1.75rem;
  padding-bottom: 1rem;
}

.documents {
  list-style-type: "";
  padding: 0;
}

.documents li {
  background: var(--panel);
  border-left: 0.25rem solid var(--link);
  margin-bottom: 0.75rem;
  padding: 0.75rem 1rem;
}

a {
  color: var(--link);
  text-decoration-thickness: 0.08em;
  text-underline-offset: 0.15em;
}

a:visited {
  color: var(--visited);
}

a:hover {
  text-decoration-thickness: 0.16em;
}

a:focus-visible,
.table:focus-visible,
pre:focus-visible {
  outline: 0.1875rem solid var(--focus);
  outline-offset: 0.125rem;
}

.skip {
  background: var(--ground);
  left: 1rem;
  padding: 0.5rem 0.75rem;
  position: absolute;
  top: -6rem;
}

.skip:focus {
  top: 0.5rem;
}

blockquote {
  border-left: 0.25rem solid var(--line);
  color: var(--quiet);
  margin-left: 0;
  padding-left: 1rem;
}

pre,
code {
  background: var(--panel);
  font-family: ui-monospace, "Liberation Mono", monospace;
  font-size: 0.95em;
}

pre {
  overflow-x: auto;
  padding: 0.75rem 1rem;
}

hr {
  border: 0;
  border-top: 1px solid var(--line);
  margin: 2rem 0;
}

.table {
  overflow-x: auto;
}

table {
  border-collapse: collapse;
  min-width: 60%;
}

th,
td {
  border: 1px solid var(--line);
  overflow-wrap: normal;
  padding: 0.4rem 0.65rem;
  text-align: left;
  vertical-align: top;
}

th {
  background: var(--panel);
}

.right {
  text-align: right;
}

.centre {
  text-align: center;
}

footer {
  border-top: 1px solid var(--line);
  margin-top: 3rem;
  padding-top: 1rem;
}

@media print {
  :root {
    --ground: #ffffff;
    --panel: #ffffff;
    --text: #000000;
    --quiet: #000000;
    --line: #767676;
    --link: #000000;
    --visited: #000000;
  }

  html {
    font-size: 11pt;
  }

  body {
    max-width: none;
    padding: 0;
  }

  .skip,
  nav,
  footer {
    display: none;
  }

  article a[href^="http"]::after {
    content: " (" attr(href) ")";
  }

  h1,
  h2,
  h3,
  h4,
  h5,
  h6 {
    break-after: avoid;
  }

  tr,
  li,
  blockquote {
    break-inside: avoid;
  }

  .table,
  pre {
    overflow: visible;
  }

  pre {
    white-space: pre-wrap;
  }
}
)css";
}

}  // namespace scr::publication
