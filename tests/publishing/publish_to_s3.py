"""Publishes a site to a server that speaks S3 (moto), read back by a client of AWS's own (boto3).

Between the two stands a proxy that cuts every n-th connection, before or in the middle of a request,
and answers every m-th with 503. What must hold: in the end the bucket is the tree, byte for byte, with
the right headers; at no moment does a page stand there whose style sheet does not; nothing is sent
twice that had arrived; files of others are untouched; no secret is printed. The proxy can also hold
what is sent to it for good, so that a publication is killed half done, however quick the machine.
"""

import itertools
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading

import boto3
from moto.server import ThreadedMotoServer

PROGRAM = sys.argv[1]
ROOT = pathlib.Path(__file__).resolve().parents[2]
SECRET = "wJalrXUtnFEMIK7MDENGbPxRfiCYEXAMPLEKEY"
BUCKET = "city"


class Line(threading.Thread):
    """A proxy that breaks.

    `cut` is every how many connections are cut, `busy` every how many get a 503; what is put
    under the path `stuck` is held for good, and `held` says that something is.
    """

    def __init__(self, port):
        super().__init__(daemon=True)
        self.target = port
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.numbers = itertools.count(1)
        self.cut = self.busy = 0
        self.stuck = None
        self.held = threading.Event()

    def run(self):
        while True:
            client, _ = self.listener.accept()
            threading.Thread(target=self.carry, args=(client, next(self.numbers)), daemon=True).start()

    def carry(self, client, number):
        with client:
            if self.cut and number % self.cut == 0:
                if number % 2:
                    client.recv(64)
                return
            if self.busy and number % self.busy == 0:
                client.recv(65536)
                client.sendall(b"HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                return
            with socket.create_connection(("127.0.0.1", self.target)) as server:
                back = threading.Thread(target=pump, args=(server, client), daemon=True)
                back.start()
                pump(client, server, self.hold_if_stuck)
                back.join()

    def hold_if_stuck(self, data):
        if self.stuck and data.startswith(b"PUT " + self.stuck.encode()):
            self.held.set()
            threading.Event().wait()


def pump(source, sink, before_each=lambda data: None):
    try:
        while data := source.recv(65536):
            before_each(data)
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def main():
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0)
    server.start()
    _, port = server.get_host_and_port()
    line = Line(port)
    line.start()
    s3 = boto3.client(
        "s3",
        endpoint_url=f"http://127.0.0.1:{port}",
        region_name="us-east-1",
        aws_access_key_id="AKIDEXAMPLE",
        aws_secret_access_key=SECRET,
    )
    s3.create_bucket(Bucket=BUCKET)
    s3.put_object(Bucket=BUCKET, Key="other/thesis.txt", Body=b"of someone else's")

    with tempfile.TemporaryDirectory() as folder:
        site = pathlib.Path(folder) / "site"
        shutil.copytree(ROOT / "tests/bad/_base", site)
        environment = {
            "PATH": os.environ["PATH"],
            "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_REGION": "us-east-1",
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{line.port}",
            "AWS_ALLOW_HTTP": "true",
        }

        def nakhon(*arguments):
            ran = subprocess.run(
                [PROGRAM, *arguments, "--root", site, "--today", "2026-11-24", "--lang", "en"],
                env=environment,
                capture_output=True,
                text=True,
                timeout=300,
            )
            assert SECRET not in ran.stdout + ran.stderr, "a secret is told"
            return ran

        def build():
            ran = nakhon("build", "--compress")
            assert ran.returncode == 0, ran.stderr

        def publish(prefix, *more):
            return nakhon("publish", f"s3://{BUCKET}/{prefix}", *more)

        def there(prefix):
            pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=f"{prefix}/")
            keys = [item["Key"] for page in pages for item in page.get("Contents", [])]
            return {key[len(prefix) + 1 :]: s3.get_object(Bucket=BUCKET, Key=key) for key in keys}

        def mirrored(prefix):
            tree = site / "public"
            files = {str(p.relative_to(tree)): p.read_bytes() for p in tree.rglob("*") if p.is_file()}
            found = there(prefix)
            assert found.keys() == files.keys(), found.keys() ^ files.keys()
            for path, answer in found.items():
                assert answer["Body"].read() == files[path], path
            return found

        build()
        # A good line, and the headers.
        ran = publish("www")
        assert ran.returncode == 0, ran.stderr
        found = mirrored("www")
        page = found["th/index.html"]
        assert page["ContentType"] == "text/html; charset=utf-8", page["ContentType"]
        assert page["CacheControl"] == "public, max-age=0, must-revalidate", page["CacheControl"]
        style = next(path for path in found if path.endswith(".css"))
        assert "immutable" in found[style]["CacheControl"], found[style]["CacheControl"]
        assert found[style + ".br"]["ContentEncoding"] == "br", found[style + ".br"]
        assert found[style + ".br"]["ContentType"] == "text/css; charset=utf-8"

        # A line that breaks now and then is retried.
        library = site / "content/spaces/library.yaml"
        library.write_text(library.read_text().replace("en: ", "en: New ", 1))
        build()
        line.cut, line.busy = 3, 5
        ran = publish("www")
        assert ran.returncode == 0, ran.stderr
        mirrored("www")
        line.cut = line.busy = 0
        ran = publish("www")
        assert "no file sent" in ran.stdout, ran.stdout

        # A publication that is killed before its Thai pages are there is taken up by the next.
        line.stuck = f"/{BUCKET}/second/th/"
        child = subprocess.Popen(
            [PROGRAM, "publish", f"s3://{BUCKET}/second", "--root", site],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert line.held.wait(timeout=60), "no page was sent"
        assert child.poll() is None, "it ended before it was killed"
        child.kill()
        child.wait()
        line.stuck = None
        half = there("second")
        assert ".nakhon-publishing" in half and ".nakhon" not in half, sorted(half)[:5]
        assert style in half, "a page is sent before its style sheet"
        ran = publish("second")
        assert ran.returncode == 0, ran.stderr
        assert "cut off" in ran.stdout, ran.stdout
        mirrored("second")

        # Deletions: within the limit, last, and never of what is someone else's.
        (site / "content/events/book-fair.md").unlink()
        build()
        ran = publish("www", "--max-deletes", "0")
        assert ran.returncode == 1 and "at most 0" in ran.stderr, ran.stderr
        ran = publish("www", "--dry-run")
        assert any(line.startswith("- th/events/book-fair/") for line in ran.stdout.splitlines())
        assert "th/events/book-fair/index.html" in there("www"), "trying changes nothing"
        assert publish("www").returncode == 0
        mirrored("www")
        ran = publish("other")
        assert ran.returncode == 70 and "did not publish" in ran.stderr, ran.stderr
        assert there("other").keys() == {"thesis.txt"}
    server.stop()
    print("a site is published to S3 through a line that breaks: all there")


main()
