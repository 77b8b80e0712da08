"""What may be a part of a compound, and what looks like one and is not.

Lists of our own, made by reading what the splitter did with the words of a corpus.
"""

from beleidszoeker.index.dutch.stopwords import STOPWORDS

LINKS = ("", "s", "en", "e")
"""What may stand between two parts, and is left out."""

NEEDS_S = ("ing", "heid", "teit", "schap")
"""Endings after which an *s* is always the link: *ontwikkelings-paden*, never *ontwikkeling-spaden*."""

_ADJECTIVES = "best groot hoog klein laag nieuw snel vrij"
NEVER_S = frozenset(_ADJECTIVES.split())
"""Words that no *s* links: *nieuwsbrief* is no new letter."""

_ENDINGS = """
achter age ages als amen anderen ant aar aars aren asie atie baar baarheid chap chappen dat der ding dingen
dom een eel eden ees eer eerd eerde eert egen els end ende enden ens enten erd eren erende erij erin ers ert
est ging gingen haar halve hartig hartige heden heid ien iek iel iele ier ieren iest igheid ijker ing ingen
isch ische isme ismen iteit ken lende len lere lering lijk lijke lijken lijkt lijkte loos loosheid loze
lozen maal malen matig matige men ment mijn nemend nemende nis ons oog oren per rend rende ren rijen ring
ringen sages schap schappelijk schappelijke schappen sel sing sla ste sten ster steriele sterie tal tallen
ten ter tie tien ties tijdig tijdige tuur vaardig vaardige vaardigheid vaardigt ver vormig waardig waardige
wekkend wekkende wel wijs willig willige zaam zal zij zen zins
"""
_BEGINNINGS = "aller bekend bes best bloot even kilo maat opper overeen para trans uite"
_PARTICLES = """
aan aaneen af bij binnen boven buiten daar door heen hier in ineen langs mede mee na naar neer om onder op
over samen tegen teniet terug thuis toe tussen uit van vast verder voor voort voorts waar weer
"""
_OF_VERBS = """
aan achter af bij binnen door in mee na neer om onder op over samen tegen terug toe uit vast voor voort weg
"""
PARTICLES = tuple(sorted(_OF_VERBS.split(), key=len, reverse=True))
"""Particles that verbs and their nouns begin with, longest first: *uit-voering*, *samen-werken*."""

_STOF = "stof stoffen"  # waterstof, grondstof and brandstof are one thing each
_YET_PARTS = frozenset({"alle", "ander", "doen", "eerst", "eigen", "elk", "meer", "zeer", "zelf"})
NO_PARTS = frozenset(f"{_ENDINGS} {_BEGINNINGS} {_PARTICLES} {_STOF}".split()) | (STOPWORDS - _YET_PARTS)
"""Words that are no part wherever they stand: endings, particles of verbs, and stop words."""

_NEVER_LAST = "aard meer pers rijk rijke taal vol volle"
NEVER_LAST = frozenset(_NEVER_LAST.split())
"""Words that begin compounds and look like endings elsewhere: *aardgas*, but *standaard*."""

_SHORT = """
aal aap aas arm bad bak bal ban bar bed bio bis bod bom bon bos bot bus cao dag dak dal dam das dek dij dik
dun eco eed eis erf fan fat fax fee fut gas gat gel geo gif god gok gom gul hal hbo hei hek hof hok hop hub
ijs jas jet kam kap kar kas kat kei kip kit kok kop kou kus lab lak lam lap las lat led lek lid lim lip log
lok lot map mbo mei mes mix mkb mok mos nat nek nep net nis nok oud pad pak pan pap pas pen pet pil pin pit
pol pop pot put rad ram rap rat rek rem rif rij rob rok rol rug sap set ski som sop spa tak tas tol ton top
tor tuk vak val vat vee ven vet vis vla vlo vos wad wal was web weg wet wil win wit zak zee zin zit zon zus
"""
SHORT = frozenset(_SHORT.split())
"""The words of three letters that are parts; every other sequence of three letters is chance."""

_PLACES = """
ambacht beek berg bergen burg daal dalen dam dijk donk dorp drecht gein graaf hage heim horst hoven kerk
mond polder rade schoten sluis stede trecht tricht veen vliet voorde waard wijk zeel zijl
"""
PLACE_ENDINGS = tuple(_PLACES.split())
"""Endings of a place's name: a word with one that neither the word list nor the corpus knows is a name."""

_STREETS = "berge bosch broek heide hout kade laan land plein rijk schelde steen straat veld weg"
NAME_ENDINGS = (*PLACE_ENDINGS, *_STREETS.split())
"""Endings that make a word that is mostly written with a capital the name of a place or a street."""

_NAMES = """
aalsmeer achtkarspelen akersloot barneveld bodegraven boskoop broekhuizen denemarken duitsland engeland
flevoland frankrijk friesland gelderland geldrop genemuiden graafstroom griekenland grootegast harenkarspel
heemstede hellendoorn hoevelaken ierland ijsland koggenland landgraaf landsmeer leeuwarden liesveld
meierijstad moerdijk molenlanden nederland nieuwkoop noordenveld noorwegen oostenrijk oosterhout oudewater
rusland schipluiden schotland simpelveld stadskanaal steenbergen steenderen steenwijkerland venhuizen
vijfheerenlanden vlaanderen vlagtwedde waterland wijdemeren zeeland zeevang zuidplas zwartewaterland
zwitserland
"""
NAMES = frozenset(_NAMES.split())
"""Names of countries, provinces and municipalities that no ending tells, or that the word list knows."""
