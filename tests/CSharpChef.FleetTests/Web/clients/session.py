"""Makes one call for each line of its input: {"call": "CreateStack", "with": {}}, {"wait": ...} or {"page": ..., "size": 2}. session.py URL [SERVICE]
Answers with a line: {"answer": ...} or {"code": ..., "message": ...}."""
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, WaiterError
from botocore import xform_name

url, service = sys.argv[1], (sys.argv[2:] or ["opsworks"])[0]
client = boto3.client(service, endpoint_url=url, config=Config(retries={"total_max_attempts": 3, "mode": "standard"}, read_timeout=30))


def run(line):
    arguments = line["with"]
    if "wait" in line:
        client.get_waiter(xform_name(line["wait"])).wait(**arguments)
        return {}
    if "page" in line:
        pages = client.get_paginator(xform_name(line["page"])).paginate(**arguments, PaginationConfig={"PageSize": line["size"]})
        return {"Pages": [{key: value for key, value in page.items() if key != "ResponseMetadata"} for page in pages]}
    answer = getattr(client, xform_name(line["call"]))(**arguments)
    return {key: value for key, value in answer.items() if key != "ResponseMetadata"}


for text in sys.stdin:
    try:
        told = {"answer": run(json.loads(text))}
    except ClientError as error:
        told = {"code": error.response["Error"]["Code"], "message": error.response["Error"]["Message"]}
    except WaiterError as error:
        told = {"code": "WaiterError", "message": str(error)}
    print(json.dumps(told), flush=True)
