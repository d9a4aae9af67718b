"""A CAR-T product: what it is made of and how it is given."""

from build_scripts.records.common import Fact, Record, Text


class Receptor(Record):
    """The receptor from outside to inside, and how its gene gets into the cell."""

    binder: Fact
    hinge: Fact
    transmembrane: Fact
    costimulation: Fact
    activation: Fact
    vector: Fact
    starting_material: Fact
    cd4_cd8: Fact


class Product(Record):
    """One product; its id is the file's name (`axi-cel`)."""

    inn: Text
    short: Text
    brand: Text
    holder: Fact
    receptor: Receptor
    dose: Fact
    lymphodepletion: Fact
    infusion_window: Fact | None = None
    excipients: Fact | None = None
    remarks: list[Fact] = []
    order: int
    """Place in lists: order of first EU authorisation, never a ranking."""
