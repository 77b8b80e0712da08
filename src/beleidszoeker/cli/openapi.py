"""``beleidszoeker openapi``."""


def openapi() -> None:
    """Druk de beschrijving van de HTTP-API af (OpenAPI 3.1, JSON); er is geen bibliotheek voor nodig."""
    import secrets
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from beleidszoeker.api.app import create_app
    from beleidszoeker.api.options import Intake, Management, Options
    from beleidszoeker.cli.output import print_json
    from beleidszoeker.index.library import Library
    from beleidszoeker.model.hashing import HashingEmbedder

    with TemporaryDirectory() as folder, Library(Path(folder), create=True) as library:
        intake = Intake("hashing", Path(folder), workers=1, ocr=False)
        options = Options(
            Management(secrets.token_hex(), intake)
        )  # what is off without a key is described too
        print_json(create_app(library, HashingEmbedder, options=options).openapi())
