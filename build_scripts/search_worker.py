"""A fault of lunr 2.3.9, the index inside Material's search worker, mended in the built site.

lunr merges equal ends of words, and names each end by its letters and the numbers of the nodes they lead to, with
nothing between them. A digit in a word can then pass for a part of such a number: ends that differ are merged, words
appear that no page has, and a search whose first letters lead to one of them finds nothing at all ("infusione" on a
site with "infusione 48%").
"""

from pathlib import Path

FAULT = "e=e+s+o.id}return e}"
MENDED = 'e=e+s+o.id+","}return e}'


def mend_search_worker(language_site: Path) -> None:
    """Mend the worker of one language's built site. Raises RuntimeError when it is not the worker that is known."""
    workers = sorted((language_site / "assets" / "javascripts" / "workers").glob("search.*.js"))
    if [worker.read_text(encoding="utf-8").count(FAULT) for worker in workers] != [1]:
        raise RuntimeError(f"{language_site.name}: not the search worker known to build_scripts/search_worker.py")
    (worker,) = workers
    worker.write_text(worker.read_text(encoding="utf-8").replace(FAULT, MENDED), encoding="utf-8", newline="\n")
