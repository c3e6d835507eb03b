"""Walks that a reader takes through the built dossier, in a real browser, scripts on and off."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect
from site_visits import Visit

pytestmark = pytest.mark.browser

ARTICLE = "articles/call-of-7-december-2021/"


def test_from_an_article_to_an_agreement_a_person_a_year_and_back_to_the_sentence(visit: Visit) -> None:
    page = visit.page
    visit.open(ARTICLE)
    expect(page.locator("h1")).to_have_count(1)
    page.locator('article a.dossier-link[data-id="lake-accords"]').first.click()
    expect(page.locator("h1")).to_have_text("Lake Accords")

    page.locator('.dossier-relations a.dossier-link[data-id="second-lake-accord"]').first.click()
    expect(page.locator("h1")).to_have_text("Second Lake Accord")
    signatories = page.locator("#section-signatories + *")
    expect(signatories).to_contain_text("Leif Holm")
    signatories.locator('a[data-id="leif-holm"]').first.click()
    expect(page.locator("h1")).to_have_text("Leif Holm")

    page.locator(".dossier-facts a.dossier-date").first.click()
    expect(page.locator("h1")).to_have_text("1938")
    visit.open("timeline/2021/")
    quotation = page.locator(
        f'.dossier-spoken-of a[href*="{ARTICLE}#mention-"]', has=page.locator("mark", has_text="June")
    ).first
    sentence = " ".join(quotation.inner_text().split())
    quotation.click()
    assert urlsplit(page.url).path.endswith(ARTICLE)
    anchor = unquote(urlsplit(page.url).fragment)
    mention = page.locator(f'[id="{anchor}"]')
    expect(mention).to_have_text("June")
    expect(mention).to_be_in_viewport()
    paragraph = " ".join(mention.locator("xpath=ancestor::p[1]").inner_text().split())
    assert sentence in paragraph


def test_every_sentence_that_mentions_a_person_leads_to_that_place(visit: Visit) -> None:
    page = visit.page
    visit.open("people/ada-berg/")
    count = page.locator(".dossier-quotations a").count()
    assert count > 5
    for number in range(6):
        visit.open("people/ada-berg/")
        link = page.locator(".dossier-quotations a").nth(number)
        marked = link.locator("mark").first.inner_text()
        link.click()
        anchor = unquote(urlsplit(page.url).fragment)
        assert page.locator(f'[id="{anchor}"]').inner_text() == marked


def test_the_home_page_leads_into_all_of_it(visit: Visit) -> None:
    page = visit.page
    for name in ("Articles", "People", "Positions", "Organisations", "Places", "Events", "Agreements"):
        visit.open("")
        page.locator(".dossier-counts a", has_text=name.lower()).click()
        expect(page.locator("h1")).to_have_text(name)
        page.locator(".dossier-index a.dossier-link").first.click()
        expect(page.locator("h1")).to_have_count(1)
    visit.open("")
    page.locator(".dossier-strip a", has_text="2014").click()
    expect(page.locator('[id="2014-03-18"]')).to_contain_text("18 March 2014")


def test_a_provision_has_its_own_address(visit: Visit) -> None:
    visit.open("agreements/second-lake-accord/#point-4")
    provision = visit.page.locator('[id="point-4"]')
    expect(provision).to_be_in_viewport()
    expect(visit.page.locator(".dossier-sections > li")).to_have_count(13)


def test_an_agreement_tells_signatories_parties_and_relations_in_both_directions(visit: Visit) -> None:
    page = visit.page
    visit.open("agreements/second-lake-accord/")
    expect(page.locator("#section-signatories")).to_be_visible()
    expect(page.locator("#section-third_parties")).to_be_visible()
    endorsed = page.locator("table.dossier-relations tr", has_text="endorsed by")
    endorsed.locator('a[data-id="resolution-12"]').click()
    endorses = page.locator("table.dossier-relations tr", has_text="endorses")
    expect(endorses.locator('a[data-id="second-lake-accord"]')).to_be_visible()


def test_a_position_shows_its_holders_in_order(visit: Visit) -> None:
    visit.open("positions/president-of-norland/")
    holders = visit.page.locator("#section-holders + * tbody tr td:first-child").all_inner_texts()
    in_order = ("Strand", "Lind", "Berg")
    places = [next(i for i, text in enumerate(holders) if name in text) for name in in_order]
    assert places == sorted(places)
