"""The column contract: frames keep it, the dictionary says it, a fault is told in one line."""

from __future__ import annotations

import pytest

from layers import contracts, schema, vocabulary
from layers.build import Layers
from layers.dictionary import PAGE, dictionary
from layers.errors import JiqunError


def test_the_dictionary_in_docs_is_the_schema() -> None:
    """`python -m layers.dictionary` writes it anew."""
    assert PAGE.read_text(encoding="utf8") == dictionary()


@pytest.mark.parametrize("layer", schema.LAYERS.values(), ids=schema.LAYERS.keys())
def test_every_column_is_described_in_both_languages(layer: schema.Layer) -> None:
    assert [c.name for c in layer.columns if not (c.zh and c.en)] == []
    assert len({c.name for c in layer.columns}) == len(layer.columns)


@pytest.mark.parametrize("name", schema.LAYERS)
def test_layers_of_both_plans_keep_the_contract(real: Layers, name: str) -> None:
    frame = getattr(real, name)
    contracts.check(schema.LAYERS[name], frame)
    assert len(frame) > 0


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        pytest.param("kind", "cluster", "kind", id="outside-the-vocabulary"),
        pytest.param("lon", 200.0, "lon", id="beyond-the-bound"),
        pytest.param("name", None, "name", id="empty"),
        pytest.param("id", "c-same", "id", id="twice"),
    ],
)
def test_a_fault_is_one_error_that_names_the_column(
    layers: Layers, column: str, value: object, said: str
) -> None:
    frame = layers.claims.copy()
    frame[column] = value
    with pytest.raises(JiqunError, match=f"layer claims.*{said}") as raised:
        contracts.check(schema.CLAIMS, frame)
    assert "\n" not in str(raised.value)


def test_every_reason_has_words() -> None:
    """The reader and the ledger give codes; whoever reads a file needs what they mean."""
    from layers.build import NO_PLACE, NO_SHAPE
    from layers.extract.places.toponyms import REASONS as REFUSALS
    from layers.ledger import REASONS, UNREAD, USED

    assert set(vocabulary.REASONS) == {*REFUSALS, NO_PLACE, NO_SHAPE}
    assert set(schema.FATES) == {USED, *REASONS, UNREAD}


def test_all_faults_are_told_at_once(layers: Layers) -> None:
    frame = layers.claims.assign(kind="x", status="y", lat=91.0)
    with pytest.raises(JiqunError) as raised:
        contracts.check(schema.CLAIMS, frame)
    assert all(column in str(raised.value) for column in ("kind", "status", "lat"))
