"""What nobody said, when nobody said it, and of what nobody counted it: no attack is published unseen."""

import os
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "verify"))
from attacks import KINDS, attacks, fair

ATTACKS = int(os.environ.get("ATTACKS", "3000"))


def test_no_attack_is_published_without_a_mark_that_readers_see() -> None:
    kinds: Counter[str] = Counter()
    through = []
    for ground, attack in attacks(ATTACKS, seed=20_261_125):
        kinds[attack.how] += 1
        if not ground.stops(attack.record):
            through.append((attack.how, attack.record.exact))
    assert len(kinds) >= len(KINDS)
    assert through == []


def test_of_500_fair_quotations_at_most_two_are_stopped() -> None:
    stopped = [quote.exact for ground, quote in fair(500, seed=3) if ground.stops(quote)]
    assert len(stopped) <= 2, stopped
