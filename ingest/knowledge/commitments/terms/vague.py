"""Terms in words that name no day: *binnenkort*, *te zijner tijd*, *voorafgaand aan het debat*."""

import re

_EVENT = (
    r"(?:(?:commissie|plenaire|wetgevings|nota|begrotings|tweeminuten)-?\s?)?"
    r"(?:debat|overleg|behandeling|begrotingsbehandeling|besluitvorming)(?:en)?"
)
VAGUE = re.compile(
    r"(?<![\w-])(?:(?:zeer )?binnenkort|op (?:zeer )?(?:korte|kortere|afzienbare) termijn"
    r"|zo (?:spoedig|snel) (?:als )?mogelijk|spoedig|te zijner tijd|t\.z\.t\.?"
    r"|binnen afzienbare tijd|binnen enkele (?:dagen|weken|maanden)|rond de jaarwisseling"
    r"|op een later moment|in een later stadium"
    r"|(?:(?:in|gedurende|voor|binnen) )?(?:de )?(?:komende|aankomende) (?:tijd|periode|jaren|maanden|weken)"
    r"|(?P<recurring>(?:twee)?(?:half)?jaarlijks|(?:elk|ieder) (?:(?:half )?jaar|kwartaal)|periodiek"
    r"|(?:elke|iedere) (?:week|maand|\w{3,6} (?:weken|maanden|jaar)))"
    r"|(?:nog )?(?:in )?(?:deze|de huidige) kabinetsperiode"
    r"|(?:in|met|bij) (?:de|een|mijn|het) (?:volgende|eerstvolgende|komende|aankomende) "
    r"(?:\w{0,30}(?:brief|rapportage|debat|overleg|begroting|nota))"
    rf"|(?:voorafgaand aan|ruim voor|tijdig voor|vóór|voor) (?:het|de) {_EVENT})(?!\w)".replace(
        " ", r"\s{1,3}"
    ),
    re.IGNORECASE,
)
