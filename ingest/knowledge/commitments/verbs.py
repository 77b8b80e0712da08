"""What promises are made of: acts towards the Kamer, acts done once, acts that go on."""

from beleidszoeker.ingest.knowledge.commitments.conjugation import lexicon
from beleidszoeker.ingest.knowledge.commitments.tokens import wordlist

INFORM = lexicon("""
    informeren berichten rapporteren terug-koppelen in-lichten melden sturen toe-sturen op-sturen
    zenden:gezonden toe-zenden:toegezonden verzenden:verzonden aan-bieden:aangeboden voor-leggen delen
    aan-leveren=lever verstrekken terug-komen:teruggekomen=kom ontvangen:ontvangen toe-komen:toegekomen=kom
    doen:gedaan nazenden:nagezonden reageren
    """)
"""Acts towards the Kamer."""

ONCE = lexicon("""
    starten op-starten vast-stellen publiceren in-dienen op-richten op-stellen in-richten in-stellen
    openen=open aan-scherpen aan-passen wijzigen=wijzig herzien:herzien=herzie evalueren actualiseren
    uit-breiden verlengen verhogen verlagen in-voeren af-schaffen af-ronden op-leveren=lever uit-werken
    vast-leggen op-nemen:opgenomen mee-nemen:meegenomen betrekken:betrokken besluiten:besloten beslissen
    sluiten:gesloten ondertekenen:ondertekend=onderteken organiseren aan-vragen:aangevraagd benoemen
    aan-wijzen:aangewezen uit-zetten lanceren presenteren over-dragen:overgedragen toe-voegen=voeg
    schrappen toe-kennen bij-stellen herijken inventariseren agenderen door-voeren aan-stellen
    open-stellen open-zetten voltooien:voltooid vervangen:vervangen verwerken stoppen beëindigen=beëindig
    consulteren voor-bereiden herbeoordelen introduceren op-heffen:opgeheven aan-kondigen=kondig
    af-spreken:afgesproken uit-brengen:uitgebracht aan-vullen verplaatsen verruimen
    aan-sluiten:aangesloten door-lichten heropenen=heropen op-volgen uit-schrijven:uitgeschreven
    voor-schrijven:voorgeschreven aan-trekken:aangetrokken plannen bekend-maken vrij-geven:vrijgegeven
    op-zetten uit-geven:uitgegeven verstrekken verzamelen:verzameld=verzamel aan-melden af-stemmen
    in-voegen ratificeren notificeren over-nemen:overgenomen her-inrichten door-sturen herstructureren
    coördineren aan-kopen:aangekocht verdubbelen=verdubbel halveren verdrievoudigen=verdrievoudig
    """)
"""Acts that are done once, and then are done."""

ONGOING = lexicon("""
    onderzoeken:onderzocht verkennen ontwikkelen:ontwikkeld=ontwikkel bezien:bezien=bezie bekijken:bekeken
    kijken:gekeken nagaan na-gaan:nagegaan werken in-zetten investeren stimuleren ondersteunen:ondersteund
    versterken bevorderen:bevorderd=bevorder verbeteren=verbeter monitoren=monitor volgen
    bespreken:besproken spreken:gesproken overleggen:overlegd voeren door-gaan:doorgegaan samen-werken
    bij-dragen:bijgedragen toe-werken toe-zien:toegezien zorgen zorg-dragen:zorggedragen borgen waarborgen
    helpen:geholpen faciliteren scheppen:geschapen vragen verzoeken:verzocht pleiten
    aan-dringen:aangedrongen op-roepen:opgeroepen benutten verduidelijken vergroten verminderen=verminder
    intensiveren versnellen voort-zetten hervatten uit-rollen op-schalen in-gaan:ingegaan op-pakken
    toe-passen gebruiken reserveren financieren:gefinancierd maken nemen:genomen geven:gegeven
    brengen:gebracht stellen leggen komen:gekomen=kom doen:gedaan houden:gehouden bouwen realiseren
    implementeren uit-voeren bepalen beoordelen=beoordeel toetsen analyseren verdelen beleggen begeleiden
    treffen:getroffen laten:gelaten richten zoeken:gezocht zetten trekken:getrokken verder-gaan
    door-zetten door-ontwikkelen:doorontwikkeld=ontwikkel vorm-geven:vormgegeven vertalen her-zien:herzien
    regelen:geregeld=regel koppelen:gekoppeld=koppel bundelen:gebundeld=bundel
    behandelen:behandeld=behandel verhelderen:verhelderd=verhelder concretiseren aan-besteden:aanbesteed
    verrichten formuleren integreren vervolgen uit-wisselen=wissel ontsluiten:ontsloten mobiliseren
    prioriteren her-gebruiken hanteren continueren wegen:gewogen af-wegen:afgewogen besteden
    benaderen=benader betalen bieden:geboden verbreden verdiepen vereenvoudigen=vereenvoudig verplichten
    verbieden:verboden verankeren=veranker sturen=stuur inventariseren aan-spreken:aangesproken
    verstevigen=verstevig verkleinen beperken uit-dragen:uitgedragen aan-jagen aan-pakken handhaven
    in-brengen:ingebracht onder-brengen:ondergebracht in-kopen:ingekocht vrij-maken uit-keren
    verhelpen:verholpen herstellen ontwerpen:ontworpen bevragen adviseren stroomlijnen adresseren
    communiceren op-bouwen verlenen combineren om-zetten verduurzamen vergroenen af-bouwen uit-faseren
    stop-zetten initiëren:geïnitieerd ontplooien ondernemen:ondernomen uit-nodigen op-treden:opgetreden
    op-trekken:opgetrokken mee-werken deel-nemen:deelgenomen aan-sturen verspreiden bij-staan:bijgestaan
    uit-oefenen=oefen diversifiëren:gediversifieerd onderhandelen:onderhandeld=onderhandel
    bemiddelen:bemiddeld=bemiddel verwezenlijken stil-leggen terug-dringen:teruggedrongen
    op-vangen:opgevangen nastreven verplaatsen opvolgen inzetten aanspreken spelen
    """)
"""Acts that go on, and acts whose object makes them one: *nemen*, *maken*."""

SERVICE = lexicon("""
    mee-nemen:meegenomen uit-zoeken:uitgezocht na-gaan:nagegaan na-vragen na-kijken:nagekeken
    door-geven:doorgegeven over-brengen:overgebracht voor-leggen op-pakken aan-kaarten terug-koppelen
    over-nemen:overgenomen uit-voeren toe-sturen na-sturen toe-zenden:toegezonden door-sturen
    aan-spreken:aangesproken betrekken:betrokken bekijken:bekeken bezien:bezien=bezie
    onderzoeken:onderzocht verkennen checken agenderen inventariseren toe-voegen=voeg aan-vullen
    regelen:geregeld=regel uit-nodigen=nodig
    """)
"""What one does for who asks: said in a debate in the present, they are promised."""

DISCOURSE = wordlist("""
    ingaan toelichten beantwoorden schetsen beschrijven behandelen noemen verwijzen bespreken aangeven
    zeggen beginnen stilstaan samenvatten uiteenzetten proberen citeren
    """)
"""What an author does in the text itself."""
NO_ACTS = wordlist("""
    overschrijden halen bereiken profiteren ervaren groeien verliezen afhangen bedragen ontvangen krijgen
    blijken leiden moeten hebben zijn kunnen mogen hoeven weten zien merken willen vinden gelden dienen
    ontstaan blijken toenemen afnemen wennen zullen blijven tegenkomen behalen betekenen vergen duren kosten
    lijden lijken schijnen heten beschikken bezitten behoren beseffen begrijpen geloven denken hopen
    verwachten vrezen vermoeden
    menen vertrouwen herkennen onderkennen waarderen betreuren slagen falen ondervinden
    ondergaan missen bestaan volstaan stijgen dalen krimpen lukken mislukken vergeten herinneren liggen staan
    zitten raken meevallen tegenvallen gelukken horen snappen kennen
    """)
"""What somebody undergoes, must or can do; no act that one binds oneself to."""
