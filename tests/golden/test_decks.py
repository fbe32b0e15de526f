"""The structure of a deck, slide by slide. `make golden` writes it anew.

Versions are facts of the data and stay out: another dataset is no other structure.
"""

import io
import json
import os
import re
from pathlib import Path

import pytest
from pptx import Presentation

from analytics.forum.storyboard import of_country, usual
from analytics.query.filters import Filters
from exports.slides.deck import deck

HERE = Path(__file__).parent
FACTS = re.compile(r"(?<=record )[0-9a-f]{12}|(?<=version )[0-9a-f]{12}|[0-9a-f]{64}|(?<=&v=)\w+")
VIEWS = {"region": usual(Filters()), "moldova": of_country("MDA"), "belarus": of_country("BLR")}


def structure(content):
    return [
        {
            "layout": slide.slide_layout.name,
            "notes": len(slide.notes_slide.notes_text_frame.text.splitlines()),
            "shapes": [held(shape) for shape in slide.shapes],
        }
        for slide in Presentation(io.BytesIO(content)).slides
    ]


def held(shape):
    """What a shape is and holds, in a line."""
    if shape.has_chart:
        [plot] = shape.chart.plots
        groups = " | ".join(" ".join(str(one).split()) for one in plot.categories)
        return f"{shape.chart.chart_type.name}: {groups} / {', '.join(s.name for s in plot.series)}"
    if shape.has_table:
        return "table: " + " / ".join(
            " | ".join(cell.text for cell in row.cells) for row in shape.table.rows
        )
    kind = "placeholder" if shape.is_placeholder else "box"
    return f"{kind}: {FACTS.sub('…', shape.text_frame.text)}"


@pytest.mark.parametrize("name", VIEWS)
def test_a_deck_is_laid_out_as_it_was(record, name):
    content = deck(record, Filters(), VIEWS[name], "http://monitor.example/forum")
    structure_now = json.dumps(structure(content), ensure_ascii=False, indent=1)
    golden = HERE / f"deck_{name}.json"
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(structure_now + "\n", encoding="utf-8")
    assert structure_now + "\n" == golden.read_text(encoding="utf-8")
