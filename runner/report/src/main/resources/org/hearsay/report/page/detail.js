"use strict";

/** The sheet that says of a number what it means, and how to get it again. */
const detail = (() => {
  const part = (name) => document.getElementById(name === "" ? "detail" : "detail-" + name);
  let opener = null;

  function open(value, definition, run, command) {
    opener = document.activeElement;
    part("value").textContent = value;
    part("definition").textContent = definition;
    part("run").textContent = run;
    part("command").textContent = command || "";
    part("again").hidden = !command;
    part("copy").textContent = "Copy";
    part("").hidden = false;
    part("close").focus({ preventScroll: true });
  }

  function close() {
    part("").hidden = true;
    opener?.focus({ preventScroll: true });
  }

  const run = (row) =>
    [row.label, row.block, row.seeds && "seed " + row.seeds, row.options].filter(Boolean).join(" · ");

  /** Shows a metric of a row. */
  function show(row, name) {
    const metric = model.metrics.get(name);
    const spread = row.spread[name];
    const value = model.text(row, name) + (spread === undefined ? "" : " ± " + spread.toFixed(metric.decimals + 1));
    open(name + " = " + value + " " + metric.unit, metric.definition, run(row), row.command);
  }

  /** Shows something else of a row. */
  function tell(row, value, definition) {
    open(value, definition, run(row), row.command);
  }

  async function copy() {
    const command = part("command");
    try {
      await navigator.clipboard.writeText(command.textContent);
      part("copy").textContent = "Copied";
    } catch {
      // Pages from files may not write to the clipboard everywhere: select it instead.
      getSelection().selectAllChildren(command);
      part("copy").textContent = "Selected";
    }
  }

  part("close").addEventListener("click", close);
  part("copy").addEventListener("click", copy);
  document.addEventListener("keydown", (event) => event.key === "Escape" && !part("").hidden && close());
  return { show, tell };
})();
