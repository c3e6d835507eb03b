"""Recognise the words by which pages label a date as that of publication or of a change."""

from __future__ import annotations

import re
from typing import Final

UPDATED: Final = re.compile(
    r"\b(?:updated?|modified|last (?:change|edit|review)\w*|corrected|aktualisiert|geändert|mise? à jour|"
    r"modifié|оновлен\w*|обновлен\w*|"
    r"изменен\w*|змінен\w*|zaktualizowan\w*|actualizado)\b|(?:最[后後])?更新|修改|수정",
    re.IGNORECASE,
)
PUBLISHED: Final = re.compile(
    r"\b(?:published|posted|issued|released?|date|опубл[иі]к\w*|дата|veröffentlicht|erschienen|stand|"
    r"publiée?|data|"
    r"publicado|opublikowan\w*|zveřejněno|pubblicato|gepubliceerd|press release|прес-?реліз|пресс-релиз)\b|"
    r"(?:发布|發布|发表|發表)(?:日期|时间|時間|于|於)?|(?:日期|时间|時間)|公開日|掲載|(?:등록|입력|게시)",
    re.IGNORECASE,
)
#: In a footer, this is the day of the last change to anything.
AS_OF: Final = re.compile(r"\bstand\b", re.IGNORECASE)


def is_dateline(line: str) -> bool:
    """Whether a line begins with words that label a date."""
    return any(label.match(line) for label in (PUBLISHED, UPDATED))
