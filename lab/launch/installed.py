"""Says by its exit code whether this Python has what a requirements file pins: 0 yes, 3 no (and the first that lacks)."""

import importlib.metadata
import re
import sys

from pip._vendor.packaging.requirements import Requirement


def normal(name):
    return re.sub(r"[-_.]+", "-", name).lower()


def pinned(lines):
    """The requirements that hold on this Python and system; hashes stand on lines of their own."""
    for line in lines:
        if line[0] not in " #\n":
            requirement = Requirement(line.strip("\\\n "))
            if requirement.marker is None or requirement.marker.evaluate():
                yield requirement


installed = {normal(d.metadata["Name"]): d.version for d in importlib.metadata.distributions()}
with open(sys.argv[1], encoding="utf-8") as file:
    for requirement in pinned(file):
        if not requirement.specifier.contains(installed.get(normal(requirement.name), "0"), prereleases=True):
            print(requirement)
            sys.exit(3)
