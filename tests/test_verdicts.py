"""What a change of the surface means for callers, and for the version."""

from __future__ import annotations

import pytest
from surface.report import report, step
from surface.snapshot import read
from surface.verdict import Verdict, changes

BASE = """
api  module
api.create_group  async function  Response[Group]
api.create_group(body)  required positional 2  CreateGroup
api.create_group(client)  required positional 1  Caller
api.create_group(options)  optional keyword  Options | None = None
api.watch  function  None
api.watch(hook)  optional keyword  Callable[[Attempt], object] | None = None
api.Attempt  class
api.Attempt.number  required field  int
api.Auth  protocol  Protocol
api.Auth.token  async method  str
api.LateError  class  BaseError, ValueError
api.LateError.status  attribute  int | None
models.CreateGroup  class
models.CreateGroup.colour  optional field  Colour | Unset = UNSET
models.CreateGroup.members  optional field  Sequence[Member] | Unset = UNSET
models.CreateGroup.name  required field  str
models.Group  class
models.Group.from_dict  method  Group
models.Group.kind  optional field  Kind | str | None = None
models.Group.name  optional field  str | None = None
models.Member  class
models.Member.user_id  required field  str
types.Colour  values
types.Colour 'blue'  value
types.Colour 'red'  value
types.Kind  values
types.Kind 'large'  value
"""

PARAMETER = "api.create_group(options)  optional keyword  Options | None = None"
BODY = "api.create_group(body)  required positional 2  CreateGroup"
COLOUR = "models.CreateGroup.colour  optional field  Colour | Unset = UNSET"
NAME = "models.CreateGroup.name  required field  str"
READ = "models.Group.name  optional field  str | None = None"
FUNCTION = "api.create_group  async function  Response[Group]"

# What was, what is, and what it means; nothing before or after is an addition or a removal.
CASES: dict[str, tuple[str, str, Verdict]] = {
    "a new operation": ("", "api.delete_group  async function  Success", Verdict.ADDS),
    "a new optional parameter": ("", "api.create_group(dry)  optional keyword  bool = False", Verdict.ADDS),
    "a new required parameter": ("", "api.create_group(dry)  required keyword  bool", Verdict.BREAKS),
    "a parameter is gone": (PARAMETER, "", Verdict.BREAKS),
    "a parameter is required": (PARAMETER, "api.create_group(options)  required keyword  Options", Verdict.BREAKS),
    "a parameter is optional": (BODY, f"{BODY.replace('required', 'optional')} = X", Verdict.ADDS),
    "a parameter elsewhere": (BODY, BODY.replace("positional 2", "positional 3"), Verdict.BREAKS),
    "a parameter by keyword alone": (BODY, BODY.replace("positional 2", "keyword"), Verdict.BREAKS),
    "a keyword by place too": (PARAMETER, PARAMETER.replace("keyword", "positional 3"), Verdict.ADDS),
    "another default": (PARAMETER, PARAMETER.replace("= None", "= DEFAULT"), Verdict.NEITHER),
    "a parameter takes more": (PARAMETER, PARAMETER.replace("None =", "int | None ="), Verdict.ADDS),
    "a parameter takes less": (PARAMETER, PARAMETER.replace(" | None", ""), Verdict.BREAKS),
    "a function is no longer awaited": (FUNCTION, FUNCTION.replace("async ", ""), Verdict.BREAKS),
    "a function returns something else": (FUNCTION, FUNCTION.replace("Group", "Team"), Verdict.BREAKS),
    "a new field of a request": ("", "models.CreateGroup.slug  optional field  str | Unset = UNSET", Verdict.ADDS),
    "a new required field of a request": ("", "models.CreateGroup.slug  required field  str", Verdict.BREAKS),
    "a new required field deep in a request": ("", "models.Member.role  required field  str", Verdict.BREAKS),
    "a field of a request is required": (COLOUR, COLOUR.replace("optional", "required"), Verdict.BREAKS),
    "a field of a request is optional": (NAME, f"{NAME.replace('required', 'optional')} | Unset = X", Verdict.ADDS),
    "a field of a request is gone": (NAME, "", Verdict.BREAKS),
    "a field of a request takes less": (NAME, NAME.replace("str", "Colour"), Verdict.BREAKS),
    "a field of a request takes more": (NAME, f"{NAME} | None", Verdict.ADDS),
    "a list takes any sequence": (
        "api.watch(ids)  required keyword  list[str]",
        "api.watch(ids)  required keyword  Sequence[str]",
        Verdict.ADDS,
    ),
    "a number takes fractions": (
        "api.watch(wait)  required keyword  int",
        "api.watch(wait)  required keyword  float",
        Verdict.ADDS,
    ),
    "a type that cannot be read": (READ, f"{READ.partition(' | ')[0]} | ...and more", Verdict.BREAKS),
    "a new field of a reply": ("", "models.Group.slug  optional field  str | None = None", Verdict.ADDS),
    "a new id of a reply": ("", "models.Group.id  required field  str", Verdict.ADDS),
    "a field of a reply is gone": (READ, "", Verdict.BREAKS),
    "a field of a reply is another type": (READ, READ.replace("str", "int"), Verdict.BREAKS),
    "a field of a reply may be missing": (READ.replace(" | None", ""), READ, Verdict.BREAKS),
    "a field of a reply is never missing": (READ, READ.replace(" | None", ""), Verdict.NEITHER),
    "a new fact for a hook": ("", "api.Attempt.path  required field  str", Verdict.ADDS),
    "a hook is told less": ("api.Attempt.number  required field  int", "", Verdict.BREAKS),
    "a new value": ("", "types.Colour 'green'  value", Verdict.ADDS),
    "a value of a request is gone": ("types.Colour 'red'  value", "", Verdict.BREAKS),
    "a value of replies alone is gone": ("types.Kind 'large'  value", "", Verdict.NEITHER),
    "more to implement": ("", "api.Auth.rejected  async method  bool", Verdict.BREAKS),
    "an alias is of more": (
        "api.Ids  alias  list[str]",
        "api.Ids  alias  list[str] | str",
        Verdict.ADDS,
    ),
    "more to take in what is implemented": (
        "",
        "api.Auth.token(scope)  optional keyword  str | None = None",
        Verdict.BREAKS,
    ),
    "an error is caught by less": (
        "api.LateError  class  BaseError, ValueError",
        "api.LateError  class  BaseError",
        Verdict.BREAKS,
    ),
    "an error is caught by more": (
        "api.LateError  class  BaseError, ValueError",
        "api.LateError  class  BaseError, ValueError, OSError",
        Verdict.ADDS,
    ),
    "an attribute is gone": ("api.LateError.status  attribute  int | None", "", Verdict.BREAKS),
    "a class is a function": ("models.Member  class", "models.Member  function  Member", Verdict.BREAKS),
}


@pytest.mark.parametrize(("was", "now", "verdict"), CASES.values(), ids=CASES)
def test_what_a_change_means(was: str, now: str, verdict: Verdict) -> None:
    """Each change breaks callers, adds something, or neither."""
    rest = [line for line in BASE.split("\n") if line not in {"", was, now}]
    old, new = (read("\n".join([*rest, line] if line else rest), "it") for line in (was, now))
    assert [change.verdict for change in changes(old, new)] == [verdict]


def test_what_goes_as_a_whole_is_one_change() -> None:
    """The parameters of a function that is gone are not told one by one, nor the fields of a new class."""
    old, new = read(BASE.strip(), "old"), read("api  module\n", "new")
    told = {change.name for change in changes(old, new)}
    assert {"api.create_group", "models.Group", "types.Colour"} <= told
    assert not any("(" in name or name.startswith("models.Group.") for name in told)
    assert {change.name for change in changes(new, old)} == told


def test_nothing_is_told_of_nothing() -> None:
    """Without a change there is no report."""
    facts = read(BASE.strip(), "it")
    assert report(changes(facts, facts), "0.1.0") == ""


def test_the_report_has_the_worst_first() -> None:
    """The report names each change with its verdict, and ends with that of all."""
    old = read(BASE.strip(), "old")
    new = {name: fact for name, fact in old.items() if name != "models.Group.name"}
    new |= read("models.Group.slug  optional field  str | None = None\n", "new")
    assert report(changes(old, new), "0.1.0").splitlines() == [
        "What changed for callers:",
        "  breaks   models.Group.name  optional field  str | None = None  is gone",
        "  adds     models.Group.slug  optional field  str | None = None  is new",
        "This breaks callers: a minor release, 0.2.0 after 0.1.0, as below 1.0 a break raises the second number and "
        "all else the third.",
    ]


@pytest.mark.parametrize(
    ("verdict", "version", "following"),
    [
        (Verdict.BREAKS, "1.4.2", "a major release, 2.0.0 after 1.4.2"),
        (Verdict.ADDS, "1.4.2", "a minor release, 1.5.0 after 1.4.2"),
        (Verdict.NEITHER, "1.4.2", "a patch release, 1.4.3 after 1.4.2"),
        (Verdict.BREAKS, "0.4.2", "a minor release, 0.5.0 after 0.4.2"),
        (Verdict.ADDS, "0.4.2", "a patch release, 0.4.3 after 0.4.2"),
    ],
)
def test_the_version_that_follows(verdict: Verdict, version: str, following: str) -> None:
    """The number follows SemVer, and below 1.0 it is said what that means."""
    assert step(verdict, version).partition(", as below")[0] == following
    assert ("below 1.0" in step(verdict, version)) is version.startswith("0.")
