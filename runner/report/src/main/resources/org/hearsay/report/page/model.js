"use strict";

/** What the page shows, and how it names, rounds and colors it. */
const model = (() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const metrics = new Map(data.metrics.map((metric) => [metric.name, metric]));
  // Okabe and Ito's colors, which most color-blind readers tell apart, and some more.
  const palette = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#8c6bb1", "#b8a800", "#7f7f7f", "#a6761d"];
  const strategy = (row) => row.label.split(":")[0];
  const strategies = [...new Set(data.rows.map(strategy))];
  const labels = [...new Set(data.rows.map((row) => row.label))];
  // Where one strategy has many rows, they share a color.
  const named = labels.length <= palette.length ? labels : strategies;

  function color(row) {
    const name = named === labels ? row.label : strategy(row);
    return palette[named.indexOf(name) % palette.length];
  }

  /** A metric's value as text, without its unit; a dash if it is unknown. */
  function text(row, name, inColumn) {
    const metric = metrics.get(name);
    const value = row.values[name];
    if (value === undefined) {
      return "–";
    }
    return (value / 10 ** (inColumn ? metric.shift : 0)).toFixed(metric.decimals);
  }

  /** What a row is called, with a star if it is among the best. */
  const marked = (row) => (row.best ? "★ " : "") + row.label + (row.bound ? " (bound)" : "");

  const rowsOf = (block) => data.rows.filter((row) => row.block === block);

  /** An element with a text and children. */
  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  return { data, metrics, strategy, color, text, marked, rowsOf, element, style };
})();
