"""The words of a text that carry what it says, in a form that `invoice`, `invoices` and `invoicing` share."""

from __future__ import annotations

import re

LANGUAGES = frozenset({"en", "de", "fr", "es"})
"""The languages whose small words are known here."""

# Only words of four letters and more; shorter ones carry nothing to compare by.
_SMALL = frozenset(
    """
    about above after again against almost along already also although always among another anyone anything
    around away back because been before behind being below best better between beyond both bring build can't
    come could does doesn't doing done don't down during each easy either else even ever every everybody
    everyone everything find first from further gets getting give given gives goes going good great have haven't
    having hello here hers herself himself into isn't it's itself just keep know last less let's like little
    long look made make makes making many maybe might more most much must myself near need needs never next
    nobody nothing often once only onto other others ours ourselves over part please quite rather really right
    said same says send shall should show simply since some somebody someone something still such sure take
    takes tell than that that's their theirs them themselves then there there's these they they're thing things
    this those though three through thus today together told took toward under until upon used using very want
    wants well went were we're what when where whether which while whole whom whose will with within without
    won't work works would year years your you're yours yourself
    aber alle allem allen aller alles also andere anderen auch beim bereits bevor bist damit dann darum dass
    dein deine deinem deinen deiner denn deren dich diese diesem diesen dieser dieses doch dort durch eine einem
    einen einer eines einfach erst etwas euch euer eure ganz gegen gibt haben hast hatte heute hier hinter ihnen
    ihre ihrem ihren ihrer ihres immer jede jedem jeden jeder jedes jetzt kann kannst kein keine keinem keinen
    keiner können machen macht mehr mein meine mich mit muss nach nicht nichts noch nötig oder ohne schon sehr
    sein seine seinem seinen seiner sich sind sodass soll sollte sondern sonst sowie über unter unser unsere
    unserem unseren unserer viel vielleicht vom wann warum weil weiter welche welchen welcher wenn werden wieder
    wird wollen wurde wurden zum zur zwischen
    afin ainsi alors après aucun aussi autre autres avant avec avez avoir avons bien bonjour ceci cela celle
    celui cette ceux chaque chez comme comment dans depuis dernier deux donc dont elle elles encore entre est
    être êtes faire fait fois font ici jamais leur leurs lors lorsque mais même mêmes moins notre nous parce
    parfois pendant peut peuvent plus plusieurs pour pourquoi pouvez quand quel quelle quelles quels qu'il
    qu'elle quoi sans selon sera seront ses sont sous sur tous tout toute toutes très trop une votre vous
    algo alguien algún alguna antes aquí aunque bien cada casi como cómo con contra cual cuál cuando cuándo
    desde después donde dónde durante ella ellas ellos entonces entre eran eres esta está están estar este esto
    estos estás fuera hace hacia hasta haya hola mucho muchos muy nada nadie nosotros nuestra nuestras nuestro
    nuestros otra otras otro otros para pero poco porque pueda puede pueden puedes qué quien quién sea sean
    según ser sido siempre sin sobre solo sólo somos son soy sus también tanto tiene tienen todas todo todos
    tras una unas unos usted ustedes vamos vosotros vuestra vuestro
    """.split()  # noqa: SIM905 - a list of four hundred strings reads worse
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*[^\W_]|\d[\d.,]*")
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ies",
    "ers",
    "er",
    "ed",
    "es",
    "en",
    "ly",
    "s",
    "n",
    "y",
)


def stems(text: str, locale: str) -> dict[str, str]:
    """The telling words and the numbers of a text, each by its stem with the form met first; in known languages."""
    if locale.partition("-")[0] not in LANGUAGES:
        return {}
    found: dict[str, str] = {}
    for word in _WORD.findall(text.replace("’", "'")):
        folded = word.casefold().removesuffix("'s")
        if folded[0].isdigit():
            found.setdefault(folded.rstrip(".,"), word.rstrip(".,"))
        elif len(folded) > 3 and folded not in _SMALL:
            found.setdefault(stem(folded), word)
    return found


def stem(word: str) -> str:
    """What is left of a word without the longest ending that leaves four letters or more."""
    bare = next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > 3), word)
    return bare.removesuffix("e") if len(bare) > 4 else bare
