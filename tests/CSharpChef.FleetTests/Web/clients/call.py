"""Calls one operation with boto3: call.py URL OPERATION JSON. Prints the answer, or class|code|message of the error."""
import json
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

url, operation, arguments = sys.argv[1:]
client = boto3.client("opsworks", endpoint_url=url, config=Config(retries={"total_max_attempts": 3, "mode": "standard"}, read_timeout=2))
try:
    answer = getattr(client, operation)(**json.loads(arguments))
    print(json.dumps({key: value for key, value in answer.items() if key != "ResponseMetadata"}, separators=(",", ":")))
except ClientError as error:
    print(type(error).__name__, error.response["Error"]["Code"], error.response["Error"]["Message"], sep="|")
