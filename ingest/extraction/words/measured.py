"""What stands before a figure and tells what it measures: 计划总投资约, 总占地面积, 总装机达."""

from __future__ import annotations

from ingest.extraction.words.lists import one_of

ABOUT = one_of("about")
# Groups of regular expressions. 计划总投资; 计划总投资约; 设计日处理能力达.
COST_WORD = f"{one_of('planned measure')}*{one_of('cost')}"
COST = f"{COST_WORD}{ABOUT}?"
SIZE = f"{one_of('planned measure')}?{one_of('size', 'having')}{ABOUT}?"
# All that a clause may say before a figure that only measures: 项目由县里出资, 总投资约.
ONLY_MEASURES = (
    f"(?:[^,。0-9]{{0,6}}?(?:项目|工程)?(?:{one_of('planned measure')}|由[^,。]{{2,14}})*"
    f"{one_of('cost', 'spending', 'size')}{ABOUT}?)*"
)
