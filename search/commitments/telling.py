"""How commitments are called in Dutch. No word of it says that a promise was kept or broken."""

from beleidszoeker.search.commitments.records import Status

STATUSES = {
    Status.OPEN: "open",
    Status.OVERDUE: "termijn verstreken",
    Status.POSSIBLY_MET: "mogelijk nagekomen",
    Status.REPORTED: "eerder toegezegd",
    Status.FULFILLED: "nagekomen volgens dit document",
}
ROLES = {
    "minister": "minister of staatssecretaris",
    "cabinet": "kabinet",
    "region": "regio of gemeente",
    "other": "anderen",
}
