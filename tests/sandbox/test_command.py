"""The command line."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from highlevel_sandbox import NOT_IMITATED, Sandbox
from highlevel_sandbox.__main__ import main

from .bodies import GROUPS, group

OPTIONS = (
    *("--host", "--port", "--data", "--rate-limit", "--daily-limit", "--token-seconds"),
    *("--faults", "--fault-kinds", "--seed"),
)


def session(data: Path, headers: dict[str, str]) -> tuple[str, int, int, str]:
    """Starts the command, creates a group, ends it with Ctrl-C: the text, HTTP status, exit status and stderr."""
    command = [sys.executable, "-m", "highlevel_sandbox", "--port", "0", "--data", str(data), "--rate-limit", "7"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=ignore_ctrl_c,  # noqa: PLW1509 - nothing here has threads
    ) as process:
        assert process.stdout is not None
        lines: list[str] = []
        while not lines or NOT_IMITATED[-1] not in lines[-1]:
            line = process.stdout.readline()
            assert line, "the command ended early"
            lines.append(line)
        base_url = lines[0].split()[3]
        reply = httpx.post(f"{base_url}{GROUPS}", json=group(), headers=headers)
        return "".join(lines), reply.status_code, *interrupted(process)


def interrupted(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Ends the command with Ctrl-C, within bounds: its exit status and stderr."""
    process.send_signal(signal.SIGINT)
    try:
        _, errors = process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        raise
    return process.returncode, errors


def ignore_ctrl_c() -> None:
    """What a script does to the commands that it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def test_the_command_serves_until_ctrl_c_and_keeps_its_data(tmp_path: Path, headers: dict[str, str]) -> None:
    """The command prints what a person needs, answers, ends without a traceback, and remembers at the restart."""
    data = tmp_path / "data.sqlite"
    text, status, exit_status, errors = session(data, headers)
    assert (status, exit_status, errors) == (201, 130, "")
    seeded = [
        Sandbox.token,
        Sandbox.read_only_token,
        Sandbox.location_id,
        Sandbox.inactive_calendar_id,
        *Sandbox.calendars,
        *Sandbox.calendars.values(),
        *Sandbox.users.values(),
        *Sandbox.contacts.values(),
        Sandbox.timezone,
        Sandbox.schedule_id,
        *NOT_IMITATED,
        str(data),
        "7 requests in 10 seconds",
        *Sandbox.location_ids,
        Sandbox.second.token,
        *Sandbox.second.calendars.values(),
        *Sandbox.second.users.values(),
        *Sandbox.second.contacts.values(),
        Sandbox.client_id,
        Sandbox.client_secret,
        Sandbox.company_id,
    ]
    assert [word for word in seeded if word not in text] == []
    _, status, exit_status, errors = session(data, headers)
    assert (status, exit_status, errors) == (400, 130, "")


def test_ctrl_c_does_not_wait_long_for_a_client_that_hangs() -> None:
    """A half-sent request neither keeps the command from ending nor makes it print a traceback."""
    command = [sys.executable, "-m", "highlevel_sandbox", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = httpx.URL(process.stdout.readline().split()[3])
        with socket.create_connection((address.host, address.port or 0)) as client:
            client.sendall(b"POST /calendars/groups HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{")
            time.sleep(0.2)
            assert interrupted(process) == (130, "")


def test_the_command_has_faults_and_says_so(headers: dict[str, str]) -> None:
    """With --faults the text at the start tells rate, seed and kinds, and requests meet them."""
    options = ["--faults", "1", "--fault-kinds", "500-before,502-after", "--seed", "5"]
    command = [sys.executable, "-m", "highlevel_sandbox", "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        base_url = process.stdout.readline().split()[3]
        text = "".join(process.stdout.readline() for _ in range(7))
        status = httpx.post(f"{base_url}{GROUPS}", json=group(), headers=headers).status_code
        assert interrupted(process) == (130, "")
    assert "rate 1, seed 5" in text
    assert "500-before, 502-after" in text
    assert status in (500, 502)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    """The exit status of the command."""
    monkeypatch.setattr(sys, "argv", ["highlevel_sandbox", *arguments])
    try:
        return main()
    except SystemExit as end:
        return end.code


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--port", "70000"], "'70000' is not a whole number from 0 to 65535"),
        (["--port", "http"], "'http' is not a whole number"),
        (["--rate-limit", "0"], "'0' is not a whole number from 1"),
        (["--daily-limit", "0"], "'0' is not a whole number from 1"),
        (["--token-seconds", "86400"], "'86400' is not a whole number from 1 to 86399"),
        (["--faults", "2"], "'2' is not a number from 0 to 1"),
        (["--faults", "nan"], "'nan' is not a number from 0 to 1"),
        (["--faults", "often"], "'often' is not a number from 0 to 1"),
        (["--faults", "0.1", "--fault-kinds", "reset-after,flood"], "There is no kind of fault 'flood'; give a list"),
        (["--faults", "0.1", "--fault-kinds", ""], "There is no kind of fault ''; give a list"),
        (["--faults", "0.1", "--seed", "x"], "'x' is not a whole number from 0"),
        (["--seed", "5"], "do nothing without --faults"),
        (["--fault-kinds", "429"], "do nothing without --faults"),
        (["--colour", "red"], "unrecognized arguments: --colour red"),
        (["--data", "no/such/folder/data.sqlite"], "The data file no/such/folder/data.sqlite cannot be opened"),
        (["--port", "0", "--host", "256.256.256.256"], "cannot listen on 256.256.256.256:0"),
        (["--port", "0", "--host", "a" * 70 + ".example"], "cannot listen on aaa"),
    ],
)
def test_what_cannot_be_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], reason: str
) -> None:
    """A bad argument, file or address ends the command with status 2 and one line on stderr."""
    assert run(monkeypatch, *arguments) == 2
    text, errors = capsys.readouterr()
    assert text == ""
    assert reason in errors
    assert errors.startswith("highlevel_sandbox: ")
    assert errors.count("\n") == 1


def test_a_port_in_use_is_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A port that somebody else listens on ends the command with status 2 and one line that names it."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        assert run(monkeypatch, "--port", port) == 2
    errors = capsys.readouterr().err
    assert f"cannot listen on 127.0.0.1:{port}: Address already in use" in errors
    assert errors.count("\n") == 1


def test_help_names_every_option(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """--help lists the options with their defaults and ends well."""
    assert run(monkeypatch, "--help") == 0
    text = capsys.readouterr().out
    assert all(option in text for option in OPTIONS)
    assert all(default in text for default in ("127.0.0.1", "8080", "200000", "86399"))


def test_a_missing_extra_is_one_line() -> None:
    """Without what the extra installs, the command says in one line what to install."""
    code = "import sys, runpy; sys.modules['uvicorn'] = None; runpy.run_module('highlevel_sandbox', None, '__main__')"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=30)
    assert result.returncode == 2
    assert result.stderr.endswith("pip install 'highlevel-calendars[sandbox]'\n")
    assert result.stderr.count("\n") == 1
