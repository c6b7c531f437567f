"use strict";

/** The table of all runs under the chosen conditions, sorted by whatever column is clicked. */
const runsTable = (() => {
  const { data, element } = model;
  const columns = data.metrics.filter((metric) => metric.heading);
  let block = null;
  let sort = { name: null, up: true };

  function sorted() {
    const rows = model.rowsOf(block);
    if (sort.name === null) {
      return rows;
    }
    const value = (row) => (sort.name === "label" ? row.label : row.values[sort.name] ?? Infinity);
    return rows.slice().sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) * (sort.up ? 1 : -1));
  }

  function heading(name, text, definition) {
    const button = element("button", { type: "button", textContent: text, title: definition });
    button.addEventListener("click", () => {
      sort = { name, up: sort.name === name ? !sort.up : model.metrics.get(name)?.better !== "HIGHER" };
      draw();
    });
    const cell = element("th", { scope: "col" }, button);
    if (sort.name === name) {
      cell.ariaSort = sort.up ? "ascending" : "descending";
      button.append(sort.up ? " ▲" : " ▼");
    }
    return cell;
  }

  function line(row) {
    const made = element("tr", { className: row.best ? "best" : row.beaten_by ? "beaten" : "" });
    made.title = row.beaten_by ? "beaten by " + row.beaten_by : "";
    made.append(element("td", {}, model.marked(row)));
    for (const metric of columns) {
      const button = element("button", { type: "button", textContent: model.text(row, metric.name, true) });
      button.addEventListener("click", () => detail.show(row, metric.name));
      made.append(element("td", {}, button));
    }
    const judged = (text) => element("td", { className: "words " + (/^(ok|valid)/.test(text) ? "ok" : text === "-" ? "" : "not-ok"), textContent: text });
    made.append(judged(row.verdicts.maelstrom), judged(row.verdicts.strict));
    return made;
  }

  function draw() {
    const head = element("tr", {}, heading("label", "strategy", "what ran"),
      ...columns.map((metric) => heading(metric.name, metric.heading, metric.definition + (metric.unit ? ", in " + metric.unit : ""))),
      element("th", { textContent: "Maelstrom", className: "words", title: "INVALID if the very last reads miss a value that was acknowledged or read before" }),
      element("th", { textContent: "strict", className: "words", title: "ok if every final read has every acknowledged value, none twice and none invented" }));
    document.getElementById("runs").replaceChildren(element("thead", {}, head), element("tbody", {}, ...sorted().map(line)));
    const metric = model.metrics.get(sort.name);
    document.getElementById("sorted").textContent = metric ? "by " + metric.heading + ": " + metric.definition : "";
  }

  function show(chosen) {
    block = chosen;
    draw();
  }

  function define() {
    const list = document.getElementById("definitions");
    for (const metric of data.metrics) {
      list.append(element("dt", { textContent: metric.name }), element("dd", { textContent: metric.definition + (metric.unit ? " (" + metric.unit + ")" : "") }));
    }
  }

  return { show, define };
})();
