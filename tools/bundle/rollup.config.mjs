// Puts the modules of a plan together, a file a group. Those that modules outside the plan ask for
// (its doors) keep a file of their own name, which hands on what they exported.
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const { source, target, groups, doors } = JSON.parse(readFileSync('plan.json', 'utf8'))
const groupOf = new Map(
    Object.entries(groups).flatMap(([group, files]) => files.map((file) => [file, group])))

// Streamlit asks for what a module needs beside it, by lists of files. What is in the bundle comes
// by itself, and would be fetched a second time.
const LIST = /(m\.f\|\|\(m\.f=)(\[[^\]]*\])(\)\)\)=>i\.map\(i=>d\[i\]\))/
const withoutPlanned = (_, before, list, after) => {
    const kept = JSON.parse(list).map((file) => (groupOf.has(basename(file)) ? null : file))
    return `${before}${JSON.stringify(kept)}${after}.filter(Boolean)`
}

export default {
    input: Object.fromEntries(
        doors.map((file) => [file.replace(/\.js$/, ''), join(source, file)])),
    treeshake: false,
    plugins: [{
        name: 'planned',
        resolveId: (id, importer) =>
            importer && !groupOf.has(basename(id)) ? { id, external: true } : null,
        transform: (code) => ({ code: code.replace(LIST, withoutPlanned), map: null }),
    }],
    output: {
        dir: target,
        compact: true,
        entryFileNames: '[name].js',
        chunkFileNames: '[name].[hash].js',
        makeAbsoluteExternalsRelative: false,
        manualChunks: (id) => groupOf.get(basename(id)),
    },
}
