'use strict';

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

// Finds the program that a setting names: a path, which may begin with ~/, or a name on the PATH. `dotnet tool install
// --global` puts it in ~/.dotnet/tools, which programs started from a desktop often lack on their PATH.
function findProgram(setting, environment = process.env) {
    const home = environment.HOME || environment.USERPROFILE || os.homedir();
    const wanted = setting.startsWith('~/') ? path.join(home, setting.slice(2)) : setting;
    if (wanted !== path.basename(wanted)) {
        return isProgram(wanted) ? wanted : undefined;
    }

    const folders = (environment.PATH || environment.Path || '').split(path.delimiter).filter(Boolean);
    const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
    return [...folders, path.join(home, '.dotnet', 'tools')]
        .flatMap(folder => endings.map(ending => path.join(folder, wanted + ending)))
        .find(isProgram);
}

function isProgram(file) {
    try {
        fs.accessSync(file, fs.constants.X_OK);
        return fs.statSync(file).isFile();
    } catch {
        return false;
    }
}

module.exports = { findProgram };
