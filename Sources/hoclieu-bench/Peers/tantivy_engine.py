"""tantivy as a peer: build an index of analysed text, then answer queries line by line.

  tantivy_engine.py build CORPUS.tsv FOLDER
  tantivy_engine.py serve FOLDER

CORPUS.tsv: number, then the keys of title, body, subjects and publisher, parted by tabs. Fields are weighted 4, 1, 3
and 2 by repetition in one field. A query is a line: `or` or `and`, a tab, keys parted by spaces; the answer is the
nanoseconds of this thread's processor time, a tab, and number:score of the ten best.
"""
import json
import os
import sys
import time

try:
    import tantivy
except ImportError:
    sys.stderr.write("tantivy is not installed: pip install tantivy\n")
    sys.exit(3)

WEIGHTS = (4, 1, 3, 2)


def schema():
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("number", stored=True, indexed=False, fast=True)
    builder.add_text_field("text", stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def build(corpus, folder):
    os.makedirs(folder, exist_ok=True)
    start = time.time()
    index = tantivy.Index(schema(), path=folder)
    writer = index.writer(heap_size=1_000_000_000, num_threads=1)
    records = 0
    with open(corpus, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            text = " ".join(" ".join([columns[1 + field]] * weight) for field, weight in enumerate(WEIGHTS))
            writer.add_document(tantivy.Document(number=int(columns[0]), text=text))
            records += 1
    writer.commit()
    writer.wait_merging_threads()
    size = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))
    report = {"records": records, "seconds": round(time.time() - start, 1), "bytes": size}
    print(json.dumps(report), flush=True)


def serve(folder):
    index = tantivy.Index.open(folder)
    searcher = index.searcher()
    fields = index.schema
    version = tantivy.__version__.split(",")[0].removeprefix("tantivy ")
    print(json.dumps({"version": version, "segments": searcher.num_segments}), flush=True)
    for line in sys.stdin:
        mode, _, text = line.rstrip("\n").partition("\t")
        occur = tantivy.Occur.Must if mode == "and" else tantivy.Occur.Should
        start = time.thread_time_ns()
        terms = [tantivy.Query.term_query(fields, "text", key, index_option="freq") for key in text.split(" ")]
        query = terms[0] if len(terms) == 1 else tantivy.Query.boolean_query([(occur, term) for term in terms])
        hits = searcher.search(query, 10, count=False).hits
        elapsed = time.thread_time_ns() - start
        found = " ".join(f"{searcher.doc(place)['number'][0]}:{score:.6f}" for score, place in hits)
        print(f"{elapsed}\t{found}", flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "build":
        build(sys.argv[2], sys.argv[3])
    else:
        serve(sys.argv[2])
