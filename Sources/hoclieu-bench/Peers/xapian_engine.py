"""Xapian as a peer: the same commands and lines as tantivy_engine.py."""
import json
import os
import sys
import time

try:
    import xapian
except ImportError:
    sys.stderr.write("Xapian is not installed: apt-get install python3-xapian\n")
    sys.exit(3)

WEIGHTS = (4, 1, 3, 2)


def build(corpus, folder):
    start = time.time()
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
    records = 0
    with open(corpus, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            document = xapian.Document()
            for field, weight in enumerate(WEIGHTS):
                for key in columns[1 + field].split():
                    document.add_term(key, weight)
            # The number of the document is its identifier.
            database.replace_document(int(columns[0]), document)
            records += 1
            if records % 50_000 == 0:
                database.commit()
    database.commit()
    database.close()
    size = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))
    report = {"records": records, "seconds": round(time.time() - start, 1), "bytes": size}
    print(json.dumps(report), flush=True)


def serve(folder):
    database = xapian.Database(folder)
    enquire = xapian.Enquire(database)
    enquire.set_weighting_scheme(xapian.BM25Weight(1.2, 0, 1, 0.75, 0))
    print(json.dumps({"version": xapian.version_string(), "segments": 1}), flush=True)
    for line in sys.stdin:
        mode, _, text = line.rstrip("\n").partition("\t")
        operator = xapian.Query.OP_AND if mode == "and" else xapian.Query.OP_OR
        start = time.thread_time_ns()
        enquire.set_query(xapian.Query(operator, text.split(" ")))
        hits = list(enquire.get_mset(0, 10))
        elapsed = time.thread_time_ns() - start
        print(f"{elapsed}\t" + " ".join(f"{hit.docid}:{hit.weight:.6f}" for hit in hits), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "build":
        build(sys.argv[2], sys.argv[3])
    else:
        serve(sys.argv[2])
