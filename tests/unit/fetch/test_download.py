"""A file by address: whole, within its limits, from the machine that was meant, or not at all."""

import gzip
import socket
import threading
import tracemalloc
from dataclasses import replace

import pytest

from data.fetch import NotFetched, Permitted, fetch
from data.fetch.download import Limits, Validators
from tests.unit.fetch.conftest import HERE

TIGHT = Limits(size=1_000_000, seconds=5, idle=2)
BODY = b"commitment_id,plan_id\nX1,UKR-6\n"


def refusal(address, permitted=HERE, limits=TIGHT):
    with pytest.raises(NotFetched) as end:
        fetch(address, permitted, limits=limits)
    return str(end.value)


def chunked(site, path, parts, **headers):
    """An answer in chunks; the last one is missing where `parts` end with None."""

    def answer(request):
        request.protocol_version = "HTTP/1.1"
        request.send_response(200)
        for name, value in {"Transfer_Encoding": "chunked", **headers}.items():
            request.send_header(name.replace("_", "-"), value)
        request.end_headers()
        for part in parts:
            if part is None:
                return
            request.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        request.wfile.write(b"0\r\n\r\n")

    site.answers[path] = answer
    return site.at(path)


# What comes ----------------------------------------------------------------------------------


def test_a_file_comes_whole_with_its_name_and_what_its_server_says_of_it(site):
    day = "Wed, 25 Nov 2026 08:00:00 GMT"
    fetched = fetch(site.file("/data/a%20b.csv?v=2", BODY, etag='"1"', Last_Modified=day), HERE)
    assert (fetched.content, fetched.name, fetched.validators) == (
        BODY,
        "a b.csv",
        Validators('"1"', day),
    )


def test_the_server_may_say_what_the_file_is_called(site):
    named = "attachment; filename=\"x.csv\"; filename*=UTF-8''%D0%BF%D0%BB%D0%B0%D0%BD.csv"
    assert fetch(site.file("/get", BODY, Content_Disposition=named), HERE).name in (
        "план.csv",
        "x.csv",
    )
    assert fetch(site.file("/", BODY), HERE).name == "localhost"


def test_what_is_known_is_told_and_not_sent_again(site):
    address = site.file("/x.csv", BODY, etag='"1"')
    validators = fetch(address, HERE).validators
    sent = site.sent
    assert fetch(address, HERE, validators) is None
    assert site.sent == sent
    assert site.heard[-1]["If-None-Match"] == '"1"'


def test_the_day_of_change_is_told_as_well(site):
    address = site.file("/x.csv", BODY)
    fetch(address, HERE, Validators(modified="Wed, 25 Nov 2026 08:00:00 GMT"))
    assert site.heard[-1]["If-Modified-Since"] == "Wed, 25 Nov 2026 08:00:00 GMT"


def test_not_modified_is_no_answer_to_who_never_asked_so(site):
    assert "answered 304" in refusal(site.file("/x.csv", b"", status=304))


def test_packed_and_chunked_answers_are_unpacked(site):
    text = b"a,b\n" * 50_000
    parts = [gzip.compress(text)[at : at + 100] for at in range(0, len(gzip.compress(text)), 100)]
    assert fetch(chunked(site, "/x", parts, Content_Encoding="gzip"), HERE).content == text


def test_a_redirect_is_followed_to_another_place_under_tls(site):
    site.file("/there/x.csv", BODY)
    assert fetch(site.leads("/here", "/there/x.csv"), HERE).content == BODY
    assert fetch(site.leads("/here", site.at("/there/x.csv"), status=308), HERE).name == "x.csv"


# Limits --------------------------------------------------------------------------------------


def test_a_file_that_says_it_is_too_large_is_not_read(site):
    assert "larger than 1 MB" in refusal(site.file("/x", b"", Content_Length="1000001"))


def test_a_file_that_turns_out_too_large_is_not_read_on(site):
    parts = (b"x" * 100_000 for _ in range(1_000))
    assert "larger than 1 MB" in refusal(chunked(site, "/x", parts))


def test_a_file_that_unpacks_too_large_never_fills_the_memory(site):
    bomb = gzip.compress(b"\0" * 50_000_000)
    address = site.file("/x", bomb, Content_Encoding="gzip")
    tracemalloc.start()
    try:
        assert "larger than 1 MB" in refusal(address)
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("where", ["header", "body"])
def test_a_server_that_drips_is_not_waited_for(site, where):
    over = threading.Event()

    def answer(request):
        request.send_response(200)
        request.flush_headers() if where == "header" else request.end_headers()
        while not over.wait(0.05):
            request.wfile.write(b"X-More: y\r\n" if where == "header" else b"x")

    site.answers["/x"] = answer
    try:
        assert "took longer than 0.5 seconds" in refusal(site.at("/x"), limits=Limits(seconds=0.5))
    finally:
        over.set()


def test_a_file_cut_short_is_no_file(site):
    assert "did not arrive whole" in refusal(site.file("/x", BODY, Content_Length="99"))
    assert "did not arrive whole" in refusal(chunked(site, "/y", [BODY, None]))


@pytest.mark.parametrize("status", [204, 206, 300, 401, 404, 500, 503])
def test_what_is_no_file_is_said_with_its_status(site, status):
    assert f"answered {status}" in refusal(site.file("/x", b"", status=status))


def test_a_circle_of_addresses_ends(site):
    assert "leads from one address to the next" in refusal(site.leads("/x", "/x"))
    assert len(site.heard) == TIGHT.redirects + 1


def test_what_is_no_web_server_is_said_to_be_none(plain_site):
    def answer(request):
        request.wfile.write(b"SSH-2.0-OpenSSH_9.9\r\n\r\n")

    plain_site.answers["/x"] = answer
    permitted = replace(HERE, http=True)
    assert "did not answer as a web server does" in refusal(plain_site.at("/x"), permitted)


def test_where_nobody_listens_the_host_is_named():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert "localhost cannot be reached" in refusal(f"https://localhost:{port}/x")


# From whom ------------------------------------------------------------------------------------


def test_a_certificate_nobody_vouches_for_is_refused(site, monkeypatch):
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setenv("SSL_CERT_FILE", "/dev/null")
    assert "could not prove that it is localhost" in refusal(site.file("/x", BODY))
    assert site.heard == []


def test_a_certificate_of_another_host_is_refused(site, monkeypatch):
    lead_to_loopback(monkeypatch, "other.test")
    permitted = Permitted(private=frozenset({"other.test"}))
    assert "could not prove that it is other.test" in refusal(
        site.at("/x", "other.test"), permitted
    )


def test_plain_http_is_refused_unless_allowed(plain_site):
    address = plain_site.file("/x", BODY)
    assert "--allow-http" in refusal(address)
    assert plain_site.heard == []
    assert fetch(address, replace(HERE, http=True)).content == BODY


def test_a_redirect_to_another_scheme_is_refused_unless_allowed(site, plain_site):
    address = site.leads("/x", plain_site.file("/x", BODY))
    assert "is not encrypted" in refusal(address)
    assert fetch(address, replace(HERE, http=True)).content == BODY
    for elsewhere in ("ftp://localhost/x", "file:///etc/passwd", "data:text/csv,a"):
        assert "begins with https://" in refusal(
            site.leads("/x", elsewhere), replace(HERE, http=True)
        )


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "[::1]", "10.1.2.3", "192.168.1.1", "172.16.0.1", "169.254.169.254", "0.0.0.0",
     "100.64.0.1", "[fe80::1]", "[fd00::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]",
     "[2002:7f00:1::]", "224.0.0.1", "255.255.255.255", "2130706433", "0x7f.1", "[::]",
     "[2001:0:1::1]", "[fec0::1]"],
)  # fmt: skip
def test_an_address_of_the_own_network_is_refused_also_after_a_redirect(site, host):
    text = refusal(f"https://{host}/x", Permitted())
    assert "stands in the own network" in text or "is not" in text
    text = refusal(site.leads("/x", f"https://{host}/x"))
    assert "stands in the own network" in text or "is not" in text


def test_loopback_by_name_is_refused_unless_that_name_is_allowed(site):
    address = site.file("/x", BODY)
    assert "--allow-private localhost" in refusal(address, Permitted())
    assert "own network" in refusal(site.at("/x", "127.0.0.1"))
    assert fetch(address, HERE).content == BODY


def test_an_address_with_a_password_is_not_taken(site):
    assert "name or password" in refusal(f"https://me:secret@localhost:{site.port}/x")
    assert "secret" not in refusal(f"https://me:secret@localhost:{site.port}/x")


@pytest.mark.parametrize("address", ["https://", "https:///x", "https://[::1", "https://a b/"])
def test_what_is_no_address_is_said_to_be_none(address):
    assert "is not a" in refusal(address) or "No machine" in refusal(address)


def lead_to_loopback(monkeypatch, *names, then=()):
    """Names of this test alone: the first look-up finds loopback, later ones what `then` says."""
    real, names_asked, later = socket.getaddrinfo, [], list(then)

    def looked_up(name, *rest, **more):
        if name not in names:
            return real(name, *rest, **more)
        names_asked.append(name)
        machine = later.pop(0) if len(names_asked) > 1 and later else "127.0.0.1"
        return real(machine, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    return names_asked


def test_a_name_is_looked_up_once_and_kept_for_certificate_and_greeting(site, monkeypatch):
    names = lead_to_loopback(monkeypatch, "ogp.test", then=["192.0.2.1"])
    site.file("/x", BODY)
    permitted = Permitted(private=frozenset({"ogp.test"}))
    assert fetch(site.at("/x", "ogp.test"), permitted).content == BODY
    assert names == ["ogp.test"]
    assert site.heard[-1]["Host"] == f"ogp.test:{site.port}"


def test_a_name_that_leads_inside_the_second_time_is_refused_the_second_time(site, monkeypatch):
    lead_to_loopback(monkeypatch, "ogp.test", then=["10.0.0.7"])
    monkeypatch.setattr("data.fetch.addresses.is_public", lambda one: str(one) == "127.0.0.1")
    address = site.at("/x", "ogp.test")
    site.leads("/x", address)
    assert "ogp.test stands in the own network (10.0.0.7)" in refusal(address, Permitted())
