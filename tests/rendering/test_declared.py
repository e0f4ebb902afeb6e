from __future__ import annotations

import datetime

from segsite.diagnostics import Findings
from segsite.inheritance import inherit
from segsite.reading import read_site
from segsite.rendering.declared import Declared
from segsite.rendering.renderer import Renderer

DAY = datetime.date(2026, 11, 21)


def declared(folder):
    site = read_site(folder, Findings())
    renderer = Renderer(site, inherit(site, Findings()), DAY, drafts=False)
    return renderer, Declared(renderer)


def said(passages):
    return {
        passage.wording.source: (".".join(sorted(passage.parts)), str(passage.place(0, (0, 1)))) for passage in passages
    }


def test_a_definition_says_its_message_and_the_labels_of_its_ctas(site):
    renderer, words = declared(site())
    assert said(words.of_segment(renderer.tree.root)) == {
        "Make things sooner": ("headline.message", "content/segments/segment.yaml:4:13"),
        "Less waiting, more making.": ("message.promise", "content/segments/segment.yaml:5:12"),
        "Book a demo": ("cta", "content/segments/segment.yaml:7:17"),
    }


def test_what_a_segment_inherits_is_given_once_unless_it_differs(site):
    folder = site(
        "-- content/segments/segment.yaml --\n"
        "name: Everyone\naudience: makers\n"
        "message: {headline: Make things, promise: 'For {{ segment.audience }}'}\n"
        "-- content/segments/potters/segment.yaml --\naudience: potters\n"
    )
    renderer, words = declared(folder)
    root, potters = renderer.tree.nodes.values()
    assert list(said(words.of_segment(root))) == ["Make things", "For makers"]
    assert said(words.of_segment(potters)) == {
        "For potters": ("message.promise", "content/segments/segment.yaml:3:44"),
    }


def test_words_of_a_cell_stand_in_the_table(site):
    renderer, words = declared(
        site(
            '-- content/segments/segments.csv --\nid,audience,message.headline\npotters,potters,"Fire, then ""sell"""\n'
        )
    )
    found = said(words.of_segment(renderer.tree.nodes["potters"]))
    assert found['Fire, then "sell"'][1] == "content/segments/segments.csv:2:18"


def test_the_brand_and_the_theme_say_claims_menus_and_the_words_of_the_interface(site):
    folder = site(
        "-- brand/brand.yaml --\nname: Acme\nlegal_name: Acme Ltd.\ntagline: Sooner is better\n"
        "-- brand/facts.yaml --\ncustomers: {value: 90}\n"
        "-- brand/claims.yaml --\nmany: {sentence: 'Used by {{ facts.customers }} makers', evidence: https://a.example}\n"
    )
    _, words = declared(folder)
    passages = list(words.of_brand())
    found = said(passages)
    assert found["Sooner is better"] == ("brand", "brand/brand.yaml:3:10")
    assert found["Used by 90 makers"] == ("claim", "brand/claims.yaml:1:19")
    assert found["Skip to content"] == ("string", "themes/plain/theme.yaml:3:14")
    assert "Zum Inhalt" not in found
    [claim] = [passage for passage in passages if passage.claim]
    assert (claim.claim, str(claim.place(0, (8, 10)))) == ("many", "brand/facts.yaml:1:20")


def test_the_claim_of_a_value_proposition_comes_with_its_words(site):
    folder = site(
        "-- content/segments/segment.yaml --\n"
        "name: Everyone\nmessage:\n  value_props:\n"
        "    - {title: Fast, text: Sooner, claim: faster}\n    - {title: Kind}\n"
        "-- brand/claims.yaml --\nfaster: {sentence: Faster, evidence: https://a.example}\n"
    )
    renderer, words = declared(folder)
    claims = {passage.wording.source: passage.claim for passage in words.of_segment(renderer.tree.root)}
    assert claims == {"Fast": "faster", "Sooner": "faster", "Kind": None}


def test_addresses_and_code_in_a_message_are_no_words(site):
    folder = site(
        "-- content/segments/segment.yaml --\n"
        "name: Everyone\naudience: makers\n"
        "message: {headline: Make things, promise: 'See [the `list`](/late/){:class=\"late\"}.'}\n"
    )
    renderer, words = declared(folder)
    [promise] = [one for one in words.of_segment(renderer.tree.root) if "promise" in one.parts]
    assert [block.text for block in promise.wording.blocks] == ["See the ****."]
    assert promise.place(0, (4, 7)).text == "the"


def test_inherited_words_are_said_again_where_a_segment_is_held_to_other_standards(site):
    folder = site(
        "-- content/segments/same/segment.yaml --\nname: Same\n"
        "-- content/segments/strict/segment.yaml --\nvoice: {reject: [waiting]}\n"
        "-- content/segments/strict/below/segment.yaml --\nname: Below\n"
        "-- content/segments/german/segment.yaml --\nlocale: de\n"
    )
    renderer, words = declared(folder)
    again = {name: len(said(words.of_segment(node))) for name, node in renderer.tree.nodes.items()}
    assert again == {"": 3, "german": 3, "same": 0, "strict": 3, "strict/below": 0}
