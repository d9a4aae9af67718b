"""The list of components of a release, as CycloneDX, for a hospital's programs that look for vulnerabilities."""

from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import ExternalReference, ExternalReferenceType, Property, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component as Listed
from cyclonedx.model.component import ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from build_scripts.content import Content
from build_scripts.records.component import Component
from build_scripts.release.manifest import seal


def component_list(content: Content, manifest: bytes, epoch: int) -> str:
    """Return the components of the edition whose edition.json is `manifest`, as CycloneDX 1.6 JSON.

    `epoch` is the edition's day in seconds. The same edition gives the same text: its serial number comes from
    `manifest`.
    """
    digest = seal(manifest).sha256
    site = Listed(
        name="vademecum-cart",
        version=content.site.edition,
        type=ComponentType.APPLICATION,
        bom_ref="vademecum-cart",
        description=content.site.description["en"],
        licenses=[DisjunctiveLicense(id="Apache-2.0"), DisjunctiveLicense(id="CC-BY-4.0")],
        properties=[Property(name="edition.json SHA-256", value=digest)],
    )
    bom = Bom(serial_number=uuid5(NAMESPACE_URL, f"vademecum-cart:{digest}"))
    bom.metadata.timestamp = datetime.fromtimestamp(epoch, UTC)
    bom.metadata.component = site
    listed = [_listed(identity, component) for identity, component in content.components.items()]
    bom.components.update(listed)
    bom.register_dependency(site, listed)
    return JsonV1Dot6(bom).output_as_string(indent=1) + "\n"


def _listed(identity: str, component: Component) -> Listed:
    return Listed(
        name=component.name,
        version=component.version,
        type=ComponentType.LIBRARY,
        bom_ref=identity,
        description=component.purpose["en"],
        copyright=component.copyright,
        licenses=[DisjunctiveLicense(id=component.licence)],
        purl=_package_url(component),
        external_references=[
            ExternalReference(type=ExternalReferenceType.DISTRIBUTION, url=XsUri(component.source)),
        ],
    )


def _package_url(component: Component) -> PackageURL | None:
    if component.package is None:
        return None
    kind, name = component.package.split(":")
    namespace, _, bare = name.rpartition("/")
    return PackageURL(type=kind, namespace=namespace or None, name=bare, version=component.version)
