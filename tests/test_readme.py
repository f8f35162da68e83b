"""The README is run: each of its Python blocks, and what it says of rules, targets and options."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path
from types import CodeType

import pytest

from highlevel_calendars import CalendarsClient, errors
from highlevel_sandbox import Sandbox

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
SCRIPTS = [block for block in BLOCKS if "asyncio.run(" in block]
REDIS = "redis://127.0.0.1:6379/0"
SNIPPETS = [block for block in BLOCKS if "asyncio.run(" not in block]


def compiled(snippet: str) -> CodeType:
    return compile(snippet, "README.md", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)


@pytest.mark.asyncio
async def test_quick_start_runs_as_pasted(tmp_path: Path) -> None:
    """The quick start books a slot in the sandbox and is told that it is taken the second time."""
    import asyncio

    [script] = SCRIPTS
    async with Sandbox().serve() as base_url:
        file = tmp_path / "quick_start.py"
        file.write_text(script.replace("http://127.0.0.1:8080", base_url))
        process = await asyncio.create_subprocess_exec(
            sys.executable, str(file), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        output, _ = await asyncio.wait_for(process.communicate(), 30)
    lines = output.decode().splitlines()
    assert process.returncode == 0, lines
    assert [line.split()[0] for line in lines] == ["booked", "taken:"]


@pytest.mark.asyncio
@pytest.mark.parametrize("number", range(len(SNIPPETS)))
async def test_snippets_run(
    number: int,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    """Each snippet runs against the sandbox, with nothing but a client given to it."""
    sandbox = Sandbox()
    snippet = SNIPPETS[number]
    if REDIS in snippet:
        snippet = snippet.replace(REDIS, request.getfixturevalue("redis_url"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HIGHLEVEL_TOKEN", sandbox.token)
    monkeypatch.setenv("HIGHLEVEL_LOCATION_ID", sandbox.location_id)
    async with sandbox.serve() as base_url:
        monkeypatch.setenv("HIGHLEVEL_BASE_URL", base_url)
        async with CalendarsClient.from_env() as client:
            result = eval(compiled(snippet), {"client": client})  # noqa: S307 - our own README
            if inspect.isawaitable(result):
                await result


@pytest.mark.asyncio
async def test_the_opentelemetry_recipe_makes_spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """The recipe makes a span of each attempt, with its status, as a child of what the caller is in."""
    from opentelemetry import trace
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    exporter, provider = InMemorySpanExporter(), TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(trace, "get_tracer", provider.get_tracer)
    [recipe] = [snippet for snippet in SNIPPETS if "opentelemetry" in snippet]
    sandbox = Sandbox()
    monkeypatch.setenv("HIGHLEVEL_TOKEN", sandbox.token)
    monkeypatch.setenv("HIGHLEVEL_LOCATION_ID", sandbox.location_id)
    async with sandbox.serve() as base_url:
        monkeypatch.setenv("HIGHLEVEL_BASE_URL", base_url)
        with provider.get_tracer("caller").start_as_current_span("caller") as caller:
            await eval(compiled(recipe), {})  # noqa: S307 - our own README
    span, parent = exporter.get_finished_spans()
    assert (span.name, parent.name) == ("get-calendars", "caller")
    assert span.parent is not None
    assert span.parent.span_id == caller.get_span_context().span_id
    assert span.attributes is not None
    assert span.attributes["http.response.status_code"] == 200
    assert span.attributes["url.template"] == "/calendars/"


def test_rules_table_is_complete() -> None:
    """The table of rules names exactly the rules that the code has."""
    table = README.partition("## Rules")[2].partition("## Errors")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([a-z0-9-]+)`", row)}
    package = ROOT / "src" / "highlevel_calendars"
    files = [*(package / "rules").glob("*.py"), *package.glob("*.py")]
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    coded = set(re.findall(r"(?:Problem|Violation)\(\s*\"([a-z0-9-]+)\"", source))
    assert named == coded


def test_errors_table_is_complete() -> None:
    """The table of errors names every class of the tree, but for its base."""
    table = README.partition("## Errors")[2].partition("## The sandbox")[0]
    tree = {name for name, value in vars(errors).items() if isinstance(value, type) and issubclass(value, Exception)}
    assert tree - {"HighLevelError"} <= set(re.findall(r"`(\w+)`", table)) | {"ServerError"}


def test_targets_exist() -> None:
    """Every `make` target that the README names is one of the Makefile."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    assert set(re.findall(r"make ([a-z]+)", README)) <= targets


def test_options_table_is_complete() -> None:
    """The table of options names every argument of the client but the token, with its default."""
    parameters = inspect.signature(CalendarsClient).parameters
    for name, parameter in parameters.items():
        if name not in {"token", "http_client"}:
            default = str(int(parameter.default)) if isinstance(parameter.default, float) else str(parameter.default)
            assert re.search(rf"^\| `{name}` \| `?{re.escape(default)}`? \|", README, flags=re.MULTILINE), name


def test_links_lead_to_files() -> None:
    """Every relative link of the README leads to a file."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert links
    assert all((ROOT / link).exists() for link in links)
