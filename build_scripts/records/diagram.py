"""A diagram as nodes and edges: drawn at build time, and written out as steps beside the drawing."""

from typing import Literal, Self, get_args

from pydantic import Field, model_validator

from build_scripts.records.common import Citation, Evidence, Id, Record, Words

NodeKind = Literal["action", "decision", "state", "end"]
"""What is done, what is asked, what has been found, where the path leaves the diagram."""
NODE_KINDS: tuple[NodeKind, ...] = get_args(NodeKind)


class Node(Record):
    """One box."""

    words: Words
    kind: NodeKind
    column: int = Field(0, ge=0, le=2)
    """Where the box stands on a wide screen: 0 holds the main path, at the left. The arrows give its row."""
    note: Words | None = None
    """What the text beside the drawing adds; too long for the box."""
    citations: list[Citation] = Field(min_length=1)
    evidence: Evidence


class Edge(Record):
    """One arrow from a node to another."""

    start: Id
    end: Id
    label: Words | None = None
    """The answer or finding that leads this way."""


class Diagram(Record):
    """One diagram; its id is the file's name. The first node is where reading begins."""

    title: Words
    description: Words
    """What the drawing shows, for those who do not see it."""
    nodes: dict[Id, Node] = Field(min_length=2)
    edges: list[Edge] = Field(min_length=1)

    @model_validator(mode="after")
    def _connected(self) -> Self:
        for edge in self.edges:
            for node in (edge.start, edge.end):
                if node not in self.nodes:
                    raise ValueError(f"an edge names {node}, which is no node")
        reached = {next(iter(self.nodes))}
        grown = True
        while grown:
            before = len(reached)
            reached |= {edge.end for edge in self.edges if edge.start in reached}
            grown = len(reached) > before
        if lost := [node for node in self.nodes if node not in reached]:
            raise ValueError(f"no path leads to {', '.join(lost)}")
        for node_id, described in self.nodes.items():
            leaving = [edge for edge in self.edges if edge.start == node_id]
            if (described.kind == "end") == bool(leaving):
                raise ValueError(f"{node_id}: a node of kind `end` has no arrow leaving it, every other node has one")
            if described.kind == "decision" and (len(leaving) < 2 or any(edge.label is None for edge in leaving)):
                raise ValueError(f"{node_id}: a decision has two or more arrows, each with its label")
        return self
