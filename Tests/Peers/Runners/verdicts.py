"""Verdicts as bytes from 0 to 4, for the generated numpy program."""

import numpy as np

FOUR = np.uint8(4)
OPEN = np.uint8(2)
least, greatest = np.minimum, np.maximum



def absent(verdict):
    # Turned round, and one more where open: 4 3 3 1 0.
    return (FOUR - verdict) + (verdict == 2).view(np.uint8)


def at_least(bound, e1, e2, e3, e4):
    return _sum(e1 >= bound, e2 >= bound, e3 >= bound, e4 >= bound)


def at_most(bound, e1, e2, e3, e4):
    return _sum(e4 <= bound, e3 <= bound, e2 <= bound, e1 <= bound)


def among(places, possible, presumed):
    others = np.uint8(~places & 0xFF)
    return _sum(
        (possible & places) != 0, (presumed & places) != 0, (presumed & others) == 0, (possible & others) == 0
    )


def _sum(*levels):
    total = levels[0].view(np.uint8)
    for level in levels[1:]:
        total = total + level.view(np.uint8)
    return total
