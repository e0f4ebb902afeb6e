"""Recipients: a few, each once."""

from __future__ import annotations

import pytest

from segsite.diagnostics import UsageError
from segsite.mailing.recipients import MOST, recipients_of
from segsite.model.mailbox import Mailbox


def test_each_is_taken_once_however_it_is_written():
    written = ["Ann <ann@bücher.example>", "ann@xn--bcher-kva.example", "bob@acme.example"]
    assert [mailbox.routed for mailbox in recipients_of(written)] == ["ann@xn--bcher-kva.example", "bob@acme.example"]
    assert recipients_of(["bob@acme.example"] * 9) == (Mailbox("bob@acme.example"),)


def test_a_crowd_is_not_sent_to():
    assert len(recipients_of(f"a{at}@acme.example" for at in range(MOST))) == MOST
    with pytest.raises(UsageError, match="6 recipients are too many: segsite sends to 5 at most"):
        recipients_of(f"a{at}@acme.example" for at in range(MOST + 1))
    with pytest.raises(UsageError, match="Nobody"):
        recipients_of([])


def test_what_is_no_address_is_named():
    with pytest.raises(UsageError, match="`ann` cannot be a recipient") as caught:
        recipients_of(["bob@acme.example", "ann"])
    assert caught.value.hint == "Write an address, such as hello@acme.example."
    assert caught.value.exit_code == 2
