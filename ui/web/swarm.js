// Signs that share a place stand side by side: each keeps as near to its place as
// the others and the names allow. The same input gives the same picture.

const ROUNDS = 140;
const PULL = 0.08;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

// nodes: {x, y, r} in pixels; boxes: names as {x, y, w, h}, half sizes round their centre.
// Returns [x, y] for each node.
export function swarm(nodes, boxes = []) {
  const places = nodes.map((node, i) => [node.x + 0.6 * Math.sqrt(i % 31) * Math.cos(i * GOLDEN), node.y + 0.6 * Math.sqrt(i % 31) * Math.sin(i * GOLDEN)]);
  const cell = 2 * Math.max(8, ...nodes.map((node) => node.r));
  for (let round = 0; round < ROUNDS; round++) {
    const pull = PULL * (1 - round / ROUNDS);
    nodes.forEach((node, i) => {
      places[i][0] += (node.x - places[i][0]) * pull;
      places[i][1] += (node.y - places[i][1]) * pull;
    });
    for (const place of avoid(nodes, places, boxes)) place();
    part(nodes, places, cell);
  }
  return places;
}

function* avoid(nodes, places, boxes) {
  for (const box of boxes) {
    for (let i = 0; i < nodes.length; i++) {
      const dx = places[i][0] - box.x, dy = places[i][1] - box.y;
      const ox = box.w + nodes[i].r - Math.abs(dx), oy = box.h + nodes[i].r - Math.abs(dy);
      if (ox > 0 && oy > 0) yield () => (oy < ox ? (places[i][1] += (dy < 0 ? -1 : 1) * oy * 0.6) : (places[i][0] += (dx < 0 ? -1 : 1) * ox * 0.6));
    }
  }
}

// Push apart what overlaps, looking only at neighbours on a grid.
function part(nodes, places, cell) {
  const grid = new Map();
  places.forEach(([x, y], i) => {
    const key = `${Math.floor(x / cell)},${Math.floor(y / cell)}`;
    if (!grid.has(key)) grid.set(key, []);
    grid.get(key).push(i);
  });
  for (const [key, list] of grid) {
    const [cx, cy] = key.split(",").map(Number);
    for (let gx = cx - 1; gx <= cx + 1; gx++)
      for (let gy = cy - 1; gy <= cy + 1; gy++) {
        const others = grid.get(`${gx},${gy}`);
        if (others) for (const i of list) for (const j of others) if (i < j) push(nodes, places, i, j);
      }
  }
}

function push(nodes, places, i, j) {
  const dx = places[j][0] - places[i][0], dy = places[j][1] - places[i][1];
  const gap = nodes[i].r + nodes[j].r;
  const distance = Math.hypot(dx, dy);
  if (distance >= gap) return;
  const [ux, uy] = distance > 1e-6 ? [dx / distance, dy / distance] : [Math.cos(j * GOLDEN), Math.sin(j * GOLDEN)];
  const move = (gap - distance) / 2;
  places[i][0] -= ux * move;
  places[i][1] -= uy * move;
  places[j][0] += ux * move;
  places[j][1] += uy * move;
}
