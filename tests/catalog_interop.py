"""Sends catalogs through other tools: python catalog_interop.py DIR

DIR/in/{en,xx}/*.ftl are catalogs; DIR/moz/xx and DIR/translate/xx receive what moz.l10n and translate-toolkit write
after reading those of xx. Prints every complaint of compare-locales, moz.l10n or translate-toolkit; exit 1 if there is any.
"""

import json
import subprocess
import sys
from pathlib import Path

from moz.l10n.formats import Format
from moz.l10n.resource import parse_resource, serialize_resource
from translate.storage.fluent import FluentFile

CONFIG = """
basepath = "."
locales = ["xx"]
[[paths]]
    reference = "in/en/*.ftl"
    l10n = "in/{locale}/*.ftl"
"""


def lint(root: Path) -> list[str]:
    """What compare-locales calls an error in in/xx."""
    (root / "l10n.toml").write_text(CONFIG, encoding="utf-8")
    command = [str(Path(sys.executable).with_name("compare-locales")), "--json", "-", str(root / "l10n.toml"), str(root), "xx"]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        reports = json.loads(ran.stdout)
    except ValueError:
        return [f"compare-locales: {ran.stdout}{ran.stderr}"]
    complaints: list[str] = []
    compared = 0

    def walk(node: object, where: str) -> None:
        if isinstance(node, dict):
            if "error" in node:
                complaints.append(f"compare-locales: {where}: {node['error']}")
            for key, value in node.items():
                walk(value, f"{where}/{key}")
        elif isinstance(node, list):
            for value in node:
                walk(value, where)

    for report in reports if isinstance(reports, list) else [reports]:
        walk(report.get("details", {}), "")
        for summary in report.get("summary", {}).values():
            compared += summary.get("changed", 0) + summary.get("unchanged", 0)
            if summary.get("errors"):
                complaints.append(f"compare-locales: {summary}")
    if compared == 0:
        complaints.append(f"compare-locales compared nothing: {ran.stdout}{ran.stderr}")
    print(f"compare-locales compared {compared} messages")
    return complaints


def round_trip(path: Path, name: str, root: Path, write) -> list[str]:
    """Writes what a tool makes of the catalog at path; returns its complaint, if any."""
    target = root / name / "xx" / path.name
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        target.write_bytes(write(path.read_bytes()))
    except Exception as error:  # any refusal at all is what we want to hear of
        return [f"{name}: {path.name}: {error}"]
    return []


def through_moz(data: bytes) -> bytes:
    return "".join(serialize_resource(parse_resource(Format.fluent, data.decode("utf-8")))).encode("utf-8")


def through_translate(data: bytes) -> bytes:
    return bytes(FluentFile.parsestring(data))


def main() -> int:
    root = Path(sys.argv[1])
    complaints = lint(root)
    for path in sorted((root / "in" / "xx").glob("*.ftl")):
        complaints += round_trip(path, "moz", root, through_moz)
        complaints += round_trip(path, "translate", root, through_translate)
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
