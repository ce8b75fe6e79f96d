"""Is a record extraction made one the project's rules allow? What is not is told, never written."""

from pydantic import ValidationError

from explainer.loading.messages import sentence
from explainer.model import RECORD_TYPES
from merge.values import Record

_MODELS = {model.FOLDER: model for model in RECORD_TYPES}


def unfitness(folder: str, record: Record) -> str | None:
    """Return why a record of that folder cannot be proposed, in words; None where it can."""
    try:
        _MODELS[folder].model_validate({**record, "id": "new"})
    except ValidationError as error:
        finding = error.errors(include_url=False)[0]
        field = ".".join(str(part + 1 if isinstance(part, int) else part) for part in finding["loc"])
        return f"{field} {sentence(finding)}"
    return None
