// Calls one operation with the SDK for JavaScript: call.mjs URL OPERATION JSON. Prints the answer, or class|code|message of the error.
import * as sdk from "@aws-sdk/client-opsworks";

const [url, operation, json] = process.argv.slice(2);
const client = new sdk.OpsWorksClient({ endpoint: url, maxAttempts: 3, requestHandler: { requestTimeout: 2000, throwOnRequestTimeout: true } });
try {
    const { $metadata, ...answer } = await client.send(new sdk[`${operation}Command`](JSON.parse(json)));
    console.log(JSON.stringify(answer));
} catch (error) {
    console.log([error.constructor.name, error.name, error.message].join("|"));
}
