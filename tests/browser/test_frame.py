"""The frame round every page: links of ours stay in the window, and say where they have led."""

from playwright.sync_api import expect


def test_a_link_in_a_text_is_followed_within_the_session_and_back_again(screen, open_app):
    page = open_app("/?country=GEO")
    with screen.rerun():
        page.get_by_role("link", name="Delays", exact=True).click()
    assert page.url.endswith("/delays?country=GEO")
    expect(page.locator("[aria-current=page]")).to_have_text("Delays")
    with screen.rerun():
        page.go_back()
    expect(page.locator("h1")).to_have_text("Georgia")
    assert page.url.endswith("/?country=GEO")
    with screen.rerun():
        page.go_forward()
    expect(page.locator("h1")).to_have_text("Delays")
    assert len(screen.sockets) == 1  # one session all the while


def test_a_link_is_a_link_to_the_keyboard_and_to_a_new_window(screen, open_app):
    page = open_app("/?country=GEO")
    with page.context.expect_page() as other:
        page.get_by_role("link", name="Sectors", exact=True).click(modifiers=["Control"])
    assert other.value.url.endswith("/sectors?country=GEO")
    other.value.close()
    with screen.rerun():
        page.get_by_role("link", name="Sectors", exact=True).press("Enter")
    assert page.url.endswith("/sectors?country=GEO")


def test_another_thing_on_a_page_is_shown_from_its_beginning(screen, open_app):
    page = open_app("/commitments?commitment=UA0038")
    main = page.get_by_test_id("stMain")
    main.evaluate("main => main.scrollTo(0, 400)")
    with screen.rerun():
        page.get_by_role("link", name="Back to the list").click()
    expect(page.locator("h1")).to_have_text("Commitments")
    assert main.evaluate("main => main.scrollTop") == 0


def test_a_wrong_address_gets_our_own_page(open_app):
    page = open_app("/dleays?country=GEO")
    expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_test_id("stMain").get_by_role("link", name="Delays").click()
    expect(page.get_by_role("heading", name="Delays", level=1)).to_be_visible()


def test_an_old_address_leads_to_the_page_with_its_view(open_app):
    page = open_app("/forum?views=region,country:UKR")
    expect(page.get_by_role("heading", name="Presentation", level=1)).to_be_visible()
    assert "/presentation?views=region,country:UKR" in page.url
