"use strict";

/** Puts the page together. */
(() => {
  const { data, element } = model;
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let block = data.blocks[0];

  function paint() {
    charts.show(block);
    replay.draw();
  }

  function setTheme(name) {
    root.dataset.theme = name;
    paint();
  }

  function choose(chosen) {
    block = chosen;
    document.querySelectorAll("#blocks button").forEach((button) => (button.ariaPressed = String(button.textContent === block)));
    answer.ladder(block);
    runsTable.show(block);
    paint();
  }

  root.dataset.theme = dark.matches ? "dark" : "light";
  dark.addEventListener("change", () => setTheme(dark.matches ? "dark" : "light"));
  document.getElementById("theme").addEventListener("click", () => setTheme(root.dataset.theme === "dark" ? "light" : "dark"));
  document.getElementById("conditions").textContent = data.conditions;
  document.getElementById("made").textContent = "Made with Hearsay" + (data.commits.length ? ", commit " + data.commits.join(", ") : "") + ".";
  const blocks = document.getElementById("blocks");
  blocks.hidden = data.blocks.length < 2;
  for (const each of data.blocks) {
    blocks.append(element("button", { type: "button", textContent: each, onclick: () => choose(each) }));
  }
  answer.sound();
  runsTable.define();
  replay.start();
  choose(block);
})();
