"""Outlines of workbooks, as the page hands them to the writers."""

from typing import Any

Item = dict[str, Any]
Outline = dict[str, Any]

WORDS = {
    "notAnswered": "Not answered yet",
    "rating": "My rating: {value} of 5",
    "earlierWording": "The question then was: {words}",
    "chooseRating": "Circle one:",
}
MEANINGS = ["Not yet", "", "In part", "", "Fully"]
FACTS = ["Saved on 23 November 2026", "https://example.org/guide/workbooks/self-reflection/"]
SIZES = {"values": 4, "decisions": 7, "practice": 5, "partnerships": 3, "buy-in": 3}


def question(text: str, answer: str = "", **more: Any) -> Item:
    """A question that is answered in words."""
    item = {"text": text, "hint": "", "answer": answer, "earlierWording": "", "example": ""}
    return {**item, "scale": None, **more}


def rating(text: str, value: str = "", **more: Any) -> Item:
    """A question that is answered with a number from 1 to 5."""
    return question(text, scale={"value": value, "words": MEANINGS}, **more)


def outline(*questions: Item, title: str = "Your workbook", **more: Any) -> Outline:
    """A workbook of one section."""
    section = {"title": "One section", "questions": list(questions)}
    whole = {"title": title, "lead": "", "facts": [], "sections": [section], "words": WORDS}
    return {**whole, "language": "en-GB", **more}


def workbook(answer: str = "", value: str = "") -> Outline:
    """Twenty-two questions in five sections and a section of ratings, all answered alike."""
    sections = [
        {
            "title": f"Leadership: {name}",
            "questions": [
                question(f"How do you lead on {name}, and what shows it ({number})?", answer)
                for number in range(1, size + 1)
            ],
        }
        for name, size in SIZES.items()
    ]
    example = "For example, a rating of 5 might sound like: “I ask, and I listen.”"
    ratings = [rating(f"How much do you listen to {who}?", value, example=example) for who in SIZES]
    sections.append({"title": "Your ratings", "questions": ratings})
    return {
        "title": "Your self-reflection workbook",
        "lead": "Questions to think through about your own leadership.",
        "facts": FACTS,
        "sections": sections,
        "words": WORDS,
        "language": "en-GB",
    }
