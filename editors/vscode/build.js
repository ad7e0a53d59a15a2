'use strict';

// Makes what the extension consists of besides this folder: the bundle, the licenses of the packages in it, the schemas.
const fs = require('node:fs');
const path = require('node:path');
const esbuild = require('esbuild');

const root = path.join(__dirname, '..', '..');

// The folders of the packages that have files in the bundle.
function packagesOf(bundle) {
    const folders = Object.keys(bundle.metafile.inputs)
        .map(file => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1])
        .filter(Boolean);
    return [...new Set(folders)].sort();
}

function licenseOf(folder) {
    const { name, version, license } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
    const file = fs.readdirSync(folder).find(entry => /^licen[cs]e/i.test(entry));
    if (!file) {
        throw new Error(`${folder} has no license file: it cannot be part of the extension`);
    }

    return `${name} ${version} (${license})\n\n${fs.readFileSync(path.join(folder, file), 'utf8').trim()}\n`;
}

const bundle = esbuild.buildSync({
    absWorkingDir: __dirname,
    entryPoints: ['src/extension.js'],
    outfile: 'dist/extension.js',
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    external: ['vscode'],
    metafile: true,
});
const licenses = packagesOf(bundle).map(folder => licenseOf(path.join(__dirname, folder)));
fs.writeFileSync(path.join(__dirname, 'dist', 'licenses.txt'), licenses.join(`\n${'-'.repeat(72)}\n\n`));
fs.cpSync(path.join(root, 'schemas'), path.join(__dirname, 'schemas'), { recursive: true });
fs.copyFileSync(path.join(root, 'LICENSE'), path.join(__dirname, 'LICENSE'));
