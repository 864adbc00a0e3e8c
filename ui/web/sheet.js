// A canvas that Leaflet moves and zooms with the map, painted by one function.

/* global L */
export const Sheet = L.Renderer.extend({
  options: { padding: 0.25, tolerance: 0, paint: null },

  _initContainer() {
    const canvas = (this._container = document.createElement("canvas"));
    canvas.setAttribute("aria-hidden", "true");
    this._context = canvas.getContext("2d");
  },

  _destroyContainer() {
    L.DomUtil.remove(this._container);
    delete this._container;
  },

  _updatePaths() {},

  _update() {
    if (this._map._animatingZoom && this._bounds) return;
    L.Renderer.prototype._update.call(this);
    const size = this._bounds.getSize();
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    L.DomUtil.setPosition(this._container, this._bounds.min);
    this._container.width = ratio * size.x;
    this._container.height = ratio * size.y;
    this._container.style.width = `${size.x}px`;
    this._container.style.height = `${size.y}px`;
    this.repaint();
    this.fire("update");
  },

  repaint() {
    // While the page is on paper the frame has no size.
    if (!this._bounds || !this._container?.width || !this._container.height) return;
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    const origin = this._map.getPixelOrigin();
    const bounds = L.bounds(this._bounds.min.add(origin), this._bounds.max.add(origin));
    this._context.setTransform(1, 0, 0, 1, 0, 0);
    this._context.clearRect(0, 0, this._container.width, this._container.height);
    this._context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.options.paint(this._context, frame(this._map, bounds));
  },
});

// What a painter needs: the scale and the pixels of the world that are seen.
export function frame(map, bounds) {
  const zoom = map.getZoom();
  return { zoom, scale: 2 ** zoom, bounds, metre: metre(map, zoom) };
}

// Pixels a metre at the latitude of the map's centre.
function metre(map, zoom) {
  const latitude = (map.getCenter().lat * Math.PI) / 180;
  return (256 * 2 ** zoom) / (40075016.686 * Math.cos(latitude));
}
