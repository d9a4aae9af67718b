"""The benchmark: `make bench` measures this site beside other ways to compute in a browser, and never judges.

Nothing here is collected by pytest: on a shared machine a time proves nothing by itself. What compares is a ratio of
medians within one run, in which all contenders take turns.
"""

from built_site import ROOT

REPORT = ROOT / "build" / "bench.json"
"""Every sample of the last run."""
