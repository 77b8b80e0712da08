"""Which readings a finite verb has, in their order; what is not here is read as a plain present."""

from collections.abc import Callable, Mapping

from beleidszoeker.ingest.knowledge.commitments.clauses import Clause
from beleidszoeker.ingest.knowledge.commitments.readings.aiming import read_aim, read_meant
from beleidszoeker.ingest.knowledge.commitments.readings.arriving import read_arrival, read_happening
from beleidszoeker.ingest.knowledge.commitments.readings.assuring import read_assurance, read_securing
from beleidszoeker.ingest.knowledge.commitments.readings.charging import read_beginning, read_charge
from beleidszoeker.ingest.knowledge.commitments.readings.context import Context, Promise
from beleidszoeker.ingest.knowledge.commitments.readings.events import (
    read_event,
    read_plan,
    read_receipt,
)
from beleidszoeker.ingest.knowledge.commitments.readings.future import read_future, read_going
from beleidszoeker.ingest.knowledge.commitments.readings.hearing import read_hearing, read_keeping
from beleidszoeker.ingest.knowledge.commitments.readings.hoping import (
    read_hope,
    read_looking,
    read_trying,
)
from beleidszoeker.ingest.knowledge.commitments.readings.intention import (
    read_ability,
    read_forced,
    read_going_on,
    read_intention,
    read_noun,
)
from beleidszoeker.ingest.knowledge.commitments.readings.offering import (
    read_can,
    read_cleft,
    read_must,
    read_ready,
    read_willing,
    read_would,
)
from beleidszoeker.ingest.knowledge.commitments.readings.passive import read_expectation, read_passive
from beleidszoeker.ingest.knowledge.commitments.readings.pledging import (
    read_pledge,
    read_pledged_here,
    read_pledging,
)
from beleidszoeker.ingest.knowledge.commitments.readings.present import read_coming, read_present
from beleidszoeker.ingest.knowledge.commitments.readings.relative import read_in_passing
from beleidszoeker.ingest.knowledge.commitments.readings.serving import read_doing, read_service
from beleidszoeker.ingest.knowledge.commitments.readings.urging import (
    read_knowing,
    read_letting,
    read_spur,
    read_urging,
)

Reading = Callable[[Context, Clause], Promise | None]

_ROWS: tuple[tuple[str, tuple[Reading, ...]], ...] = (
    ("zal zullen", (read_future, read_must, read_trying, read_in_passing, read_happening)),
    ("ga gaat gaan", (read_going, read_event, read_trying, read_in_passing, read_happening)),
    ("wordt worden", (read_passive,)),
    ("ben is zijn", (read_intention, read_plan, read_ready, read_cleft)),
    ("heb heeft hebben", (read_intention,)),
    ("zeg zeggen zegt beloof beloven committeer committeren", (read_pledge,)),
    ("toezegging toegezegd", (read_pledged_here,)),
    (
        "kan kunnen",
        (read_ability, read_pledging, read_can, read_expectation, read_assurance, read_securing),
    ),
    ("verzeker", (read_securing,)),
    ("kunt", (read_assurance, read_ability, read_expectation)),
    ("wil willen", (read_ability, read_pledging, read_willing, read_aim, read_trying)),
    ("durf", (read_pledging,)),
    ("mag mogen", (read_pledging, read_must, read_assurance)),
    ("probeer proberen", (read_trying,)),
    ("kijk", (read_looking, read_present)),
    ("begin beginnen", (read_beginning,)),
    ("beantwoord", (read_charge,)),
    ("moet moeten", (read_must,)),
    ("zou zouden", (read_pledging, read_would)),
    ("hoop hopen", (read_aim, read_hope)),
    ("streef streeft streven verwacht beoog beoogt", (read_aim, read_hope, read_meant)),
    ("blijf blijft blijven", (read_going_on,)),
    ("ontvangt ontvangen", (read_receipt, read_present)),
    ("krijgt", (read_hearing, read_receipt, read_present)),
    ("krijgen hoort horen", (read_hearing,)),
    ("staat staan", (read_plan,)),
    ("volgt volgen", (read_event, read_arrival)),
    ("gebeurt", (read_event,)),
    ("vindt vinden treedt treden verschijnt verschijnen ligt liggen", (read_event,)),
    ("komt komen", (read_event, read_present, read_coming, read_arrival)),
    ("kom", (read_present, read_coming)),
    ("start begint", (read_present, read_event)),
    ("voornemen inzet", (read_noun,)),
    ("bedoeling planning", (read_meant,)),
    ("laat laten", (read_letting, read_urging, read_knowing, read_present)),
    ("zie", (read_forced, read_spur, read_charge)),
    ("zien ziet", (read_forced, read_spur)),
    ("stuur schrijf", (read_charge, read_present, read_service, read_in_passing)),
    ("beschouw", (read_spur,)),
    ("doe doen", (read_doing, read_charge, read_present)),
    ("zorg vraag verzoek zet", (read_charge, read_present, read_service)),
    ("houdt", (read_keeping, read_assurance, read_present)),
    ("neem maak breng", (read_charge, read_present, read_service)),
    ("treed", (read_charge,)),
    ("houd hou houden stel stelt stellen", (read_keeping, read_charge, read_present)),
)
READINGS: Mapping[str, tuple[Reading, ...]] = {
    verb: readings for verbs, readings in _ROWS for verb in verbs.split()
}
