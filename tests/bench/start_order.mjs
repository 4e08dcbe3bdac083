// Makes the linker script that puts side by side what a run calls.
// usage: node start_order.mjs MAP SYMBOLS CALLS > SCRIPT, where these are what `ld -Map`, `nm` and
// `valgrind --tool=callgrind --demangle=no` wrote about one program.
import {readFileSync} from 'node:fs';

const [map, symbols, calls] = process.argv.slice(2).map((path) => readFileSync(path, 'latin1'));

// Functions of a compiler that gives each a section are placed one by one. Of libraries built otherwise the whole object
// comes along; that of pugixml is all of it.
function pattern(section, object) {
    if (/^\.text\.(startup\.|unlikely\.)?_/.test(section)) return `*(${section})`;
    const member = object.match(/([^/]+\.a)\((.*)\)$/);
    return member && member[1] !== 'libpugixml.a' ? `*${member[1]}:${member[2]}(${section})` : null;
}

const sections = [...map.matchAll(/^ (\.text\S*)\s+0x([0-9a-f]+)\s+0x([0-9a-f]+) (\S.*)$/gm)]
    .map(([, name, at, size, object]) => ({begin: parseInt(at, 16), size: parseInt(size, 16), pattern: pattern(name, object)}))
    .filter(({begin, size}) => begin > 0 && size > 0)
    .sort((one, other) => one.begin - other.begin);

function section_at(address) {
    let low = 0;
    let high = sections.length;
    while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (sections[middle].begin <= address) low = middle;
        else high = middle;
    }
    return address < sections[low].begin + sections[low].size ? sections[low] : undefined;
}

const addresses_of = new Map();
for (const [, at, name] of symbols.matchAll(/^([0-9a-f]+) \w (\S+)$/gm))
    addresses_of.set(name, [...(addresses_of.get(name) ?? []), parseInt(at, 16)]);
const patterns = new Set();
for (const [, name] of calls.matchAll(/^c?fn=\(\d+\) ([^\s']+)/gm))
    for (const address of addresses_of.get(name) ?? []) {
        const called = section_at(address);
        if (called?.pattern) patterns.add(called.pattern);
    }

// Which of these is called depends on the processor; and valgrind hides from a program what the kernel would have it load.
for (const name of ['memmove', 'memset', 'memchr', 'memcmp', 'strlen', 'strchr', 'strcmp', 'strncmp', 'strrchr', 'strstr'])
    patterns.add(`*libc.a:${name}-*(.text .text.*)`);
for (const name of ['dl-object', 'dl-lookup', 'dl-setup_hash']) patterns.add(`*libc.a:${name}.o(.text)`);

console.log(`/* What a run over one file calls stands side by side: so fewer pages are touched, which takes most of the time and of
   the memory of such a run. Names that the program does not have are passed over.
   Made by \`./dev order\`. */
SECTIONS
{
  .text.start : {
${[...patterns].map((line) => `    ${line}`).join('\n')}
  }
}
INSERT BEFORE .text;

/* And what is large and seldom looked at, away from between what is: the checklists as files, the tables of Unicode. */
SECTIONS
{
  .rodata.end : { *builtin*.cpp.o(.rodata .rodata.*) *libutf8proc.a:*(.rodata .rodata.*) }
}
INSERT AFTER .rodata;`);
