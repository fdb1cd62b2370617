// Writes the licences of everything that a published program holds: node notices.mjs PROGRAM-FOLDER NUGET-FOLDER LOOK-FOLDER > FILE
// What has a licence whose text is not at hand fails, by name: nothing is given away without its terms.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [program, nuget, look] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const read = file => readFileSync(file, 'utf8').replace(/^\uFEFF/, '').replace(/\r\n/g, '\n').trimEnd();
const tag = (xml, name) => (xml.match(new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`)) ?? [])[1]?.trim().replace(/&amp;/g, '&').replace(/&#169;|&copy;/g, '(c)');
const rule = '-'.repeat(100);

function packageOf(key, kind) {
  const [name, version] = key.replace(/^runtimepack\./, '').split('/');
  const folder = join(nuget, name.toLowerCase(), version);
  if (!existsSync(folder)) throw new Error(`${name} ${version} is not in ${folder}: restore first.`);
  const files = readdirSync(folder).sort();
  const nuspec = read(join(folder, files.find(file => file.endsWith('.nuspec'))));
  const own = files.filter(file => /^licen[cs]e(\.|$)/i.test(file)).map(file => read(join(folder, file)));
  // Of several licences that may be chosen from, the first whose text is at hand.
  const named = /<license type="expression">/.test(nuspec) ? tag(nuspec, 'license').split(/ OR /i) : [];
  const licence = named.find(known => existsSync(join(here, 'licences', `${known}.txt`)));
  if (!licence && own.length === 0) throw new Error(`${name} ${version} has a licence (${named.join(' or ') || 'not named'}) whose text is not in packaging/licences.`);
  return {
    name, version, licence: licence ?? 'its own, below', own: licence ? [] : own,
    copyright: tag(nuspec, 'copyright') ?? `Copyright (c) ${tag(nuspec, 'authors')}`,
    address: tag(nuspec, 'projectUrl') ?? (kind === 'runtimepack' ? 'https://dot.net/' : ''),
    notices: files.filter(file => /notice/i.test(file)).map(file => read(join(folder, file))),
  };
}

const libraries = JSON.parse(read(join(program, 'outturn.deps.json'))).libraries;
const govuk = JSON.parse(read(join(look, 'node_modules', 'govuk-frontend', 'package.json')));
if (govuk.license !== 'MIT') throw new Error(`govuk-frontend has the licence ${govuk.license}, and MIT was expected.`);
const parts = [
  ...Object.keys(libraries).filter(key => libraries[key].type !== 'project').map(key => packageOf(key, libraries[key].type)),
  { name: 'GOV.UK Frontend (in the style sheet of the pages; without its font and crests)', version: govuk.version, licence: 'MIT', own: [], notices: [], copyright: 'Copyright (c) 2017 Crown Copyright (Government Digital Service)', address: 'https://github.com/alphagov/govuk-frontend' },
].sort((a, b) => a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1);

const out = [
  'What Outturn holds of others, and under which licence. Outturn itself is under the MIT licence (LICENSE).',
  'The data under data/ and examples/ name their sources and licences themselves.', '',
  ...parts.flatMap(part => [`${part.name} ${part.version}`, `  ${part.copyright}`, `  Licence: ${part.licence}${part.address ? `   ${part.address}` : ''}`, '']),
];
for (const licence of [...new Set(parts.map(part => part.licence))].sort()) {
  const file = join(here, 'licences', `${licence}.txt`);
  if (existsSync(file)) out.push(rule, `The licence ${licence}, of: ${parts.filter(part => part.licence === licence).map(part => part.name).join(', ')}`, '', read(file), '');
}

const said = new Set();
for (const part of parts) {
  for (const [what, texts] of [['Licence', part.own], ['Notices', part.notices]]) {
    for (const text of texts.filter(text => !said.has(text))) {
      said.add(text);
      out.push(rule, `${what} of ${part.name} ${part.version}`, '', text, '');
    }
  }
}

process.stdout.write(out.join('\n') + '\n');
