// Signs that share a place stand side by side: each keeps as near to its place as
// the others and the names allow. The same input gives the same picture.

const ROUNDS = 140;
const PULL = 0.08;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

// nodes: {x, y, r} in pixels; boxes: names as {x, y, w, h}, half sizes round their centre.
// Returns [x, y] for each node.
export function swarm(nodes, boxes = []) {
  const xs = Float64Array.from(nodes, (node, i) => node.x + 0.6 * Math.sqrt(i % 31) * Math.cos(i * GOLDEN));
  const ys = Float64Array.from(nodes, (node, i) => node.y + 0.6 * Math.sqrt(i % 31) * Math.sin(i * GOLDEN));
  const cell = 2 * Math.max(8, ...nodes.map((node) => node.r));
  for (let round = 0; round < ROUNDS; round++) {
    const pull = PULL * (1 - round / ROUNDS);
    for (let i = 0; i < nodes.length; i++) {
      xs[i] += (nodes[i].x - xs[i]) * pull;
      ys[i] += (nodes[i].y - ys[i]) * pull;
    }
    avoid(nodes, xs, ys, boxes);
    part(nodes, xs, ys, cell);
  }
  return nodes.map((_, i) => [xs[i], ys[i]]);
}

function avoid(nodes, xs, ys, boxes) {
  for (const box of boxes) {
    for (let i = 0; i < nodes.length; i++) {
      const dx = xs[i] - box.x, dy = ys[i] - box.y;
      const ox = box.w + nodes[i].r - Math.abs(dx), oy = box.h + nodes[i].r - Math.abs(dy);
      if (ox <= 0 || oy <= 0) continue;
      if (oy < ox) ys[i] += (dy < 0 ? -1 : 1) * oy * 0.6;
      else xs[i] += (dx < 0 ? -1 : 1) * ox * 0.6;
    }
  }
}

// A cell of the grid as one number: pixels of the world at the greatest zoom stay exact.
const ROW = 2 ** 26;

// Push apart what overlaps, looking only at neighbours on a grid.
function part(nodes, xs, ys, cell) {
  const grid = new Map();
  const cells = nodes.map((_, i) => Math.floor(xs[i] / cell) * ROW + Math.floor(ys[i] / cell));
  cells.forEach((key, i) => (grid.has(key) ? grid.get(key).push(i) : grid.set(key, [i])));
  cells.forEach((key, i) => {
    for (let x = -ROW; x <= ROW; x += ROW)
      for (let y = -1; y <= 1; y++) for (const j of grid.get(key + x + y) ?? []) if (i < j) push(nodes, xs, ys, i, j);
  });
}

function push(nodes, xs, ys, i, j) {
  const dx = xs[j] - xs[i], dy = ys[j] - ys[i];
  const gap = nodes[i].r + nodes[j].r;
  const square = dx * dx + dy * dy;
  if (square >= gap * gap) return;
  const distance = Math.sqrt(square);
  const apart = distance > 1e-6;
  const ux = apart ? dx / distance : Math.cos(j * GOLDEN), uy = apart ? dy / distance : Math.sin(j * GOLDEN);
  const move = (gap - distance) / 2;
  xs[i] -= ux * move;
  ys[i] -= uy * move;
  xs[j] += ux * move;
  ys[j] += uy * move;
}
