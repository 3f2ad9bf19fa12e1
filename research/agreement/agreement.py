"""How far the two coders agree: percent, Cohen's kappa, Krippendorff's alpha; compared with what data/dataset.json publishes."""

import json
import sys
from pathlib import Path

from nltk.metrics.agreement import AnnotationTask

ROOT = Path(__file__).parents[2]
CLAUSES = json.loads((Path(__file__).parent / "codings.json").read_text())
PUBLISHED = {row["of"]: row for row in json.loads((ROOT / "data/dataset.json").read_text())["agreement"]}
FIELDS = {
    "Modality": lambda code: code["modality"],
    **{f"Lens: {lens.title()}": lambda code, lens=lens: lens in code["lens"] for lens in ("security", "interests", "values")},
}

wrong = []
for field, value in FIELDS.items():
    pairs = [(clause["id"], value(clause["a"]), value(clause["b"])) for clause in CLAUSES]
    task = AnnotationTask([row for clause, a, b in pairs for row in (("a", clause, a), ("b", clause, b))])
    percent = round(100 * sum(a == b for _, a, b in pairs) / len(pairs))
    alpha = f"{task.alpha():.2f}"
    print(f"{field:16} {percent} %  kappa {task.kappa():.2f}  alpha {alpha}")
    row = PUBLISHED[field]
    if (row["clauses"], row["percent"], row["alpha"]) != (len(pairs), percent, alpha):
        wrong.append(f"data/dataset.json says otherwise of {field}: {row}")
sys.exit("\n".join(wrong) or None)
