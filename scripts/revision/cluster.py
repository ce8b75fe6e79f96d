"""One function over many items, in order, on the workers of a Dask cluster.

The workers run the same function as this machine does, from the same code, or their answer is not taken. Dask
gives what a lost worker had to do to another one.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeAlias, TypeVar

from explainer.errors import ContentError, Problem
from revision.extractor import digest_of

if TYPE_CHECKING:
    from distributed import Client, Future

    Answer: TypeAlias = "Future[tuple[str, Sequence[Result]]]"

Item = TypeVar("Item")
Result = TypeVar("Result")

_BATCH = 8
"""Items that go to a worker at once."""
_AHEAD = 256
"""Batches that are out at most, so that neither memory nor the scheduler has to hold an archive."""
_CODE = ("explainer", "extraction", "reading", "revision")
_READERS = ("lxml", "trafilatura", "mammoth")
"""Packages of others that decide what is read."""
_INSTALL = ".venv/bin/pip install --require-hashes -r requirements-cluster.lock"


@dataclass(frozen=True, slots=True)
class Cluster:
    """The workers behind a scheduler."""

    address: str
    """Of the scheduler, such as `tcp://10.0.0.5:8786`."""
    patience: float = 60.0
    """Seconds to wait for a scheduler that does not answer and for workers where there are none."""

    def in_order(
        self, function: Callable[[Item], Result], items: Sequence[Item], *, is_much: bool
    ) -> Iterator[Result]:
        """Yield the result for each item, in order; raises ContentError where the cluster does not do it."""
        if not items:
            return
        client = self._client()
        try:
            out: deque[Future[tuple[str, Sequence[Result]]]] = deque()
            for begin in range(0, len(items), _BATCH):
                batch = items[begin : begin + _BATCH]
                out.append(client.submit(_worked, function, batch, pure=False))
                if len(out) == _AHEAD:
                    yield from self._answer(client, out.popleft())
            while out:
                yield from self._answer(client, out.popleft())
        finally:
            client.close()  # type: ignore[no-untyped-call]

    def _client(self) -> "Client":
        try:
            from distributed import Client  # an extra, and a second of loading
        except ModuleNotFoundError:
            self._fail(f"Dask is not installed here: {_INSTALL}")
        try:
            return Client(self.address, timeout=self.patience, set_as_default=False)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            self._fail(f"no scheduler answers: {error}")

    def _answer(self, client: "Client", future: "Answer[Result]") -> Sequence[Result]:
        """Return what a worker made of a batch, from the same code as ours."""
        code, results = self._result(client, future)
        if code != code_here():
            advice = f"bring it to this version there, and what it needs ({_INSTALL})"
            self._fail(f"a worker has another version of this project or of what it reads with; {advice}")
        return results

    def _result(self, client: "Client", future: "Answer[Result]") -> tuple[str, Sequence[Result]]:
        from distributed import KilledWorker, TimeoutError

        while True:
            try:
                answer: tuple[str, Sequence[Result]] = future.result(timeout=self.patience)
                return answer
            except TimeoutError:
                if not client.nthreads():  # type: ignore[no-untyped-call]
                    self._fail(f"has had no worker for {self.patience:.0f} s")
            except KilledWorker as error:
                self._fail(f"some articles ended one worker after the other: {error}")
            except (CancelledError, OSError) as error:
                self._fail(f"the scheduler is gone: {error}")
            except ModuleNotFoundError as error:
                self._fail(f"a worker does not have this project ({error}): install it there, as here")

    def _fail(self, reason: str) -> NoReturn:
        words = f"{self.address}: {reason}. What is done is kept: run again, with or without a cluster"
        raise ContentError([Problem.at(Path("--cluster"), words)])


def _worked(function: Callable[[Item], Result], batch: Sequence[Item]) -> tuple[str, Sequence[Result]]:
    return code_here(), [function(item) for item in batch]


@cache
def code_here() -> str:
    """Return what stands for the code that this process would run."""
    digest = hashlib.sha256()
    for package in _CODE:
        digest.update(digest_of(resources.files(package)))
    digest.update(" ".join(metadata.version(package) for package in _READERS).encode())
    return digest.hexdigest()
