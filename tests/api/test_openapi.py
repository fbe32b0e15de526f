"""The API does what its OpenAPI document says, and the document says what there is."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode

from analytics.metrics.catalogue import METRICS
from analytics.query.dimensions import DIMENSIONS
from analytics.query.filters import MANY
from api.app import DOCUMENT
from api.endpoints import ENDPOINTS

EXAMPLES = 40
POINTS = [*ENDPOINTS, DOCUMENT]
# An address that takes nothing cannot be asked a wrong question.
QUESTIONS = [(point.path, GenerationMode.POSITIVE) for point in POINTS]
QUESTIONS += [
    (point.path, GenerationMode.NEGATIVE) for point in ENDPOINTS if point.takes().model_fields
]


@pytest.fixture(scope="module")
def described(app):
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


@pytest.mark.parametrize(("path", "mode"), QUESTIONS)
def test_every_question_is_answered_or_refused_as_described(described, path, mode):
    """Right questions and wrong ones: no fault, no shape that is not described, none let by."""

    @settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
    @given(described[path]["GET"].as_strategy(generation_mode=mode))
    def answer_to(case):
        if mode is GenerationMode.POSITIVE:
            case.query.update(as_described(case.query))
        case.call_and_validate()

    answer_to()


def as_described(query):
    """Days and years as their descriptions have them: a schema cannot hold one against another."""
    first, last = sorted([int(query.get("from", 1)), int(query.get("to", 9999))])
    right = {"as_of": "2020-12-31", "since": "2019-12-31", "from": str(first), "to": str(last)}
    return {name: right[name] for name in right if name in query}


@pytest.fixture
def paths(get):
    return get("/openapi.json")["paths"]


def parameter(paths, path, name):
    [finding] = [each for each in paths[path]["get"]["parameters"] if each["name"] == name]
    return finding


def test_every_metric_and_dimension_is_in_the_document(paths):
    assert parameter(paths, "/ask", "metric")["schema"]["items"]["enum"] == list(METRICS)
    assert parameter(paths, "/ask", "by")["schema"]["items"]["enum"] == list(DIMENSIONS)


@pytest.mark.parametrize("path", ["/ask", "/commitments"])
@pytest.mark.parametrize("name", [*MANY, "period", "from", "to", "q", "all", "as_of"])
def test_every_filter_of_the_pages_is_in_the_document(paths, path, name):
    assert parameter(paths, path, name)["description"]


def test_the_index_and_the_document_name_the_same_addresses(get, paths):
    named = {address.removeprefix("/api/v1") for address in get("/")["addresses"].values()}
    assert named | {"/openapi.json"} == set(paths)


def test_the_record_of_a_commitment_of_every_plan_is_as_described(described, record):
    firsts = "select min(commitment_id) from commitments group by plan_id order by all"
    numbers = [number for (number,) in record.cursor().execute(firsts).fetchall()]
    assert len(numbers) > 40
    for number in numbers:
        case = described["/commitments/{commitment_id}"]["GET"].Case(
            path_parameters={"commitment_id": number}
        )
        assert case.call_and_validate().status_code == 200
