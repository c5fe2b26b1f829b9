/** A file system that is mounted somewhere: where, and of which kind (`nfs4`, `cifs`, `ext4`). */
export interface Mount {
  readonly at: string;
  readonly kind: string;
}

/** Services that bring a folder to other machines, and how the folders they keep are called. */
const CLOUDS: readonly (readonly [name: string, folder: RegExp])[] = [
  ['OneDrive', /^OneDrive(?: ?[-–] .+)?$/iu],
  ['Dropbox', /^Dropbox(?: \(.+\))?$/iu],
  ['Google Drive', /^(?:Google ?Drive|GoogleDrive-.+|My Drive)$/iu],
  ['iCloud', /^(?:iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$/iu],
  ['Nextcloud', /^Nextcloud\d*$/iu],
  ['ownCloud', /^ownCloud\d*$/iu],
  ['Syncthing', /^(?:Syncthing|Sync)$/iu],
  ['pCloud', /^p?CloudDrive$|^pCloud ?Drive$/iu],
  ['MEGA', /^MEGA(?:sync)?$/iu],
  ['Seafile', /^Seafile$/iu],
  ['Box', /^Box(?: Sync)?$/iu],
];

/** Files that such a service puts into a folder that it keeps. */
export const CLOUD_SIGNS: Readonly<Record<string, string>> = {
  '.stfolder': 'Syncthing',
  '.dropbox': 'Dropbox',
  '.dropbox.cache': 'Dropbox',
  '.nextcloudsync.log': 'Nextcloud',
  '.owncloudsync.log': 'ownCloud',
};

/** Kinds of file systems that lie on another machine. */
const NETWORKED =
  /^(?:nfs\d?|cifs|smb\d?|smbfs|afpfs|afs|ncpfs|9p|webdav|davfs|ceph|glusterfs|lustre|fuse\.(?:sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|glusterfs|google-drive-ocamlfuse|onedriver|vmhgfs-fuse))$/u;

/** The service that keeps one of the folders on a path; null where none is known by its name. */
export function cloudOf(path: string): string | null {
  for (const folder of path.split(/[/\\]/u).slice(0, -1))
    for (const [name, pattern] of CLOUDS) if (pattern.test(folder)) return name;
  return null;
}

/** Whether a path lies on another machine, as far as the path itself and what is mounted tell. */
export function isOnNetwork(path: string, mounts: readonly Mount[]): boolean {
  // UNC paths: \\server\share, //server/share; those of drives (\\?\C:\) are none.
  if (/^(?:\\\\|\/\/)(?![.?][\\/])[^\\/]+[\\/]/u.test(path)) return true;
  const [deepest] = mounts
    .filter(({ at }) => at === '/' || path === at || path.startsWith(`${at}/`))
    .toSorted((a, b) => b.at.length - a.at.length);
  return deepest !== undefined && NETWORKED.test(deepest.kind);
}

/** What `/proc/mounts` says. */
export function mountsIn(table: string): Mount[] {
  return table.split('\n').flatMap((line) => {
    const [, at, kind] = line.split(' ');
    // Blanks and the like stand in it by their octal numbers.
    const plain = at?.replace(/\\(\d{3})/gu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 8)),
    );
    return plain && kind ? [{ at: plain, kind }] : [];
  });
}

/** What is to be said of a library in a folder that a service keeps. */
export function cloudWarning(name: string): string {
  return `This library lies in a folder that ${name} keeps the same on several machines. It may copy the library while it is being written, or leave two versions of it, and work can be lost. Keep the library in a folder of this machine only; to share it, save a package.`;
}

/** What is to be said of a library on another machine. */
export const NETWORK_WARNING =
  'This library lies on a network drive. Such drives do not always keep two programs from writing at once, and a broken connection may damage it. Keep the library on this machine, and copy it to the drive when it is closed.';

/** What is to be said of a file that has several names. */
export const NAMES_WARNING =
  'The file of this library has a second name (a hard link). What is being written would not be seen under the other one. Open it under one name only, and remove the other.';
