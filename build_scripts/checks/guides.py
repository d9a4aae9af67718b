"""Guides: what their chapters name is there."""

from build_scripts.content import Content
from build_scripts.problems import Problems


def check(content: Content, problems: Problems) -> None:
    """Report chapters of pages, calculators, studies and sections that do not exist."""
    sections = {section.id: section for section in content.navigation.sections}
    for guide_id, guide in content.guides.items():
        document = content.origins["guides", guide_id].document
        for number, chapter in enumerate(guide.chapters):
            for name, kind in (("page", "pages"), ("calculator", "calculators"), ("trial", "trials")):
                identity = getattr(chapter, name)
                if identity is not None and not content.knows(kind, identity):
                    problems.add(
                        document.problem(("chapters", number, name), f"there is no {identity} in content/{kind}")
                    )
            if chapter.section is not None and chapter.section not in sections:
                problems.add(
                    document.problem(("chapters", number, "section"), f"the menu has no section {chapter.section}")
                )
                continue
            held = sections[chapter.section].pages if chapter.section is not None else []
            for place, page_id in enumerate(chapter.leave_out):
                if page_id not in held:
                    problems.add(
                        document.problem(
                            ("chapters", number, "leave_out", place), f"the section has no page {page_id}"
                        )
                    )
