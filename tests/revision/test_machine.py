"""No edit is lost, no conflict is silent, no quote is stitched together, whatever happens in what order.

1,000 sequences, the same each time; `make fuzz` runs 20,000 others (SEQUENCES=20000 pytest on this file).
"""

import os
from unittest import mock

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test
from machine import Newsroom

SEQUENCES = int(os.environ.get("SEQUENCES", "1000"))
SHARES = 8


@pytest.mark.parametrize("share", range(SHARES))
def test_no_sequence_of_events_loses_an_edit(share: int) -> None:
    chosen = settings(
        max_examples=SEQUENCES // SHARES,
        stateful_step_count=14,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate, Phase.shrink],
    )
    machine = type(f"Newsroom{share}", (Newsroom,), {})
    if "SEQUENCES" not in os.environ:
        machine = seed(share)(machine)
    with mock.patch("os.fsync"):
        run_state_machine_as_test(machine, settings=chosen)
