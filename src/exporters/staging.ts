// The folder a snapshot is made in. It becomes the snapshot by one rename after everything in it has
// reached the disk; until then readers cannot see it, and a killed run leaves only this folder behind. The
// lock on the database cannot tell that another database is published into the same place: each run has a
// folder of its own, never makes it a second time, and counts its files before the rename.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, type FileHandle, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What is known of a finished file; rows only where it holds records, columns only where it holds a table. */
export interface FileFacts {
  readonly path: string;
  readonly table?: string;
  readonly rows?: number;
  readonly columns?: number;
  readonly bytes: number;
  readonly sha256: string;
  /** The same bytes compressed, in files of their own beside it. */
  readonly encodings?: readonly EncodedFacts[];
}

/** What is known of a compressed sibling. */
export interface EncodedFacts {
  readonly encoding: string;
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A way to compress a file, by its name in HTTP. */
export interface Encoding {
  readonly name: string;
  readonly suffix: string;
  start(): Duplex;
}

type TableFacts = Pick<FileFacts, 'table' | 'rows' | 'columns'>;

const prefix = '.staging';

/** One file being written. */
export interface StagedFile {
  /** Bytes must stay as they are until the write after this one has been accepted. */
  write(content: string | Uint8Array): Promise<void>;
  /** Flushes the file to the disk and records its size and hash. */
  finish(table?: TableFacts): Promise<void>;
}

/** The snapshot in the making. */
export class Staging {
  readonly #root: string;
  readonly #open = new Set<FileHandle>();
  readonly #files: FileFacts[] = [];

  private constructor(root: string) {
    this.#root = root;
  }

  /** Starts an empty staging folder, removing what a killed run has left. Holders of the publish lock only. */
  static async start(exportsDir: string): Promise<Staging> {
    const left = (await readdir(exportsDir)).filter((name) => name.startsWith(prefix));
    for (const name of left) await rm(join(exportsDir, name), { recursive: true, force: true });
    return new Staging(await mkdtemp(join(exportsDir, `${prefix}-`)));
  }

  /** Where the files are, until they are published. */
  get folder(): string {
    return this.#root;
  }

  /** The finished files in byte order of their paths. */
  get files(): readonly FileFacts[] {
    return [...this.#files].sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** Starts a file at a path relative to the snapshot. */
  async create(path: string): Promise<StagedFile> {
    const { write, end } = await this.#begin(path);
    return {
      write: (content) => write(typeof content === 'string' ? Buffer.from(content) : content),
      finish: async (table) => {
        this.#files.push({ path, ...table, ...(await end()) });
      },
    };
  }

  /** Where a file stands on the disk. */
  pathOf(path: string): string {
    return join(this.#root, path);
  }

  /** The place of a file that another program is to write; `adopt` has to follow. */
  async reserve(path: string): Promise<string> {
    await this.#folder(dirname(path));
    return this.pathOf(path);
  }

  /** Flushes a file to the disk that another program has written at its place, and records it. */
  async adopt(path: string, table?: TableFacts): Promise<void> {
    const hash = createHash('sha256');
    const handle = await open(this.pathOf(path), 'r+');
    this.#open.add(handle);
    for await (const chunk of handle.createReadStream({ autoClose: false })) hash.update(chunk as Buffer);
    const { size } = await handle.stat();
    await handle.sync();
    await handle.close();
    this.#open.delete(handle);
    this.#files.push({ path, ...table, bytes: size, sha256: hash.digest('hex') });
  }

  /** Writes the compressed siblings of a finished file, all at once, and records them with it. */
  async encode(path: string, encodings: readonly Encoding[]): Promise<void> {
    const place = this.#files.findIndex((file) => file.path === path);
    const plain = this.#files[place];
    if (!plain) throw new Error(`${path} is compressed before it is written`);
    const encoded = await Promise.all(encodings.map((encoding) => this.#sibling(path, encoding)));
    this.#files[place] = { ...plain, encodings: encoded };
  }

  async #sibling(path: string, { name, suffix, start }: Encoding): Promise<EncodedFacts> {
    const { write, end } = await this.#begin(path + suffix);
    await pipeline(createReadStream(join(this.#root, path)), start(), async (chunks) => {
      for await (const chunk of chunks) await write(chunk as Buffer);
    });
    return { encoding: name, path: path + suffix, ...(await end()) };
  }

  async #begin(path: string) {
    await this.#folder(dirname(path));
    const handle = await open(join(this.#root, path), 'wx');
    this.#open.add(handle);
    const hash = createHash('sha256');
    let bytes = 0;
    let written: Promise<void> = Promise.resolve();
    return {
      // Hashed here while the system writes what came before it.
      write: async (chunk: Uint8Array) => {
        hash.update(chunk);
        bytes += chunk.length;
        await written;
        written = handle.writeFile(chunk);
        // Whoever writes next, or ends the file, meets the error.
        written.catch(() => {});
      },
      end: async () => {
        await written;
        await handle.sync();
        await handle.close();
        this.#open.delete(handle);
        return { bytes, sha256: hash.digest('hex') };
      },
    };
  }

  /** Writes a whole small file. */
  async write(path: string, text: string): Promise<void> {
    const file = await this.create(path);
    await file.write(text);
    await file.finish();
  }

  // Only within a folder that is still there: the root is never made again once it is gone.
  async #folder(path: string): Promise<void> {
    if (path === '.') return;
    await this.#folder(dirname(path));
    await mkdir(join(this.#root, path)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }

  async #refuseIncomplete(): Promise<void> {
    for (const { path, bytes } of everyFile(this.#files)) {
      const found = await stat(join(this.#root, path)).catch(() => null);
      if (found?.size !== bytes) throw new Error(`the staged file ${path} is not whole any more`);
    }
  }

  /** Makes the staged files the snapshot with this id, in one step that a power cut cannot halve. */
  async publish(exportsDir: string, id: string): Promise<string> {
    await this.#refuseIncomplete();
    // mkdtemp makes a folder for its owner alone; a snapshot is for everybody.
    await chmod(this.#root, 0o777 & ~process.umask());
    const snapshots = join(exportsDir, 'snapshots');
    const folder = join(snapshots, id);
    const folders = new Set(this.#files.map((file) => dirname(join(this.#root, file.path))));
    for (const each of [...folders, this.#root]) await flush(each);
    await mkdir(snapshots, { recursive: true });
    await rename(this.#root, folder);
    await flush(snapshots);
    await flush(exportsDir);
    return folder;
  }

  /** Removes the staging folder; nothing was published. */
  async discard(): Promise<void> {
    for (const handle of this.#open) await handle.close();
    await rm(this.#root, { recursive: true, force: true });
  }
}

/** The files and their compressed siblings. */
export function everyFile(files: readonly FileFacts[]): readonly (FileFacts | EncodedFacts)[] {
  return files.flatMap((file) => [file, ...(file.encodings ?? [])]);
}

/** Writes a file so that a reader sees its old bytes or its new ones, never a part; a failure leaves no draft. */
export async function replaceFile(path: string, text: string | AsyncIterable<string>): Promise<void> {
  const draft = join(dirname(path), `.${basename(path)}.draft`);
  const handle = await open(draft, 'w');
  try {
    await writeWhole(handle, text);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await flush(dirname(path));
}

async function writeWhole(handle: FileHandle, text: string | AsyncIterable<string>): Promise<void> {
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Brings a rename to the disk, where it is only when its folder is; some systems cannot open one, and need not. */
export async function flush(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
