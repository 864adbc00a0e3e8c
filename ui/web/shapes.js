// Geometry as it comes (differences of 1e-4 degrees) to paths in pixels.

const STEP = 1e-4;
const WORLD = 256;

// Web Mercator at zoom 0: x and y in pixels of a world of 256.
export function project(lon, lat) {
  const sine = Math.sin((lat * Math.PI) / 180);
  return [WORLD * (lon / 360 + 0.5), WORLD * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))];
}

export function decode(steps) {
  const points = new Float64Array(steps.length);
  let x = 0, y = 0;
  for (let i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    [points[i], points[i + 1]] = project(x * STEP, y * STEP);
  }
  return points;
}

// A polygon or a line that keeps its path for the zoom at which it was last drawn.
export class Shape {
  constructor(lines, closed) {
    this.lines = lines.map(decode);
    this.closed = closed;
    this.scale = 0;
    this.box = box(this.lines);
  }

  static polygon(parts) {
    return new Shape(parts.flat(), true);
  }

  static line(paths) {
    return new Shape(paths, false);
  }

  path(scale) {
    if (scale !== this.scale) {
      this.scale = scale;
      this.drawn = this.trace(scale);
    }
    return this.drawn;
  }

  trace(scale) {
    const path = new Path2D();
    for (const points of this.lines) {
      path.moveTo(points[0] * scale, points[1] * scale);
      for (let i = 2; i < points.length; i += 2) path.lineTo(points[i] * scale, points[i + 1] * scale);
      if (this.closed) path.closePath();
    }
    return path;
  }

  meets(bounds, scale) {
    const [w, n, e, s] = this.box;
    return e * scale >= bounds.min.x && w * scale <= bounds.max.x && s * scale >= bounds.min.y && n * scale <= bounds.max.y;
  }

  // Whether a point (pixels at this scale) lies inside, by even-odd crossing.
  holds(x, y, scale) {
    const [w, n, e, s] = this.box;
    const px = x / scale, py = y / scale;
    if (px < w || px > e || py < n || py > s) return false;
    return this.lines.reduce((inside, points) => inside !== crosses(points, px, py), false);
  }

  // Pixels from a point to the nearest part of the line.
  distance(x, y, scale) {
    return Math.min(...this.lines.map((points) => nearest(points, x / scale, y / scale))) * scale;
  }
}

function box(lines) {
  const result = [Infinity, Infinity, -Infinity, -Infinity];
  for (const points of lines) {
    for (let i = 0; i < points.length; i += 2) {
      result[0] = Math.min(result[0], points[i]);
      result[1] = Math.min(result[1], points[i + 1]);
      result[2] = Math.max(result[2], points[i]);
      result[3] = Math.max(result[3], points[i + 1]);
    }
  }
  return result;
}

function crosses(points, x, y) {
  let inside = false;
  for (let i = 0, j = points.length - 2; i < points.length; j = i, i += 2) {
    const [ax, ay, bx, by] = [points[i], points[i + 1], points[j], points[j + 1]];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function nearest(points, x, y) {
  let best = Infinity;
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [ax, ay, bx, by] = [points[i], points[i + 1], points[i + 2], points[i + 3]];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = length ? Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0;
    best = Math.min(best, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return best;
}
