'use strict';

const { workspace } = require('vscode');
const { LanguageClient } = require('vscode-languageclient/node');
const { findProgram } = require('./program');
const { reportMissing } = require('./messages');

// Runs `csharpchef lsp`: one process for the window. Starts and stops happen one after the other.
class Server {
    #output;
    #client;
    #last = Promise.resolve();

    constructor(output) {
        this.#output = output;
    }

    start() {
        return this.#next(() => this.#start());
    }

    stop() {
        return this.#next(() => this.#stop());
    }

    restart() {
        return this.#next(async () => {
            await this.#stop();
            await this.#start();
        });
    }

    #next(action) {
        this.#last = this.#last.then(action, action);
        return this.#last;
    }

    async #start() {
        if (this.#client || !workspace.isTrusted) {
            return;
        }

        const setting = workspace.getConfiguration('csharpchef').get('path', 'csharpchef');
        const command = findProgram(setting);
        if (!command) {
            this.#output.error(`The program ${setting} was not found.`);
            reportMissing(setting);
            return;
        }

        this.#output.info(`Starting ${command} lsp`);
        this.#client = new LanguageClient('csharpchef', 'CSharpChef', serverOptions(command), this.#clientOptions());
        try {
            await this.#client.start();
        } catch {
            // The client has shown the error.
            this.#client = undefined;
        }
    }

    async #stop() {
        const client = this.#client;
        this.#client = undefined;
        await client?.dispose();
    }

    #clientOptions() {
        return {
            documentSelector: [{ scheme: 'file', pattern: '**/*.csx' }],
            outputChannel: this.#output,
            synchronize: {
                fileEvents: workspace.createFileSystemWatcher(
                    '**/{*.csx,*.cs,*.liquid,cookbook.json,cookbook.lock.json,csharpchef.json}'),
            },
        };
    }
}

function serverOptions(command) {
    return { command, args: ['lsp'], options: { cwd: workspace.workspaceFolders?.[0]?.uri.fsPath } };
}

module.exports = { Server };
