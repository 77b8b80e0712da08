"""Words that say nothing about a query's subject; they are indexed, and left out of queries."""

_WORDS = """
aan aangaande achter af al alle alleen als altijd ander andere anders ben bij binnen bent
betreffende boven daar daarin daarmee daarom daarover daarvan daarvoor dan dat de den der deze die
dit doch doen doet door dus dient dienen echter een eens eerder eigen elk elke en enige enkele er
ervan erop eruit ervoor etc gaan gaat geen geweest gedurende had hadden hare heb hebben hebt heeft
hem hen het hier hierbij hierin hiermee hierover hiervan hiervoor hij hoe hoeveel hun ik in indien
inzake is ja je jij jouw jullie kan kon konden kunnen kunt maar mag me mede meer men met mij mijn
moet moeten mocht mogen na naar naast nee niet niets nog nogal nu of om omtrent onder ons onze ook
op over per reeds rond rondom sinds slechts sommige steeds te tegen ten tenzij ter terwijl thans
tijdens toch toe toen tot tussen u uit uitsluitend uw van vanaf vanuit vanwege veel via volgens voor
voorts vooral waar waaraan waarbij waardoor waarin waarmee waarom waarop waarover waarvan waarvoor
wanneer want waren was wat we wel welk welke werd werden wie wij wil willen wilt word worden wordt
zal ze zeer zelf zich zij zijn zo zoals zodat zonder zou zouden zowel zullen zult
"""
_ENGLISH = """
about after all and any are because been before being between both but by can could did does doing during each
for from had has have having his how if into its itself more most not other our ours out own same she should
some such than that the their them then there these they this those through under until very was were what
when where which while who whom why will with would you your
"""
"""Those of English questions that are no telling words of Dutch."""

STOPWORDS = frozenset((_WORDS + _ENGLISH).split())
