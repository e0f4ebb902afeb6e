"""Voice rules as `segsite rule NAME` shows them."""

from __future__ import annotations

from voices import rule_file

from segsite.brand.voice.pages import voice_page, voice_rules
from segsite.diagnostics import Severity
from segsite.model.values import NOWHERE
from segsite.model.voice import Voice, VoiceRule


def rule(text: str) -> VoiceRule:
    return VoiceRule("Halfday.Jargon", rule_file(text), NOWHERE)


def test_a_page_says_what_the_rule_holds_why_and_how_to_mend():
    page = voice_page(
        rule(
            "extends: substitution\nmessage: \"Use '%s' for '%s'.\"\nlevel: error\nlink: https://acme.example/words\n"
            "swap: {utilize: use|apply, 'e-?mail': email, sign in to: log in to}"
        )
    )
    assert page.name == "voice/Halfday.Jargon"
    assert page.severity is Severity.ERROR
    assert page.holds == "Use '…' for '…'."
    assert page.why == "https://acme.example/words says why."
    assert page.mend == "Write the words that the message names."
    assert page.wrong == "utilize\nsign in to"
    assert page.right == "use or apply\nlog in to"


def test_a_description_says_better_what_a_rule_holds():
    page = voice_page(rule("extends: existence\nmessage: No.\ndescription: We use plain words.\ntokens: [synergy]"))
    assert (page.holds, page.wrong, page.right) == ("We use plain words.", "synergy", "")
    assert page.severity is Severity.WARNING
    assert page.why == "The brand's style `Halfday` asks for it."


def test_all_rules_of_a_voice_by_name():
    voice = Voice({"Halfday": (rule("extends: existence\nmessage: No."),)})
    assert list(voice_rules(voice)) == ["voice/Halfday.Jargon"]
