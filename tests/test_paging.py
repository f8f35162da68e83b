"""Lists that come in pages, as one stream."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any, NamedTuple

import httpx
import pytest
from conftest import LOCATION
from pytest_httpx import HTTPXMock

from highlevel_calendars import CalendarsClient, Options, errors

Items = list[dict[str, Any]]


def items(count: int) -> Items:
    return [{"id": f"i{number}"} for number in range(count)]


class Server:
    """Has `stock`, and gives it out in pages."""

    def __init__(
        self,
        stock: Items,
        wrap: Callable[[Items, bool], Any],
        *,
        most: int = 1000,
        endless: bool = False,
    ) -> None:
        self.asked: list[dict[str, str]] = []
        self.paths: list[str] = []
        self._stock = stock
        self._wrap = wrap
        self._most = most
        self._endless = endless

    def __call__(self, request: httpx.Request) -> httpx.Response:
        params = dict(request.url.params)
        self.asked.append(params)
        self.paths.append(request.url.path)
        assert len(self.asked) < 50, "the iteration does not end"
        skip = 0 if self._endless else int(params.get("skip", params.get("offset", "0")))
        end = skip + min(int(params.get("limit", "100")), self._most)
        return httpx.Response(200, json=self._wrap(self._stock[skip:end], end < len(self._stock) or self._endless))


class Listing(NamedTuple):
    """One of the lists: how it is iterated over, how its replies are wrapped, and what a page is asked for with."""

    iterate: Callable[..., AsyncIterator[Any]]
    wrap: Callable[[Items, bool], Any]
    path: str
    passed_over: str = "skip"


LISTINGS = {
    "notes": Listing(
        lambda client, **more: client.notes.iterate("a1", **more),
        lambda page, more: {"notes": page, "hasMore": more},
        "/calendars/appointments/a1/notes",
        "offset",
    ),
    "resources": Listing(
        lambda client, **more: client.resources.iterate("rooms", **more),
        lambda page, _: page,
        "/calendars/resources/rooms",
    ),
    "schedules": Listing(
        lambda client, **more: client.schedules.iterate("u1", **more),
        lambda page, _: {"schedules": page},
        "/calendars/schedules/search",
    ),
    "notifications": Listing(
        lambda client, **more: client.notifications.iterate("c1", **more),
        lambda page, _: page,
        "/calendars/c1/notifications",
    ),
}
each_listing = pytest.mark.parametrize("listing", LISTINGS.values(), ids=LISTINGS.keys())


@each_listing
@pytest.mark.parametrize(
    ("count", "skips"),
    [(0, [0]), (1, [0]), (2, [0]), (3, [0, 3]), (4, [0, 3]), (7, [0, 3, 6])],
)
@pytest.mark.asyncio
async def test_all_pages(
    client: CalendarsClient,
    httpx_mock: HTTPXMock,
    listing: Listing,
    count: int,
    skips: list[int],
) -> None:
    """All items come in order, a request a page, and the list ends with a page that is not full or says so."""
    server = Server(items(count), listing.wrap)
    httpx_mock.add_callback(server, is_reusable=True)
    found = [item.id async for item in listing.iterate(client, page_size=3)]
    assert found == [item["id"] for item in items(count)]
    if count == 3 and listing is LISTINGS["notes"]:
        skips = [0]  # they say that no more follow
    expected = [("3", str(skip)) for skip in skips]
    assert [(asked["limit"], asked[listing.passed_over]) for asked in server.asked] == expected
    assert set(server.paths) == {listing.path}


@each_listing
@pytest.mark.asyncio
async def test_endless_server(
    client: CalendarsClient,
    httpx_mock: HTTPXMock,
    listing: Listing,
) -> None:
    """A server that passes nothing over is asked twice, and what it has comes once."""
    server = Server(items(3), listing.wrap, endless=True)
    httpx_mock.add_callback(server, is_reusable=True)
    assert [item.raw async for item in listing.iterate(client, page_size=3)] == items(3)
    assert len(server.asked) == 2


@pytest.mark.asyncio
async def test_endless_server_without_ids(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Resources without an id are told by being the same page over again."""
    httpx_mock.add_response(json=[{"name": "x"}, {"name": "y"}], is_reusable=True)
    assert [room.name async for room in client.resources.iterate("rooms", page_size=2)] == ["x", "y"]
    assert len(httpx_mock.get_requests()) == 2


@pytest.mark.asyncio
async def test_endless_server_of_another_order(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """A server that shuffles what it has already sent brings nothing new, even where it says that more follow."""
    httpx_mock.add_response(json={"notes": [{"id": "a"}, {"id": "b"}], "hasMore": True})
    httpx_mock.add_response(json={"notes": [{"id": "b"}, {"id": "a"}], "hasMore": True})
    assert [note.id async for note in client.notes.iterate("a1", page_size=2)] == ["a", "b"]


@each_listing
@pytest.mark.asyncio
async def test_options_of_every_request(client: CalendarsClient, httpx_mock: HTTPXMock, listing: Listing) -> None:
    """The options go with the request of every page."""
    httpx_mock.add_callback(Server(items(4), listing.wrap), match_headers={"x-mine": "1"}, is_reusable=True)
    stream = listing.iterate(client, page_size=3, options=Options(headers={"x-mine": "1"}))
    assert len([item async for item in stream]) == 4


@pytest.mark.asyncio
async def test_resources_that_are_alike(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Resources without an id are not taken for one another."""
    stock: Items = [{"name": "x"}, {"name": "x"}, {"name": "x"}, {"name": "y"}]
    httpx_mock.add_callback(Server(stock, lambda page, _: page), is_reusable=True)
    assert [room.name async for room in client.resources.iterate("rooms", page_size=3)] == ["x", "x", "x", "y"]


@pytest.mark.asyncio
async def test_item_that_is_pushed_to_the_next_page(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """An item that comes again, because another was put before it meanwhile, comes once."""
    httpx_mock.add_response(json=[{"id": "a"}, {"id": "b"}])
    httpx_mock.add_response(json=[{"id": "b"}, {"id": "c"}])
    httpx_mock.add_response(json=[])
    assert [room.id async for room in client.resources.iterate("rooms", page_size=2)] == ["a", "b", "c"]


@pytest.mark.asyncio
async def test_notes_that_come_in_smaller_pages(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """Where the API says that more follow, a page that is not full is not the last, and nothing is passed over."""
    server = Server(items(7), lambda page, more: {"notes": page, "hasMore": more}, most=3)
    httpx_mock.add_callback(server, is_reusable=True)
    assert len([note async for note in client.notes.iterate("a1")]) == 7
    assert [asked["offset"] for asked in server.asked] == ["0", "3", "6"]


@pytest.mark.asyncio
async def test_what_is_asked_for_by_default(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """The sizes of pages are those that the pages document, and notifications are asked for without one."""
    httpx_mock.add_response(json=[], is_reusable=True)
    for stream in (
        client.resources.iterate("rooms"),
        client.schedules.iterate("u1", calendar_id="c1"),
        client.notifications.iterate("c1", is_active=True, deleted=False),
    ):
        assert [item async for item in stream] == []
    assert [dict(request.url.params) for request in httpx_mock.get_requests()] == [
        {"locationId": LOCATION, "limit": "100", "skip": "0"},
        {"locationId": LOCATION, "userId": "u1", "calendarId": "c1", "limit": "50", "skip": "0"},
        {"isActive": "true", "deleted": "false"},
    ]


@pytest.mark.asyncio
async def test_notifications_in_one_request(client: CalendarsClient, httpx_mock: HTTPXMock) -> None:
    """However many notifications come without a limit, one request is all."""
    httpx_mock.add_response(json=items(150))
    assert len([item async for item in client.notifications.iterate("c1")]) == 150


@each_listing
@pytest.mark.asyncio
async def test_failure_in_the_middle(
    client: CalendarsClient,
    httpx_mock: HTTPXMock,
    listing: Listing,
) -> None:
    """A page that cannot be had is an error, after the items of the pages before, and none is asked for ahead."""
    httpx_mock.add_response(json=listing.wrap(items(2), True))
    httpx_mock.add_response(404, json={"message": "gone"})
    stream = listing.iterate(client, page_size=2)
    assert [(await anext(stream)).id, (await anext(stream)).id] == ["i0", "i1"]
    assert len(httpx_mock.get_requests()) == 1
    with pytest.raises(errors.NotFoundError):
        await anext(stream)
