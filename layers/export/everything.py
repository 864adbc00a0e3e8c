"""Everything in one zip: the data package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layers.export.archive import archive

if TYPE_CHECKING:
    from layers.build import Layers


def everything(layers: Layers) -> bytes:
    """The data package of these layers as a zip."""
    from layers.package import package

    return archive(package(layers))
