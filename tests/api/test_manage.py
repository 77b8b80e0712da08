"""Uploading and completeness: the key, each file with its own outcome, removal, and no kill that loses any.

The service runs in this process; what takes uploads in is a real process of its own. Where the service
itself is killed or stopped, it is a real server.
"""

import io
import json
import signal
import socket
import subprocess
import time
import zipfile
from collections.abc import Callable, Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi.testclient import TestClient
from pypdf import PdfReader, PdfWriter
from tests.support import command, environment, run

from beleidszoeker.api.app import create_app
from beleidszoeker.api.managing.key import SESSION_SECONDS, Guard, Tries
from beleidszoeker.api.managing.names import clean_name
from beleidszoeker.api.managing.receiving import UploadLimits
from beleidszoeker.api.managing.uploads import Uploads
from beleidszoeker.api.options import Intake, Management, Options
from beleidszoeker.api.v1.forms.completeness import CompletenessForm, FolderForm
from beleidszoeker.api.v1.forms.uploads import JobForm
from beleidszoeker.index.library import Library
from beleidszoeker.model.hashing import HashingEmbedder

KEY = "sleutel-voor-tests"
WITH_KEY = {"Authorization": f"Bearer {KEY}"}
PDF = Path(__file__).parents[2] / "corpus" / "documents" / "nota-clusterplan-chemelot.pdf"
ADDRESSES = [
    ("GET", "/beheer"),
    ("POST", "/beheer/sleutel"),
    ("POST", "/beheer/afmelden"),
    ("POST", "/beheer/bestanden"),
    ("GET", "/beheer/voortgang"),
    ("POST", "/beheer/uploads/x/opnieuw"),
    ("POST", "/beheer/uploads/x/y/verwijderen"),
    ("POST", "/api/v1/uploads"),
    ("GET", "/api/v1/jobs"),
    ("GET", "/api/v1/jobs/x"),
    ("GET", "/api/v1/jobs/x/events"),
    ("DELETE", "/api/v1/jobs/x/files/y"),
    ("GET", "/api/v1/completeness"),
]
_PATIENCE = 60.0


def upload(client: Any, *files: tuple[str, bytes]) -> dict[str, Any]:
    response = client.post("/api/v1/uploads", files=[("files", file) for file in files], headers=WITH_KEY)
    assert response.status_code == HTTPStatus.CREATED, response.text
    made: dict[str, Any] = response.json()
    assert response.headers["location"] == f"/api/v1/jobs/{made['id']}"
    return made


def until(ready: Callable[[], Any]) -> Any:
    """Wait for something."""
    end = time.monotonic() + _PATIENCE
    while not (found := ready()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.1)
    return found


def job_of(client: Any, made: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/v1/jobs/{made['id']}", headers=WITH_KEY).json()
    return found


def settled(client: Any, made: dict[str, Any]) -> dict[str, Any]:
    def ended() -> dict[str, Any] | None:
        now = job_of(client, made)
        return now if now["state"] in {"done", "stopped"} else None

    found: dict[str, Any] = until(ended)
    assert found["state"] == "done", found
    return found


def sources_found(client: Any, query: str) -> set[str]:
    answer = client.get("/api/v1/search", params={"q": query}).json()
    return {result["citation"]["source"] for result in answer["results"]}


def encrypted() -> bytes:
    writer, made = PdfWriter(clone_from=PdfReader(PDF)), io.BytesIO()
    writer.encrypt("geheim")
    writer.write(made)
    return made.getvalue()


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("bom.txt", bytes(210 << 20))
    return made.getvalue()


def archive_of(**texts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in texts.items():
            archive.writestr(f"{name}.txt", text)
    return made.getvalue()


@pytest.fixture(scope="module")
def without_torch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Children that do not load torch, which takes longer than all that is tested here."""
    with pytest.MonkeyPatch.context() as patch:
        path = environment(tmp_path_factory.mktemp("children") / "library")["PYTHONPATH"]
        patch.setenv("PYTHONPATH", path)
        yield


def service(folder: Path, key: str | None = KEY) -> TestClient:
    library = Library(folder, create=True)
    intake = Intake("hashing", folder.parent, workers=1, ocr=False)
    return TestClient(
        create_app(library, HashingEmbedder, options=Options(Management(key, intake) if key else None))
    )


@pytest.fixture
def client(tmp_path: Path, without_torch: None) -> Iterator[TestClient]:  # noqa: ARG001 - as above
    with service(tmp_path / "library") as made:
        yield made


@pytest.fixture(scope="module")
def mixed(
    tmp_path_factory: pytest.TempPathFactory,
    without_torch: None,  # noqa: ARG001 - as above
) -> Iterator[tuple[TestClient, dict[str, Any]]]:
    """One upload of good and bad files, taken in."""
    with service(tmp_path_factory.mktemp("mixed") / "library") as made:
        job = upload(
            made,
            (
                "brief.txt",
                b"Kamerbrief over kades\n\nDatum 3 maart 2025\n\nDe kade van Stein wordt verlengd.",
            ),
            ("kapot.pdf", b"%PDF-1.7 kapot"),
            ("geheim.pdf", encrypted()),
            ("leeg.txt", b""),
            ("alleen wit.txt", b" \n \n"),
            ("plaatje.png", b"\x89PNG\r\n\x1a\n"),
            ("../../../x.pdf", PDF.read_bytes()),
            ("<script>.txt", b"Het spoor bij Born is vernieuwd."),
            ("regel\neinde.txt", b"De bodem bij Beek is schoon."),
            ("bom.zip", bomb()),
            ("twee.zip", archive_of(een="De haven van Stein groeit.", leeg="")),
            ("brief.txt", b"De veerpont bij Berg vaart weer."),
        )
        yield made, settled(made, job)


def outcomes(job: dict[str, Any]) -> dict[str, tuple[str, list[str]]]:
    return {file["name"]: (file["state"], [part["code"] for part in file["parts"]]) for file in job["files"]}


@pytest.mark.parametrize(("method", "address"), ADDRESSES)
def test_without_a_key_there_is_nothing(tmp_path: Path, method: str, address: str) -> None:
    """Off by default: every address of it is one that does not exist."""
    with service(tmp_path / "library", None) as made:
        assert made.request(method, address).status_code == HTTPStatus.NOT_FOUND


def test_without_a_key_nothing_tells_of_it(tmp_path: Path) -> None:
    """Neither the menu nor the description of the API names it."""
    with service(tmp_path / "library", None) as made:
        assert "/beheer" not in made.get("/niets", headers={"accept": "text/html"}).text
        assert not [path for path in made.get("/openapi.json").json()["paths"] if "jobs" in path]
        assert not Uploads(tmp_path / "library").folder.exists()


def test_programs_need_the_key(client: TestClient) -> None:
    """Without it, and with a wrong one, the answer is a problem that asks for it; after many, one waits."""
    for headers in ({}, {"Authorization": "Bearer fout"}, {"Authorization": "Basic fout"}):
        answer = client.get("/api/v1/jobs", headers=headers)
        assert answer.status_code == HTTPStatus.UNAUTHORIZED
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert answer.json()["code"] == "unauthorized"
    assert client.get("/api/v1/jobs", headers=WITH_KEY).json() == []
    for _ in range(4):
        client.get("/api/v1/jobs", headers={"Authorization": "Bearer fout"})
    refused = client.get("/api/v1/jobs", headers=WITH_KEY)
    assert refused.status_code == HTTPStatus.TOO_MANY_REQUESTS
    assert int(refused.headers["retry-after"]) > 0


def test_people_get_a_session(client: TestClient) -> None:
    """The cookie is not the key, no script can read it, and after leaving a copy of it opens nothing."""
    assert "Beheersleutel" in client.get("/beheer").text
    wrong = client.post("/beheer/sleutel", data={"sleutel": "fout"})
    assert wrong.status_code == HTTPStatus.FORBIDDEN
    assert "klopt niet" in wrong.text
    entered = client.post("/beheer/sleutel", data={"sleutel": KEY}, follow_redirects=False)
    cookie = entered.headers["set-cookie"]
    assert entered.status_code == HTTPStatus.SEE_OTHER
    assert KEY not in cookie
    assert {"httponly", "samesite=strict"} <= {part.strip().lower() for part in cookie.split(";")}
    assert "Documenten toevoegen" in client.get("/beheer").text
    kept = client.cookies.get("bz-beheer")
    client.post("/beheer/afmelden")
    client.cookies.set("bz-beheer", kept or "", path="/beheer")
    assert "Documenten toevoegen" not in client.get("/beheer").text


def test_without_a_session_nothing_is_kept(client: TestClient, tmp_path: Path) -> None:
    """Files that are posted without one lead to the key, and are not stored."""
    answer = client.post("/beheer/bestanden", files=[("files", ("a.txt", b"Tekst."))], follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (HTTPStatus.SEE_OTHER, "/beheer")
    assert not Uploads(tmp_path / "library").folder.exists()


def test_other_sites_upload_nothing(client: TestClient) -> None:
    """What a browser posts on behalf of another site is refused before anything else."""
    headers = {"sec-fetch-site": "cross-site", **WITH_KEY}
    for address in ("/beheer/bestanden", "/beheer/sleutel", "/api/v1/uploads"):
        assert client.post(address, headers=headers).status_code == HTTPStatus.FORBIDDEN


def test_sessions_run_out() -> None:
    """A session holds for its time, and only as we signed it."""
    now = [1_000_000.0]
    guard = Guard(KEY, clock=lambda: now[0])
    session = guard.begin()
    assert guard.holds(session)
    until_then, _, signature = session.partition(".")
    assert not guard.holds(f"{int(until_then) + 9999}.{signature}")
    assert not Guard(KEY, clock=lambda: now[0]).holds(session)
    assert not any(guard.holds(wrong) for wrong in ("", ".", "..", "x.y.é", "\udcff", f"{session}0"))
    now[0] += SESSION_SECONDS + 1
    assert not guard.holds(session)


def test_wrong_tries_are_forgotten_in_time() -> None:
    """Five wrong keys from one address within a minute are enough; others may go on, and so may it later."""
    now = [0.0]
    tries = Tries(lambda: now[0])
    for _ in range(5):
        assert not tries.are_too_many("a")
        tries.note("a")
    assert tries.are_too_many("a")
    assert not tries.are_too_many("b")
    now[0] += 61
    assert not tries.are_too_many("a")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("brief.pdf", "brief.pdf"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\x.pdf", "x.pdf"),
        ("/", "naamloos"),
        ("...", "naamloos"),
        (".verborgen.pdf", "verborgen.pdf"),
        ("a\x00b\x1b[2J.pdf", "ab[2J.pdf"),
        ("a\r\n\tb.pdf", "a b.pdf"),
        ("kamer\u202efdp.exe", "kamerfdp.exe"),
        ("half\udcff.pdf", "half.pdf"),
        ("<script>.pdf", "<script>.pdf"),
    ],
)
def test_names_are_cleaned(given: str, name: str) -> None:
    """Folders and characters that steer go; what people recognise stays."""
    assert clean_name(given) == name


def test_long_names_keep_their_suffix() -> None:
    """A name fits on disk, in bytes, and is still of its kind."""
    name = clean_name("é" * 500 + ".pdf")
    assert name.endswith("é.pdf")
    assert len(name.encode()) <= 200


def test_each_file_has_its_own_outcome(mixed: tuple[TestClient, dict[str, Any]]) -> None:
    """Broken, locked, empty, unknown and hostile files fail by themselves; the others are taken in."""
    assert outcomes(mixed[1]) == {
        "<script>.txt": ("done", [""]),
        "alleen wit.txt": ("failed", ["empty"]),
        "bom.zip": ("failed", ["limit-exceeded"]),
        "brief (2).txt": ("done", [""]),
        "brief.txt": ("done", [""]),
        "geheim.pdf": ("failed", ["encrypted"]),
        "kapot.pdf": ("failed", ["damaged"]),
        "leeg.txt": ("failed", ["empty"]),
        "plaatje.png": ("failed", ["unsupported-format"]),
        "regel einde.txt": ("done", [""]),
        "twee.zip": ("done", ["", "empty"]),
        "x.pdf": ("done", [""]),
    }


def test_every_failure_comes_with_advice(mixed: tuple[TestClient, dict[str, Any]]) -> None:
    """Whoever sees that a file failed reads why, and what to do."""
    failed = [part for file in mixed[1]["files"] for part in file["parts"] if part["code"]]
    assert len(failed) == 7
    assert all(part["message"] and part["advice"] for part in failed)


def test_what_was_taken_in_is_found(mixed: tuple[TestClient, dict[str, Any]]) -> None:
    """By its own name, and the document is described."""
    client, job = mixed
    assert sources_found(client, "kade van Stein verlengd") >= {"brief.txt"}
    assert sources_found(client, "haven Stein groeit") >= {"twee.zip!/een.txt"}
    (part,) = next(file["parts"] for file in job["files"] if file["name"] == "brief.txt")
    assert (part["title"], part["date"], part["passages"]) == ("Kamerbrief over kades", "2025-03-03", 1)


def test_nothing_lands_outside_of_its_folder(mixed: tuple[TestClient, dict[str, Any]]) -> None:
    """Whatever files are called, they stand in the folder of their upload."""
    uploads = Uploads(Path(mixed[0].app.state.service.desk._path).parent)  # type: ignore[attr-defined]
    (only,) = uploads.all()
    assert len(only.files()) == 12
    assert {path.parent for path in uploads.folder.rglob("*") if path.is_file()} == {only.folder}


def test_the_page_shows_names_as_text(mixed: tuple[TestClient, dict[str, Any]]) -> None:
    """Each file stands there with its outcome, and no name is markup."""
    client, job = mixed
    client.post("/beheer/sleutel", data={"sleutel": KEY})
    page = client.get("/beheer").text
    assert "&lt;script&gt;.txt" in page
    assert "<script>.txt" not in page
    for part in (part for file in job["files"] for part in file["parts"] if part["code"]):
        assert part["advice"].split("'")[0] in page.replace("&#39;", "'")


def test_completeness_counts_by_folder(mixed: tuple[TestClient, dict[str, Any]]) -> None:
    """Documents, failures, the newest day, when it was taken in, and what asks for attention."""
    told = mixed[0].get("/api/v1/completeness", headers=WITH_KEY).json()
    (folder,) = told["folders"]
    assert folder["name"] == "Geüpload via beheer"
    assert (folder["documents"], folder["failed"]) == (6, 7)
    assert folder["taken_in"] is not None
    assert told["total"] == {**folder, "name": ""}
    assert len(told["failures"]) == 7
    assert len(told["undated"]) == sum(
        document["date"] is None for document in mixed[0].get("/api/v1/documents").json()
    )


def test_folders_are_those_that_were_ingested(client: TestClient, tmp_path: Path) -> None:
    """A source is the top folder of what was given; newest day and failures are its own."""
    given = tmp_path / "documenten"
    for folder, text in (("brieven", "Datum 3 maart 2025\n\nDe kade."), ("nota", "Zonder dag over de kade.")):
        (given / folder / "diep").mkdir(parents=True)
        (given / folder / "diep" / "a.txt").write_text(text, encoding="utf-8")
    (given / "nota" / "leeg.txt").write_bytes(b"")
    (given / "los.txt").write_text("Los stuk over het spoor.", encoding="utf-8")
    assert run(tmp_path / "library", "ingest", given).returncode == 0
    told = client.get("/api/v1/completeness", headers=WITH_KEY).json()
    assert {one["name"]: (one["documents"], one["failed"], one["newest"]) for one in told["folders"]} == {
        "brieven": (1, 0, "2025-03-03"),
        "documenten": (1, 0, None),
        "nota": (1, 1, None),
    }


def test_removing_counts_at_once(client: TestClient, tmp_path: Path) -> None:
    """A removed file is found no more, its bytes are gone, and a document that another file holds stays."""
    both = b"De kade van Stein wordt verlengd."
    job = settled(
        client, upload(client, ("een.txt", both), ("twee.txt", both), ("drie.txt", b"Het spoor bij Born."))
    )
    ids = {file["name"]: file["id"] for file in job["files"]}

    def remove(name: str) -> None:
        answer = client.delete(f"/api/v1/jobs/{job['id']}/files/{ids[name]}", headers=WITH_KEY)
        assert answer.status_code == HTTPStatus.NO_CONTENT

    remove("een.txt")
    assert sources_found(client, "kade Stein") >= {"twee.txt"}
    remove("twee.txt")
    assert not sources_found(client, "kade Stein") & {"een.txt", "twee.txt"}
    remove("drie.txt")
    assert sources_found(client, "spoor Born") == set()
    gone = client.get(f"/api/v1/jobs/{job['id']}", headers=WITH_KEY)
    assert (gone.status_code, gone.json()["code"]) == (HTTPStatus.NOT_FOUND, "upload-not-found")
    assert [path for path in (tmp_path / "library" / "uploads").rglob("*") if path.is_file()] == []


def test_a_failed_file_can_be_tried_again(client: TestClient) -> None:
    """It is read anew, and comes to the same while it is the same."""
    job = settled(client, upload(client, ("kapot.pdf", b"%PDF-1.7 kapot")))
    (file,) = job["files"]
    again = client.post(f"/api/v1/jobs/{job['id']}/files/{file['id']}/retry", headers=WITH_KEY).json()
    assert again["files"][0]["state"] in {"waiting", "reading"}
    assert outcomes(settled(client, job)) == {"kapot.pdf": ("failed", ["damaged"])}


def test_limits_cost_the_file_alone(client: TestClient) -> None:
    """What is too large or too much is refused with the reason, can be dismissed, and the rest is kept."""
    client.app.state.managing.limits = UploadLimits(file=100, total=190, files=4)  # type: ignore[attr-defined]
    text = b"De kade wordt langer. "
    job = settled(
        client,
        upload(
            client, ("a.txt", text), ("b.txt", text * 9), ("c.txt", text), ("d.txt", text), ("e.txt", text)
        ),
    )
    told = {file["name"]: (file["state"], file["message"]) for file in job["files"]}
    assert told["a.txt"][0] == "done"
    assert told["b.txt"] == ("refused", "Het bestand is groter dan 0 MB.")
    assert told["d.txt"][0] == "refused"
    assert told["e.txt"][1] == "Er kunnen 4 bestanden tegelijk."
    refused = next(file["id"] for file in job["files"] if file["name"] == "b.txt")
    client.delete(f"/api/v1/jobs/{job['id']}/files/{refused}", headers=WITH_KEY)
    assert "b.txt" not in outcomes(job_of(client, job))


@pytest.mark.parametrize(
    ("content_type", "content", "status"),
    [
        ("application/json", b"{}", HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
        ("multipart/form-data", b"", HTTPStatus.UNSUPPORTED_MEDIA_TYPE),
        ("multipart/form-data; boundary=x", b"geen formulier", HTTPStatus.BAD_REQUEST),
        ("multipart/form-data; boundary=" + "x" * 300, b"--x", HTTPStatus.BAD_REQUEST),
        ("multipart/form-data; boundary=x", b"--x\r\n" + b"a" * 20_000 + b": b\r\n", HTTPStatus.BAD_REQUEST),
    ],
)
def test_what_is_no_form_is_refused(
    client: TestClient, content_type: str, content: bytes, status: HTTPStatus
) -> None:
    """It leaves no upload behind."""
    headers = {"content-type": content_type, **WITH_KEY}
    assert client.post("/api/v1/uploads", content=content, headers=headers).status_code == status
    assert client.get("/api/v1/jobs", headers=WITH_KEY).json() == []


@pytest.mark.parametrize(
    "content",
    [b"--x--\r\n", b'--x\r\nContent-Disposition: form-data; name="files"; filename=""\r\n\r\n\r\n--x--'],
)
def test_a_form_without_a_file_is_refused(client: TestClient, content: bytes) -> None:
    """There is no empty upload."""
    headers = {"content-type": "multipart/form-data; boundary=x", **WITH_KEY}
    answer = client.post("/api/v1/uploads", content=content, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (422, "nothing-uploaded")
    assert client.get("/api/v1/jobs", headers=WITH_KEY).json() == []


def test_no_form_makes_endless_work(client: TestClient) -> None:
    """Of a million files that are too many, as many are told of as may come in."""
    client.app.state.managing.limits = UploadLimits(files=5)  # type: ignore[attr-defined]  # a FastAPI
    job = upload(client, *[("zelfde.txt", b"Water.")] * 2000)
    assert [file["state"] for file in job_of(client, job)["files"]].count("refused") == 5


def test_sidecars_speak_of_files_beside_them(client: TestClient) -> None:
    """A date that comes along with a document is the document's."""
    said = json.dumps({"date": "2024-02-01"}).encode()
    job = settled(client, upload(client, ("a.txt", b"De kade wordt langer."), ("a.txt.meta.json", said)))
    first, second = job["files"]
    assert first["parts"][0]["date"] == "2024-02-01"
    assert (second["state"], second["parts"]) == ("beside", [])


def test_it_waits_for_another_writer(client: TestClient, tmp_path: Path) -> None:
    """While another process writes it says so, and removes nothing; afterwards it goes on by itself."""
    with Library(tmp_path / "library") as other, other.writing():
        job = upload(client, ("a.txt", b"De kade wordt langer."))
        until(lambda: job_of(client, job)["busy"])
        answer = client.delete(f"/api/v1/jobs/{job['id']}/files/{job['files'][0]['id']}", headers=WITH_KEY)
        assert (answer.status_code, answer.json()["code"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "library-busy")
    assert outcomes(settled(client, job)) == {"a.txt": ("done", [""])}


def test_events_tell_all_until_the_end(client: TestClient) -> None:
    """They end by themselves; whoever saw the last one hears only that it ended, and others hear it all."""
    job = upload(client, ("a.txt", b"De kade wordt langer."), ("kapot.pdf", b"%PDF-"))
    address = f"/api/v1/jobs/{job['id']}/events"
    heard = client.get(address, headers=WITH_KEY)
    assert heard.headers["content-type"].startswith("text/event-stream")
    events = [
        dict(line.split(": ", 1) for line in one.splitlines()) for one in heard.text.split("\n\n")[1:-1]
    ]
    assert events[-1]["event"] == "end"
    last = {
        data["name"]: data["state"] for data in map(json.loads, (e["data"] for e in events)) if "name" in data
    }
    assert last == {"a.txt": "done", "kapot.pdf": "failed"}
    again = client.get(address, headers={**WITH_KEY, "Last-Event-ID": events[-1]["id"]})
    assert "event: end" in again.text
    assert '"done"' in client.get(address, headers=WITH_KEY).text


@pytest.mark.parametrize("form", [JobForm, FolderForm, CompletenessForm])
def test_examples_fit_their_forms(form: type[JobForm | FolderForm | CompletenessForm]) -> None:
    """Each form has an example with all of its fields and no others."""
    for example in form.model_json_schema()["examples"]:
        assert form.model_validate(example).model_dump(mode="json") == example


class Server:
    """Our ``serve`` with the key, in a process of its own."""

    def __init__(self, library: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.process = subprocess.Popen(
            command("serve", "--port", str(self.port)),
            env=environment(library, BELEIDSZOEKER_ADMIN_KEY=KEY),
            stderr=subprocess.PIPE,
            text=True,
        )
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{self.port}", timeout=30)
        until(self._listens)

    def _listens(self) -> bool:
        assert self.process.poll() is None, self.process.communicate()[1]
        try:
            return self.client.get("/healthz").is_success
        except httpx.HTTPError:
            return False

    def kill(self) -> None:
        self.client.close()
        if self.process.poll() is None:
            self.process.kill()
            self.process.communicate()


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Callable[[], Server]]:
    """Starts servers over one library; what is left of them is killed."""
    started: list[Server] = []

    def start() -> Server:
        started.append(Server(tmp_path / "library"))
        return started[-1]

    yield start
    for server in started:
        server.kill()


def test_killed_while_taking_in_it_goes_on(serving: Callable[[], Server]) -> None:
    """After SIGKILL in the middle of it, the next start takes in what was not, without being asked."""
    server = serving()
    files = [(f"{n}.txt", f"Hoofdstuk {n} over de kade van Stein. ".encode() * 50) for n in range(60)]
    job = upload(server.client, *files)
    until(lambda: job_of(server.client, job)["phase"] == "lezen")
    server.kill()
    server = serving()
    assert job_of(server.client, job)["state"] in {"waiting", "running"}
    ended = settled(server.client, job)
    assert {state for state, _ in outcomes(ended).values()} == {"done"}
    assert len(ended["files"]) == 60
    assert len(server.client.get("/api/v1/documents").json()) == 60


def test_killed_while_receiving_what_came_in_counts(serving: Callable[[], Server], tmp_path: Path) -> None:
    """After SIGKILL in the middle of a form, its whole files are taken in and the half one is gone."""
    server = serving()
    head = 'Content-Disposition: form-data; name="files"; filename="{}"\r\n\r\n'
    body = f"--x\r\n{head.format('heel.txt')}De kade wordt langer.\r\n--x\r\n{head.format('half.txt')}De ha"
    request = (
        f"POST /api/v1/uploads HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {KEY}\r\n"
        f"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 100000\r\n\r\n{body}"
    )
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(request.encode())
        until(lambda: [*(tmp_path / "library" / "uploads").glob(".*/heel.txt")])
        server.kill()
    server = serving()
    (job,) = server.client.get("/api/v1/jobs", headers=WITH_KEY).json()
    assert outcomes(settled(server.client, job)) == {"heel.txt": ("done", [""])}
    assert not [*(tmp_path / "library" / "uploads").rglob(".part.*")]


def test_an_open_stream_does_not_keep_it_running(serving: Callable[[], Server], tmp_path: Path) -> None:
    """Ctrl-C ends streams and the process that takes in, at once and without complaint; the upload waits."""
    server = serving()
    with Library(tmp_path / "library") as other, other.writing():
        job = upload(server.client, ("a.txt", b"De kade wordt langer."))
        with server.client.stream("GET", f"/api/v1/jobs/{job['id']}/events", headers=WITH_KEY) as events:
            lines = events.iter_lines()
            until(lambda: '"busy": true' in next(lines))
            began = time.monotonic()
            server.process.send_signal(signal.SIGINT)
            _, told = server.process.communicate(timeout=15)
            assert time.monotonic() - began < 8
            assert not [line for line in lines if "end" in line]
    assert "Traceback" not in told
    assert "Cancel" not in told
    server = serving()
    assert outcomes(settled(server.client, job)) == {"a.txt": ("done", [""])}
