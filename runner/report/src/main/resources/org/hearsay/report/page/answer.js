"use strict";

/** The answer in words: who loses nothing, and who is cheapest at which latency. */
const answer = (() => {
  const { data, element } = model;
  const MOST_STEPS = 6;
  const MOST_CHIPS = 12;
  const COST = "messages_per_op";
  const TIME = "stable_latency_ms.p99";

  function chip(row, text) {
    const made = element("li", { textContent: text });
    made.style.setProperty("--swatch", model.color(row));
    return made;
  }

  function sound() {
    const card = document.getElementById("sound");
    const usable = data.rows.filter((row) => !row.bound);
    // Where one strategy has many rows, they are named together.
    const name = new Set(usable.map((row) => row.label)).size > MOST_CHIPS ? model.strategy : (row) => row.label;
    const lossless = [];
    const losing = [];
    for (const each of new Set(usable.map(name))) {
      const rows = usable.filter((row) => name(row) === each);
      const lost = rows.filter((row) => !row.sound);
      (lost.length === 0 ? lossless : losing).push({ row: rows[0], name: each, lost });
    }
    const everywhere = data.blocks.length > 1 ? " under any of these conditions" : "";
    card.append(element("h2", { textContent: (lossless.length ? "Loses nothing" : "Everything loses something") + everywhere }));
    card.append(element("ul", { className: "chips" }, ...lossless.map((each) => chip(each.row, each.name))));
    if (losing.length) {
      const line = element("p", { className: "loses", textContent: "Loses something: " });
      losing.slice(0, MOST_STEPS).forEach((each, i) => {
        const where = data.blocks.length > 1 ? " (" + [...new Set(each.lost.map((row) => row.block.split(",")[0]))].join(", ") + ")" : "";
        line.append((i ? ", " : "") + each.name, element("span", { textContent: where }));
      });
      if (losing.length > MOST_STEPS) {
        line.append(" and " + (losing.length - MOST_STEPS) + " more");
      }
      card.append(line);
    }
  }

  const bySpeed = (rows) => [...rows].sort((a, b) => a.values[TIME] - b.values[TIME]);

  /** Some of many, the first and the last among them. */
  function spread(rows) {
    if (rows.length <= MOST_STEPS) {
      return rows;
    }
    return Array.from({ length: MOST_STEPS }, (_, i) => rows[Math.round((i * (rows.length - 1)) / (MOST_STEPS - 1))]);
  }

  function ladder(block) {
    const card = document.getElementById("ladder");
    const lossless = model.rowsOf(block).filter((row) => row.sound && !row.bound && row.values[TIME] !== undefined);
    const best = bySpeed(lossless.filter((row) => row.best));
    // Where few are best, the cheapest of the others say by how much.
    const others = lossless.filter((row) => !row.best).sort((a, b) => a.values[COST] - b.values[COST]);
    const listed = bySpeed([...spread(best), ...others.slice(0, Math.max(0, MOST_STEPS - best.length))]);
    card.replaceChildren(element("h2", { textContent: "Cheapest at which latency, and how far from the floor" }));
    card.hidden = listed.length === 0;
    const table = element("table", {}, element("tr", {},
      ...["within", "", "msgs/op", "× floor"].map((text) => element("th", { textContent: text }))));
    for (const row of listed) {
      const floor = row.over_floor === undefined ? "–" : row.over_floor.toFixed(1);
      table.append(element("tr", { className: row.best ? "best" : "beaten" },
        element("td", {}, number(row.values[TIME] + " ms", () => detail.show(row, TIME))),
        element("td", { className: "words", textContent: model.marked(row) }),
        element("td", {}, number(row.values[COST].toFixed(2), () => detail.show(row, COST))),
        element("td", {}, number(floor, () => detail.tell(row, "× floor = " + floor,
          "messages over the least for its slowest delivery D: one to each node every D less a link, or one to each per broadcast")))));
    }
    card.append(table, element("p", { className: "key",
      textContent: "★ no other is cheaper or faster, and none the worse, of those that lost nothing; within: the p99 of the stable latency. For " + block + "." }));
  }

  const number = (text, onclick) => element("button", { type: "button", textContent: text, onclick });

  return { sound, ladder };
})();
