"""Sends one figure to Pejling: first what it would change for readers, then the figure itself, as a draft.

    PEJLING_TOKEN=… python3 figure.py http://localhost:4200 hoeringssvar 217 2026 15.2

The token needs the scope figures:write. Nothing but Python's own library is used.
"""
import json
import os
import sys
import urllib.error
import urllib.request

site, indicator, area, period, value = sys.argv[1:]
address = f"{site}/api/v1/workspace/observations/{indicator}"
body = json.dumps({"observations": [{"area": area, "period": period, "value": float(value)}]}).encode()


def send(method, url, tag=None, content=None):
    """The answer and its ETag. Ends the program with the words of the problem where there is one."""
    headers = {"Authorization": f"Bearer {os.environ['PEJLING_TOKEN']}", "Accept-Language": "en"}
    if content is not None:
        headers |= {"Content-Type": "application/json", "If-Match": tag}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, content, headers, method=method)) as answer:
            return json.load(answer), answer.headers["ETag"]
    except urllib.error.HTTPError as error:
        problem = json.load(error)
        reasons = [one["detail"] for one in problem.get("errors", [])]
        sys.exit("\n".join([problem["detail"], *reasons]))


_, tag = send("GET", address)
trial, _ = send("PATCH", f"{address}?dryRun=true", tag, body)
for finding in trial["answer"].get("findings", []):
    print("Please check:", json.dumps(finding, ensure_ascii=False))
print("Readers would see:", json.dumps(trial["preview"], ensure_ascii=False))
send("PATCH", address, tag, body)
print(f"Sent: {indicator} {period} {value}. It is a draft until it is published.")
