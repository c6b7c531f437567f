"use strict";

/** The charts. Each is drawn anew when conditions or colors change. */
const charts = (() => {
  const { data } = model;
  const MOST_LINES = 10;
  const drawn = new Map();

  /** Few enough rows to tell their lines apart: the best ones, then the others. */
  function few(rows) {
    return [...rows].sort((a, b) => Number(b.best) - Number(a.best)).slice(0, MOST_LINES);
  }

  function draw(id, config, rowOf) {
    drawn.get(id)?.destroy();
    const figure = document.getElementById(id).closest("figure");
    figure.hidden = config.data.datasets.length === 0;
    if (figure.hidden) {
      drawn.delete(id);
      return;
    }
    config.options.onClick = (event, points) => {
      if (points.length) {
        const row = rowOf(points[0].datasetIndex, points[0].index);
        if (row) {
          detail.tell(row.row, row.value, row.definition);
        }
      }
    };
    drawn.set(id, new Chart(document.getElementById(id), config));
  }

  function axis(title, more = {}) {
    return {
      title: { display: true, text: title, color: model.style("--soft") },
      ticks: { color: model.style("--soft"), maxRotation: 0, ...more.ticks },
      grid: { color: model.style("--grid") },
      ...Object.fromEntries(Object.entries(more).filter(([key]) => key !== "ticks")),
    };
  }

  // Of a logarithmic axis: 1, 2, 5, 10, ...
  const plain = (value) => (/^[125]0*$/.test(String(value).replace(/^0\.0*/, "")) ? value.toLocaleString("en") : "");
  const logarithmic = (title) => axis(title, { type: "logarithmic", ticks: { callback: plain, autoSkip: false } });

  function options(x, y, tooltip) {
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: "nearest", intersect: true },
      scales: { x, y },
      plugins: {
        legend: { position: "bottom", labels: { color: model.style("--ink"), boxWidth: 12, boxHeight: 12, padding: 8 } },
        tooltip: { callbacks: { label: tooltip } },
      },
    };
  }

  function line(row, points, more = {}) {
    return { label: row.label, data: points, borderColor: model.color(row), backgroundColor: model.color(row),
      borderWidth: 2, pointRadius: 0, pointHitRadius: 8, ...more };
  }

  const ms = (value) => (value < 10 ? value.toFixed(1) : value.toFixed(0)) + " ms";

  function frontier(block) {
    const TIME = "stable_latency_ms.p99";
    const COST = "messages_per_op";
    const placed = model.rowsOf(block).filter((row) => row.values[TIME] !== undefined && row.values[COST] !== undefined);
    // A line goes through rows that differ in their first option alone.
    const lines = new Map();
    for (const row of placed) {
      const name = row.label.replace(/:[^,]*(,|$)/, (_, comma) => (comma ? ": " : ""));
      lines.set(name, [...(lines.get(name) || []), row].sort((a, b) => a.values[TIME] - b.values[TIME]));
    }
    const sets = [...lines].map(([name, rows], i) => ({
      ...line(rows[0], rows.map((row) => ({ x: Math.max(row.values[TIME], 1), y: row.values[COST], row }))),
      label: name, showLine: true, pointHitRadius: 4,
      borderDash: [...lines.keys()].findIndex((other) => other.split(":")[0] === name.split(":")[0]) < i ? [4, 3] : [],
      pointRadius: rows.map((row) => (row.best ? 7 : 5)),
      pointStyle: rows.map((row) => (row.bound ? "triangle" : row.sound ? "circle" : "crossRot")),
      pointBorderWidth: rows.map((row) => (row.sound ? 1 : 2)),
    }));
    if (block === data.blocks[0]) {
      if (data.published.length) {
        sets.push({ label: "published, by their max", data: data.published.map((node) => ({ x: node.stable_max_ms, y: node.messages_per_op, node })),
          borderColor: model.style("--ink"), backgroundColor: "transparent", pointStyle: "rectRot", pointRadius: 6, showLine: false });
      }
      if (data.floor.length) {
        sets.push({ label: "floor", data: data.floor.map(([x, y]) => ({ x, y })), borderColor: model.style("--soft"),
          borderDash: [6, 4], borderWidth: 2, pointRadius: 0, pointHitRadius: 0, showLine: true });
      }
    }
    const name = (raw) => (raw.row ? raw.row.label : raw.node ? raw.node.name + ": " + raw.node.idea : "floor");
    draw("frontier", {
      type: "scatter",
      data: { datasets: sets },
      options: options(logarithmic("stable latency p99, ms"), logarithmic("messages per operation"),
        ({ raw }) => name(raw) + ": " + raw.y.toFixed(2) + " msgs/op, " + ms(raw.x)),
    }, (set, index) => {
      const { row } = sets[set].data[index];
      return row && { row, value: row.values[COST] + " messages per operation, p99 " + ms(row.values[TIME]), definition: model.metrics.get(COST).definition };
    });
  }

  const pointOf = (rows, text, definition) => (set, index) => ({ row: rows[set], value: text(rows[set], index), definition });

  function latencies(block) {
    const rows = few(model.rowsOf(block).filter((row) => row.latency.length));
    const percent = (value) => (value * 100).toFixed(value > 0.99 && value < 1 ? 3 : 1) + " %";
    const within = (row, i) => percent(row.latency[i][1]) + " within " + ms(row.latency[i][0]);
    draw("cdf", {
      type: "scatter",
      data: { datasets: rows.map((row) => line(row, row.latency.map(([x, p]) => ({ x: Math.max(x, 0.1), y: p * 100 })), { showLine: true })) },
      options: options(logarithmic("delivery latency, ms"), axis("% of deliveries", { min: 0, max: 100 }),
        ({ dataset, raw }) => dataset.label + ": " + raw.y.toFixed(1) + " % within " + ms(raw.x)),
    }, pointOf(rows, within, "share of the deliveries that took at most so long"));
    const rarity = (row) => row.latency.filter(([, p]) => p < 1).map(([x, p]) => ({ x: 1 / (1 - p), y: x }));
    draw("percentiles", {
      type: "scatter",
      data: { datasets: rows.map((row) => line(row, rarity(row), { showLine: true })) },
      options: options(
        axis("percentile", { type: "logarithmic", min: 1, ticks: { autoSkip: false,
          callback: (value) => (/^10*$/.test(String(value)) ? (value === 1 ? "0 %" : (100 - 100 / value).toFixed(Math.max(0, Math.log10(value) - 2)) + " %") : "") } }),
        axis("delivery latency, ms", { beginAtZero: true }),
        ({ dataset, raw }) => dataset.label + ": " + percent(1 - 1 / raw.x) + " within " + ms(raw.y)),
    }, pointOf(rows, within, "share of the deliveries that took at most so long"));
    const reached = rows.filter((row) => row.values.reliability !== undefined);
    draw("coverage", {
      type: "scatter",
      data: { datasets: reached.map((row) => line(row, [{ x: 0, y: 0 }, ...row.latency.map(([x, p]) => ({ x, y: p * row.values.reliability * 100 }))], { showLine: true })) },
      options: options(axis("ms since the broadcast", { max: horizon(reached) }), axis("% of nodes reached", { min: 0, max: 100 }),
        ({ dataset, raw }) => dataset.label + ": " + raw.y.toFixed(2) + " % after " + ms(raw.x)),
    }, pointOf(reached, (row, i) => percent((row.latency[Math.max(0, i - 1)][1]) * row.values.reliability) + " of nodes reached", "deliveries made by then over those due"));
  }

  /** Until nearly all of the slowest have it: what comes after that is a matter of percentiles. */
  function horizon(rows) {
    const late = (row) => (row.latency.find(([, p]) => p >= 0.98) || row.latency[row.latency.length - 1])[0];
    const ends = rows.map(late).sort((a, b) => a - b);
    return Math.ceil((ends[Math.floor(ends.length * 0.75)] || 1000) / 100) * 120;
  }

  function bytes(block) {
    const NAME = "bytes_per_op";
    const rows = model.rowsOf(block).filter((row) => row.values[NAME] > 0).sort((a, b) => a.values[NAME] - b.values[NAME]).slice(0, 2 * MOST_LINES);
    draw("bytes", {
      type: "bar",
      data: { labels: rows.map((row) => row.label), datasets: rows.length ? [{ data: rows.map((row) => row.values[NAME] / 1000), backgroundColor: rows.map(model.color) }] : [] },
      options: { ...options(logarithmic("kB per operation"), axis("", { ticks: { autoSkip: false } }), ({ raw }) => raw.toFixed(2) + " kB per operation"),
        indexAxis: "y", plugins: { legend: { display: false } } },
    }, (set, index) => ({ row: rows[index], value: rows[index].values[NAME] + " bytes per operation", definition: model.metrics.get(NAME).definition }));
  }

  function load(block) {
    const rows = few(model.rowsOf(block).filter((row) => row.load.length));
    const mean = (row) => row.load.reduce((sum, each) => sum + each, 0) / row.load.length || 1;
    draw("load", {
      type: "scatter",
      data: { datasets: rows.map((row) => line(row, row.load.map((count, i) => ({ x: i + 1, y: count / mean(row) })), { showLine: true, pointRadius: 2 })) },
      options: options(axis("node, by its load"), axis("× the mean", { beginAtZero: true }),
        ({ dataset, raw }) => dataset.label + ": " + raw.y.toFixed(2) + " times the mean"),
    }, pointOf(rows, (row, i) => row.load[i] + " messages at one node", "messages that the node sent or received"));
  }

  function growth(id, name, title) {
    const byLabel = new Map();
    for (const row of data.rows) {
      if (row.node_count && row.values[name] > 0) {
        byLabel.set(row.label, [...(byLabel.get(row.label) || []), row]);
      }
    }
    const lines = [...byLabel.values()].filter((rows) => new Set(rows.map((row) => row.node_count)).size > 1)
      .map((rows) => rows.sort((a, b) => a.node_count - b.node_count));
    draw(id, {
      type: "scatter",
      data: { datasets: lines.map((rows) => line(rows[0], rows.map((row) => ({ x: row.node_count, y: row.values[name] })), { showLine: true, pointRadius: 4 })) },
      options: options(logarithmic("nodes"), logarithmic(title), ({ dataset, raw }) => dataset.label + ": " + raw.y + " with " + raw.x + " nodes"),
    }, (set, index) => ({ row: lines[set][index], value: name + " = " + lines[set][index].values[name], definition: model.metrics.get(name).definition }));
  }

  function show(block) {
    frontier(block);
    latencies(block);
    bytes(block);
    load(block);
    growth("growth-cost", "messages_per_broadcast", "messages per broadcast");
    growth("growth-latency", "delivery_latency_ms.p99", "ms");
  }

  return { show };
})();
