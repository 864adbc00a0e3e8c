"""Leads: which industry the first words of a sentence set for itself and what follows."""

from __future__ import annotations

import pytest

from layers.extract.leads import Leads, field, numbered, share
from layers.industry import Taxonomy

TAXONOMY = Taxonomy.from_data()


def _nowhere(name: str) -> bool:
    return False


def _after(*sentences: str) -> str | None:
    """The industry that holds behind sentences of one paragraph."""
    leads = Leads(TAXONOMY, _nowhere)
    for sentence in sentences:
        leads.learn(sentence, 1, placed=True, own_words=TAXONOMY.bare)
        leads.field(sentence, 1, TAXONOMY.bare)
    lead = leads.of(1)
    return lead.name if lead else None


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        pytest.param(["石化产业集群主要是以宁波为核心。"], "石化", id="subject"),
        pytest.param(["当前，轴承产业发展要立足特色。"], "轴承", id="subject-behind-a-time"),
        pytest.param(["林竹产业培育新昌县产业链。"], "林竹", id="subject-that-no-list-has"),
        pytest.param(["轴承的产业主要承载地为新昌。"], "轴承", id="where-it-is-borne"),
        pytest.param(["茶产业培育新昌县产业链。"], "茶", id="one-letter"),
        pytest.param(["把轴承产业培育成支柱产业。"], None, id="object"),
        pytest.param(["据县茶业发展中心介绍。"], None, id="who-says-it"),
        pytest.param(["3.石化，以宁波为核心。"], "石化", id="number"),
        pytest.param(["在轴承方面，以新昌为主。"], "轴承", id="field"),
        pytest.param(["在轴承方面，以新昌为主。", "上虞发展照明。"], None, id="field-left"),
        pytest.param(
            ["轴承产业重点发展滚子；", "照明产业重点发展灯具。"], "照明", id="last-of-a-list"
        ),
        pytest.param(
            ["轴承产业重点发展滚子；", "照明产业重点发展灯具。", "上虞加强管理。"],
            None,
            id="behind-a-list",
        ),
    ],
)
def test_what_holds_behind_sentences(sentences: list[str], expected: str | None) -> None:
    assert _after(*sentences) == expected


def test_a_lead_ends_with_its_paragraph() -> None:
    leads = Leads(TAXONOMY, _nowhere)
    leads.learn("石化产业以宁波为核心。", 1, placed=True, own_words=TAXONOMY.bare)
    assert leads.of(1) is not None
    assert leads.of(2) is None


def test_a_field_holds_for_the_list_behind_it() -> None:
    leads = Leads(TAXONOMY, _nowhere)
    for sentence in ("在轴承方面，以新昌为主；", "诸暨建设基地；"):
        leads.learn(sentence, 1, placed=True, own_words=TAXONOMY.bare)
        assert leads.field(sentence, 1, TAXONOMY.bare) == "轴承"


def test_industries_share_no_more_than_a_step_of_work() -> None:
    assert share("低空经济", ("低空装备",))
    assert not share("水产养殖", ("生猪养殖",))


def test_what_is_no_industry_opens_no_field() -> None:
    assert field("在产品体系上，加强管理。", TAXONOMY, _nowhere) == ""
    assert field("加强管理。", TAXONOMY, _nowhere) is None
    assert numbered("3.加强管理，以宁波为核心。", TAXONOMY) is None
