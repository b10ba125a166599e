"""Whether confidences can be taken at their word: bins, intervals, the error, the drawing."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from graph.errors import InputError
from graph.evaluate import Judged, calibration_error, curve, curve_svg, curve_text, read_judged


def _judged(confidence, right, wrong):
    return [Judged(confidence, "by hand", True)] * right + [Judged(confidence, "by hand", False)] * wrong


def test_a_confidence_stands_in_the_bin_that_begins_with_it():
    """0.9 is in 0.90 to 0.95, 1.0 in the last; bins without statements are left out."""
    bins = curve([*_judged(0.9, 9, 1), *_judged(1.0, 1, 0), *_judged(0.15, 0, 2)])
    assert [(one.low, one.count, one.right) for one in bins] == [(0.15, 2, 0), (0.9, 10, 9), (0.95, 1, 1)]


def test_nine_in_ten_at_nine_tenths_is_no_error():
    """The error is the distance of share and confidence, weighted by how many there are."""
    assert calibration_error(curve(_judged(0.9, 9, 1))) == pytest.approx(0)
    assert calibration_error(curve([*_judged(0.9, 9, 1), *_judged(0.5, 10, 0)])) == pytest.approx(0.25)
    assert calibration_error([]) == 0


def test_the_interval_is_wilson_s():
    """9 of 10: 0.596 to 0.982."""
    (one,) = curve(_judged(0.9, 9, 1))
    assert one.interval == pytest.approx((0.596, 0.982), abs=0.001)


def test_the_curve_is_shown_as_bars_and_as_a_drawing():
    """A bar marks the confidence; the drawing is well-formed and has a dot a bin."""
    bins = curve([*_judged(0.9, 9, 1), *_judged(0.5, 1, 1)])
    assert curve_text(bins).splitlines()[1].endswith("0.90 of 10")
    drawing = ElementTree.fromstring(curve_svg(bins))  # noqa: S314 we have written it
    assert len(drawing.findall("{http://www.w3.org/2000/svg}circle")) == 2


@pytest.mark.parametrize(
    "row", ["{", '{"confidence": 0.9}', '{"confidence": 0.9, "right": null}', '{"confidence": 9, "right": true}']
)
def test_a_row_that_is_no_judgement_is_told_by_its_line(row, tmp_path):
    """An open verdict is none."""
    path = tmp_path / "judged.jsonl"
    path.write_text(f'{{"confidence": 0.9, "right": true}}\n{row}\n', "utf-8")
    with pytest.raises(InputError, match="line 2"):
        read_judged(path)
