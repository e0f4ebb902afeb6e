"""A site with a few e-mails, for tests that show and send them."""

from __future__ import annotations

MAILS = """\
-- segsite.yaml --
name: Acme
base_url: https://www.acme.example
theme: plain
email: {from: Acme <hello@acme.example>}
tracking: false
-- brand/brand.yaml --
name: Acme
legal_name: Acme Ltd.
address: {street: 1 Mill Lane, city: Cork}
rules: {"heading/*": "off", "cohesion/*": "off", "email/*": "off", "email/sender": error}
-- brand/recipients.yaml --
robin:
  label: On trial, first name known
  fields: {first_name: Robin, plan: trial}
kim:
  label: A <customer>
  fields: {first_name: Kim & Co, seats: 3}
-- content/segments/emails/welcome.md --
---
subject: [Hello there, "{{ merge.first_name | fallback('Hello') }}, begin today"]
preheader: Three things to do first
sequence: start
---
# Hello {{ merge.first_name | fallback("there") }}

{% if merge.plan == "trial" %}Your trial has begun.{% else %}Your plan has begun.{% endif %}

[Stop]({{ merge.unsubscribe_url }}) or [look]({{ merge.view_url }}). {{ merge.postal_address }}
-- content/segments/emails/later.md --
---
subject: Later
sequence: start
after: 3 days
---
Some words.
-- content/segments/trades/segment.yaml --
name: Trades
-- content/segments/trades/emails/offer.md --
---
subject: An offer
---
Buy {{ segment.name }}.
-- content/segments/trades/roofing/segment.yaml --
name: Roofing
-- content/segments/drafts/segment.yaml --
name: Drafts
status: draft
-- content/segments/gone/segment.yaml --
name: Gone
status: sunset
successor: trades
"""
