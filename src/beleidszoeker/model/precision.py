"""In which precision to compute, by what the processor reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openvino import Core


def passage_precision(core: Core) -> str:
    """``"bf16"`` where the processor has instructions for it, ``"f32"`` elsewhere.

    OpenVINO lists BF16 only for processors that multiply in it (AVX512-BF16, AMX), not for those that would
    have to imitate it. It nearly doubles the passages a second, and changes scores by about 0.0001: of the
    ten best passages one in a hundred makes place for one that scores as much as it, see docs/performance.md.
    """
    return "bf16" if "BF16" in core.get_property("CPU", "OPTIMIZATION_CAPABILITIES") else "f32"
