// Makes one call for each line of its input: {"call": "CreateStack", "with": {}}, {"wait": ...} or {"page": ..., "size": 2}. session.mjs URL
// Answers with a line: {"answer": ...} or {"code": ..., "message": ...}.
import * as sdk from "@aws-sdk/client-opsworks";
import { createInterface } from "node:readline";

const client = new sdk.OpsWorksClient({ endpoint: process.argv[2], maxAttempts: 3 });

async function run(line) {
    if (line.wait) {
        await sdk[`waitUntil${line.wait}`]({ client, maxWaitTime: 60 }, line.with);
        return {};
    }
    if (line.page) {
        const pages = [];
        for await (const { $metadata, ...page } of sdk[`paginate${line.page}`]({ client, pageSize: line.size }, line.with)) {
            pages.push(page);
        }
        return { Pages: pages };
    }
    const { $metadata, ...answer } = await client.send(new sdk[`${line.call}Command`](line.with));
    return answer;
}

for await (const text of createInterface({ input: process.stdin })) {
    let told;
    try {
        told = { answer: await run(JSON.parse(text)) };
    } catch (error) {
        told = { code: error.name, message: error.message };
    }
    console.log(JSON.stringify(told));
}
