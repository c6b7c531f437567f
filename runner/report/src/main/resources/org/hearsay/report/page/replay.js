"use strict";

/** One rumor's way over the topology: nodes light up as it arrives, messages fly, losses show. */
const replay = (() => {
  const { data, element } = model;
  const part = (name) => document.getElementById("replay-" + name);
  const canvas = part("canvas");
  const LOST_SHOWS_MS = 120;
  let shown = null;
  let places = [];
  let end = 1;
  let now = 0;
  let playing = false;
  let lastFrame = 0;

  /** Where nodes are, in a square of side 1. */
  function layout(run) {
    const count = run.node_count;
    const neighbors = Array.from({ length: count }, () => []);
    run.links.forEach(([a, b]) => neighbors[a].push(b));
    if (run.topology === "grid") {
      return cells(count, Math.max(1, ...neighbors[0]), false);
    }
    if (run.topology === "line") {
      return cells(count, Math.ceil(Math.sqrt(count)), true);
    }
    if (run.topology.startsWith("tree")) {
      return layers(count, neighbors);
    }
    return Array.from({ length: count }, (_, node) => {
      const angle = (2 * Math.PI * node) / count - Math.PI / 2;
      return [0.5 + 0.48 * Math.cos(angle), 0.5 + 0.48 * Math.sin(angle)];
    });
  }

  function cells(count, width, serpentine) {
    const height = Math.ceil(count / width);
    return Array.from({ length: count }, (_, node) => {
      const y = Math.floor(node / width);
      const x = serpentine && y % 2 ? width - 1 - (node % width) : node % width;
      return [(x + 0.5) / width, (y + 0.5) / height];
    });
  }

  /** A tree from node 0, level by level. */
  function layers(count, neighbors) {
    const depth = [0];
    const order = [0];
    for (const node of order) {
      for (const next of neighbors[node]) {
        if (depth[next] === undefined) {
          depth[next] = depth[node] + 1;
          order.push(next);
        }
      }
    }
    const levels = Math.max(...depth) + 1;
    const spots = [];
    for (let level = 0; level < levels; level++) {
      const same = order.filter((node) => depth[node] === level);
      same.forEach((node, i) => (spots[node] = [(i + 0.5) / same.length, (level + 0.5) / levels]));
    }
    return spots;
  }

  const unpacked = (run) => ({
    ...run,
    flights: run.flights.map(([from, to, sent, arrived, carries, lost]) => ({ from, to, sent, arrived, carries, lost })),
    arrivals: run.arrivals.map(([node, at]) => ({ node, at })),
  });

  function choose(index) {
    shown = unpacked(data.replays[index]);
    places = layout(shown);
    const times = [...shown.arrivals.map((each) => each.at), ...shown.flights.map((each) => each.arrived || each.sent + LOST_SHOWS_MS)];
    end = Math.max(1, ...times);
    seek(0);
  }

  function seek(time) {
    now = Math.min(Math.max(time, 0), end);
    part("time").value = String(Math.round((1000 * now) / end));
    draw();
  }

  function play(on) {
    playing = on;
    part("play").textContent = on ? "❚❚ Pause" : "▶ Play";
    if (on) {
      if (now >= end) {
        now = 0;
      }
      lastFrame = performance.now();
      requestAnimationFrame(frame);
    }
  }

  function frame(time) {
    if (!playing) {
      return;
    }
    seek(now + Math.max(0, time - lastFrame) * Number(part("speed").value));
    lastFrame = time;
    if (now >= end) {
      play(false);
    } else {
      requestAnimationFrame(frame);
    }
  }

  function draw() {
    const scale = window.devicePixelRatio || 1;
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    if (canvas.width !== width * scale || canvas.height !== height * scale) {
      canvas.width = width * scale;
      canvas.height = height * scale;
    }
    const pen = canvas.getContext("2d");
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    const side = Math.min(width * 0.9, height * 1.6);
    const at = (node) => [(width - side) / 2 + places[node][0] * side, 14 + places[node][1] * (height - 28)];
    drawLinks(pen, at);
    const lost = drawFlights(pen, at);
    const reached = drawNodes(pen, at, Math.max(3, Math.min(11, 110 / Math.sqrt(shown.node_count))));
    tell(reached, lost);
  }

  function drawLinks(pen, at) {
    pen.strokeStyle = model.style("--line");
    pen.lineWidth = 1;
    pen.beginPath();
    for (const [a, b] of shown.links) {
      pen.moveTo(...at(a));
      pen.lineTo(...at(b));
    }
    pen.stroke();
  }

  function drawFlights(pen, at) {
    let lost = 0;
    for (const flight of shown.flights) {
      if (flight.sent > now) {
        break;
      }
      lost += flight.lost ? 1 : 0;
      const arrives = flight.lost ? flight.sent + LOST_SHOWS_MS : flight.arrived;
      if (arrives === null || arrives < now) {
        continue;
      }
      const way = ((now - flight.sent) / Math.max(arrives - flight.sent, 0.001)) * (flight.lost ? 0.5 : 1);
      const [x0, y0] = at(flight.from);
      const [x1, y1] = at(flight.to);
      drawMessage(pen, x0 + (x1 - x0) * way, y0 + (y1 - y0) * way, flight);
    }
    return lost;
  }

  function drawMessage(pen, x, y, flight) {
    pen.strokeStyle = pen.fillStyle = flight.lost ? model.style("--bad") : model.style("--accent");
    pen.lineWidth = 2;
    pen.beginPath();
    if (flight.lost) {
      pen.moveTo(x - 4, y - 4);
      pen.lineTo(x + 4, y + 4);
      pen.moveTo(x + 4, y - 4);
      pen.lineTo(x - 4, y + 4);
      pen.stroke();
    } else {
      pen.arc(x, y, 4, 0, 2 * Math.PI);
      flight.carries ? pen.fill() : pen.stroke();
    }
  }

  function drawNodes(pen, at, radius) {
    const has = new Set([shown.origin, ...shown.arrivals.filter((each) => each.at <= now).map((each) => each.node)]);
    for (let node = 0; node < shown.node_count; node++) {
      const [x, y] = at(node);
      pen.beginPath();
      pen.arc(x, y, radius, 0, 2 * Math.PI);
      pen.fillStyle = has.has(node) ? model.style("--good") : model.style("--card");
      pen.strokeStyle = has.has(node) ? model.style("--good") : model.style("--soft");
      pen.lineWidth = 1.5;
      pen.fill();
      pen.stroke();
      if (node === shown.origin) {
        pen.beginPath();
        pen.arc(x, y, radius + 4, 0, 2 * Math.PI);
        pen.stroke();
      }
    }
    return has.size;
  }

  function tell(reached, lost) {
    const sent = shown.flights.filter((flight) => flight.sent <= now);
    const carrying = sent.filter((flight) => flight.carries).length;
    const count = (number, what) => number + " " + what + (number === 1 ? "" : "s");
    part("state").textContent = now.toFixed(0) + " ms: " + reached + " of " + count(shown.node_count, "node") + " reached, " +
      count(carrying, "message") + " with the rumor, " + (sent.length - carrying) + " naming it, " + lost + " lost";
    canvas.dataset.reached = String(reached);
  }

  function start() {
    document.getElementById("replay").hidden = data.replays.length === 0;
    if (data.replays.length === 0) {
      return;
    }
    data.replays.forEach((run, i) => part("run").append(element("option", { value: String(i), textContent: run.label + ", " + run.scenario })));
    part("run").addEventListener("change", () => choose(Number(part("run").value)));
    part("play").addEventListener("click", () => play(!playing));
    part("time").addEventListener("input", () => {
      play(false);
      seek((end * Number(part("time").value)) / 1000);
    });
    part("command").addEventListener("click", () => detail.tell({ label: shown.label, block: shown.scenario, seeds: "", options: "", command: shown.command },
      "One broadcast of this run", "a message flies in a straight line, whatever its way"));
    new ResizeObserver(draw).observe(canvas);
    choose(0);
  }

  return { start, draw: () => shown && draw() };
})();
