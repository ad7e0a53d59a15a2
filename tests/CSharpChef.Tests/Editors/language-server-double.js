#!/usr/bin/env node
'use strict';

// A double of `csharpchef lsp`: writes its arguments and the methods that it is asked for, one a line, to the file that the
// variable ASKED names, and answers each request.
const fs = require('node:fs');

const note = text => fs.appendFileSync(process.env.ASKED, `${text}\n`);
const answers = { initialize: { capabilities: { textDocumentSync: 1, hoverProvider: true, completionProvider: {} } } };
let input = Buffer.alloc(0);

function answer(message) {
    note(message.method);
    if (message.method === 'exit') {
        process.exit(0);
    }

    if (message.id !== undefined) {
        const text = JSON.stringify({ jsonrpc: '2.0', id: message.id, result: answers[message.method] ?? null });
        process.stdout.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
    }
}

function takeMessage() {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(input.toString('latin1'));
    if (!head || input.length < head[0].length + Number(head[1])) {
        return false;
    }

    const end = head[0].length + Number(head[1]);
    const text = input.subarray(head[0].length, end).toString();
    input = input.subarray(end);
    answer(JSON.parse(text));
    return true;
}

note(process.argv.slice(2).join(' '));
process.stdin.on('data', data => {
    input = Buffer.concat([input, data]);
    while (takeMessage()) {
        // Several may have come at once.
    }
});
