"""What a reply of the token endpoint is read as, and what a store keeps of it."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import timedelta
from typing import Any

import pytest

from highlevel_calendars.auth import Secret, TokenSet

from .support import LOCATION, NOON, reply, tokens


def test_camel_case_and_snake_case_read_the_same() -> None:
    """The reply that the API gives, and the one that its official file has, make the same tokens."""
    snake = {
        "access_token": "access-1",
        "expires_in": "86399",
        "refresh_token": "refresh-1",
        "scope": ["calendars.readonly", "calendars.write"],
        "user_type": "Location",
        "company_id": "company",
        "location_id": LOCATION,
        "user_id": "user",
    }
    camel = {
        "accessToken": "access-1",
        "expiresIn": 86399.0,
        "refreshToken": "refresh-1",
        "scopes": "calendars.readonly  calendars.write",
        "userType": "Location",
        "companyId": "company",
        "locationId": LOCATION,
        "userId": "user",
    }
    read = [TokenSet.from_reply(body, NOON) for body in (reply(), snake, camel)]
    assert read == [read[0]] * 3
    assert read[0] == TokenSet(
        access_token=Secret("access-1"),
        refresh_token=Secret("refresh-1"),
        issued_at=NOON,
        expires_at=NOON + timedelta(seconds=86399),
        user_type="Location",
        scopes=("calendars.readonly", "calendars.write"),
        company_id="company",
        location_id=LOCATION,
        user_id="user",
    )


@pytest.mark.parametrize(
    ("fields", "asked", "user_type"),
    [
        ({"userType": "Company", "locationId": None}, None, "Company"),
        ({"userType": "Company", "locationId": None}, "Location", "Company"),
        ({"userType": None}, None, "Location"),
        ({"userType": None, "locationId": None}, None, "Company"),
        ({"userType": None, "locationId": None}, "Location", "Location"),
    ],
)
def test_the_class_of_a_token(fields: dict[str, Any], asked: Any, user_type: str) -> None:
    """The reply tells whom a token speaks for; where it does not, what was asked for does, or who is named."""
    assert TokenSet.from_reply(reply(**fields), NOON, asked=asked).user_type == user_type


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"access_token": None}, "no access_token"),
        ({"access_token": ""}, "no access_token"),
        ({"access_token": ["access-1"]}, "no access_token"),
        ({"access_token": "a\nb"}, "no access_token"),
        ({"userType": "Robot"}, "neither Company nor Location"),
        ({"userType": None, "companyId": None, "locationId": None}, "neither Company nor Location"),
    ],
)
def test_a_reply_without_a_token_is_refused(fields: dict[str, Any], reason: str) -> None:
    """A reply that authorises nobody is an error that says what it lacks."""
    with pytest.raises(ValueError, match=reason):
        TokenSet.from_reply(reply(**fields), NOON)


@pytest.mark.parametrize(
    ("expires_in", "seconds"),
    [
        (60, 60.0),
        ("60", 60.0),
        (0.5, 0.5),
        (0, 0.0),
        (-5, 0.0),
        ("NaN", 0.0),
        ("1e999", 3_155_760_000.0),
        (10**400, 86_399.0),
        ("soon", 86_399.0),
        (None, 86_399.0),
        (True, 86_399.0),
        ([], 86_399.0),
    ],
)
def test_the_life_of_a_token(expires_in: Any, seconds: float) -> None:
    """A life is read from a number or a string; what is neither counts as the usual day."""
    life = TokenSet.from_reply(reply(expires_in=expires_in), NOON).expires_at - NOON
    assert life == timedelta(seconds=seconds)


@pytest.mark.parametrize(("life", "ahead"), [(86_399, 300), (601, 300), (600, 300), (400, 200), (10, 5), (0, 0)])
def test_when_to_refresh(life: int, ahead: int) -> None:
    """New tokens are asked for five minutes before the end, but not before half of the life is over."""
    read = TokenSet.from_reply(reply(expires_in=life), NOON)
    assert read.expires_at - read.refresh_at == timedelta(seconds=ahead)


def test_a_following_set_keeps_what_its_reply_leaves_out() -> None:
    """A refresh that names only tokens leaves everything else as it was, the refresh token too."""
    bare = {"access_token": "access-2", "expires_in": 60, "userType": "Location"}
    following = TokenSet.from_reply(bare, NOON).following(tokens())
    assert following == tokens(access_token=Secret("access-2"), expires_at=NOON + timedelta(seconds=60))


@pytest.mark.parametrize("kept", [tokens(), tokens(refresh_token=None, user_type="Company", location_id=None)])
def test_what_a_store_keeps_is_read_back(kept: TokenSet) -> None:
    """The text of tokens makes equal tokens again, from text or from bytes, also with fields of a later version."""
    text = kept.to_json()
    later = json.dumps({**json.loads(text), "plan_id": "p"})
    assert [TokenSet.from_json(form) for form in (text, text.encode(), later)] == [kept] * 3


@pytest.mark.parametrize(
    "kept",
    ["", "[]", "null", "{}", "[" * 100_000, b"\xff", tokens().to_json()[:-9], tokens().to_json().replace("+00:00", "")],
)
def test_what_is_no_text_of_tokens_is_refused(kept: str | bytes) -> None:
    """Anything else is a ValueError that repeats nothing of it."""
    with pytest.raises(ValueError, match=r"it |a time|userType") as caught:
        TokenSet.from_json(kept)
    assert "access-" not in str(caught.value)


def test_tokens_are_not_shown() -> None:
    """The repr of tokens has their dates and whom they speak for, and neither of the two secrets."""
    shown = repr(tokens())
    assert LOCATION in shown
    assert "access-" not in shown
    assert "refresh-" not in shown


@pytest.mark.parametrize("copying", [pickle.dumps, copy.deepcopy])
def test_tokens_are_not_pickled(copying: Any) -> None:
    """Tokens leave the process only as the text that a store asks for."""
    with pytest.raises(TypeError, match="not pickled"):
        copying(tokens())
