"""Readers of training data, on corpora of a few lines made here in each corpus's form."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
from pathlib import Path
from typing import Any

from training.readers import event_location, factuality, polnear, roles5
from training.scheme import ROLES, TYPES, Text, Word, load, save


def words(text: Text, places: list[Word]) -> str:
    return " ".join(text.sentences[s][i] for s, i in places)


def tagged(text: Text, tags: str, begin: int) -> list[str]:
    """Return the runs of words labelled `begin` and `begin + 1`."""
    out: list[str] = []
    for sentence, labels in zip(text.sentences, text.tags[tags], strict=True):
        for word, label in zip(sentence, labels, strict=True):
            if label == begin:
                out.append(word)
            elif label == begin + 1:
                out[-1] += f" {word}"
    return [run.lower() for run in out]


def of_role(text: Text, role: str) -> list[str]:
    return tagged(text, "roles", 1 + 2 * ROLES.index(role))


def roles5_of(tmp_path: Path, body: str, templates: list[dict[str, Any]]) -> Text:
    folder = tmp_path / "muc4" / "roles5"
    folder.mkdir(parents=True)
    whole = [{**{role: [] for role in roles5.NAMES}, **template} for template in templates]
    line = json.dumps({"docid": "X-1", "doctext": body, "templates": whole})
    (folder / "train.jsonl").write_text(line + "\n", encoding="utf-8")
    (text,) = roles5.read(tmp_path, "train")
    return text


def test_every_occurrence_of_a_filler_is_marked(tmp_path: Path) -> None:
    body = "rebels burned two buses on monday.    the buses were empty.  a minister met the rebels' friends.  trade grew."
    template = {"incident_type": "arson", "PerpInd": [[["rebels", 0]]], "Target": [[["two buses", 14], ["buses", 18]]]}
    text = roles5_of(tmp_path, body, [template])
    assert of_role(text, "perp_ind") == ["rebels", "rebels"]
    # The longer filler stands where both are, whatever comes first in the gold.
    assert of_role(text, "target") == ["two buses", "buses"]
    assert text.types == [[TYPES.index("arson")]] * 3 + [[]]
    assert text.relevant == 1


def test_fillers_are_whole_words(tmp_path: Path) -> None:
    text = roles5_of(tmp_path, "the bus strike hurt business.", [{"incident_type": "attack", "Target": [[["bus", 4]]]}])
    assert of_role(text, "target") == ["bus"]


def test_a_longer_filler_wins_over_a_shorter_one_inside_it(tmp_path: Path) -> None:
    template = {"incident_type": "attack", "PerpInd": [[["leader", 10]]], "Victim": [[["union leader", 4]]]}
    text = roles5_of(tmp_path, "the union leader was shot.", [template])
    assert of_role(text, "victim") == ["union leader"]
    assert of_role(text, "perp_ind") == []


def test_a_document_without_templates_says_that_nothing_is_told(tmp_path: Path) -> None:
    text = roles5_of(tmp_path, "trade grew.", [])
    assert (text.relevant, text.types) == (0, [[]])
    assert not any(label for labels in text.tags["roles"] for label in labels)


def test_event_and_place(tmp_path: Path) -> None:
    folder = tmp_path / "event_location"
    folder.mkdir()
    one = "Two men were shot in Marun, the governor said in Sarvand."
    rows = [
        {
            "id": "a",
            "text": one,
            "spans": [{"start": 13, "end": 17, "label": "VERB"}, {"start": 21, "end": 26, "label": "LOCATION"}],
        },
        {"id": "a", "text": one, "spans": [{"start": 41, "end": 45, "label": "VERB"}]},
    ]
    with gzip.open(folder / "train.jsonl.gz", "wt", encoding="utf-8") as out:
        out.writelines(json.dumps(row) + "\n" for row in rows)
    first, second = event_location.read(tmp_path, "train")
    (pointer,) = first.pointers
    assert (pointer.relation, words(first, [pointer.anchor]), words(first, pointer.targets)) == ("place", "shot", "Marun")
    (pointer,) = second.pointers
    assert (words(second, [pointer.anchor]), pointer.targets) == ("said", [])
    assert first.id != second.id
    assert not first.tags, "what the corpus is silent on stays out"


def test_factuality_of_words(tmp_path: Path) -> None:
    folder = tmp_path / "factuality_meantime"
    folder.mkdir()
    row = {
        "text": "The army does n't plan to attack .",
        "targets": [
            {"span1": [4, 5], "label": -3.0, "span_text": "plan"},
            {"span1": [6, 7], "label": 0.0, "span_text": "attack"},
        ],
        "file_idx": 0,
        "idx": 0,
    }
    (folder / "train.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (text,) = factuality.read(tmp_path, "train")
    assert [(text.sentences[s][i], value) for s, i, value in text.factuality] == [("plan", -3.0), ("attack", 0.0)]


def polnear_of(tmp_path: Path, body: str, annotations: dict[str, str]) -> Text:
    folder = tmp_path / "polnear"
    folder.mkdir()
    with tarfile.open(folder / "train.tar.gz", "w:gz") as archive:
        files = {"train/text/story.txt": body}
        files |= {f"train/attributions/story_{name}.ann": told for name, told in annotations.items()}
        for name, content in files.items():
            data = content.encode()
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    (text,) = polnear.read(tmp_path, "train")
    return text


def test_reported_speech_of_the_first_annotator(tmp_path: Path) -> None:
    body = "Aid is late, the mayor said.\n\nNothing else happened."
    first = (
        "T1\tSource 13 22\tthe mayor\nT2\tCue 23 27\tsaid\nT3\tContent 0 11\tAid is late\n"
        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
    )
    text = polnear_of(tmp_path, body, {"b": "T1\tCue 0 3\tAid\n", "a": first})
    assert tagged(text, "source", 1) == ["the mayor"]
    assert tagged(text, "cue", 1) == ["said"]
    assert tagged(text, "content", 1) == ["aid is late"]
    told = [(p.relation, words(text, [p.anchor]), words(text, p.targets)) for p in text.pointers]
    assert told == [("source", "said", "the mayor"), *(("cue", word, "said") for word in ("Aid", "is", "late"))]


def test_covered_words_may_go_on_over_lines_and_spans_be_in_parts(tmp_path: Path) -> None:
    body = "They\nThe mayor said so."
    annotation = "T1\tContent 0 4;20 22\tThey\nThe mayor so\nT2\tCue 15 19\tsaid\nE1\tContent:T1 Cue:T2\n"
    text = polnear_of(tmp_path, body, {"a": annotation})
    assert tagged(text, "content", 1) == ["they", "so"]
    assert [(p.relation, p.targets) for p in text.pointers if p.relation == "source"] == [("source", [])]


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    text = roles5_of(tmp_path, "trade grew.", [])
    save([text], tmp_path / "kept.jsonl")
    assert list(load(tmp_path / "kept.jsonl")) == [text]
