"""Opens a GeoPackage in QGIS without a screen, with the styles that it holds, and draws it.

Run by Debian's Python: python3 qgis_render.py FILE.gpkg PICTURE.png
"""

import json
import os
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsDataProvider,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

FILLS = ("332288", "CC6677", "DDCC77", "AA4499", "88CCEE", "999933", "117733", "44AA99")


def sublayers(path):
    probe = QgsVectorLayer(path, "probe", "ogr")
    for entry in probe.dataProvider().subLayers():
        parts = entry.split(QgsDataProvider.sublayerSeparator())
        if parts[3] not in ("None", "NoGeometry"):
            yield parts[1], parts[3]


def opened(path):
    for name, kind in sublayers(path):
        uri = f"{path}|layername={name}" + (f"|geometrytype={kind}" if name == "claims" else "")
        layer = QgsVectorLayer(uri, name, "ogr")
        _, styled = layer.loadDefaultStyle()
        yield (
            layer,
            {
                "name": name,
                "rows": layer.featureCount(),
                "styled": styled,
                "renderer": layer.renderer().type(),
            },
        )


def drawn(layers, labelled):
    order = {"claims": 0, "lines": 1, "units": 2}
    view = QgsMapSettings()
    shown = [layer for layer in layers if layer.name() in order]
    view.setLayers(sorted(shown, key=lambda layer: (order[layer.name()], layer.geometryType())))
    view.setBackgroundColor(QColor("white"))
    view.setOutputSize(QSize(1200, 1000))
    view.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    extent = QgsRectangle(118.0, 27.0, 123.2, 31.3)
    view.setExtent(extent)
    view.setFlag(QgsMapSettings.DrawLabeling, labelled)
    job = QgsMapRendererSequentialJob(view)
    job.start()
    job.waitForFinished()
    return job.renderedImage(), [str(error.message) for error in job.errors()]


def near(colour, image):
    """Whether a pixel is within a hand of the colour."""
    r, g, b = (int(colour[i : i + 2], 16) for i in (0, 2, 4))
    for x in range(0, image.width(), 2):
        for y in range(0, image.height(), 2):
            c = image.pixelColor(x, y)
            if abs(c.red() - r) + abs(c.green() - g) + abs(c.blue() - b) < 24:
                return True
    return False


app = QgsApplication([], False)
app.initQgis()
pairs = list(opened(sys.argv[1]))
layers = [layer for layer, _ in pairs]
image, errors = drawn(layers, True)
image.save(sys.argv[2])
# QGIS puts labels down in another order from run to run, and they hide the small symbols.
bare, _ = drawn(layers, False)
said = {
    "layers": [facts for _, facts in pairs],
    "errors": errors,
    "classes_seen": sum(near(colour, bare) for colour in FILLS),
}
print(json.dumps(said), flush=True)
# QGIS 3.22 crashes when its singletons are taken down in this order; all is written.
os._exit(0)
