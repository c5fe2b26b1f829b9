import { describe, expect, test } from 'vitest';
import { cloudOf, isOnNetwork, mountsIn } from './place.ts';

describe('folders of services', () => {
  test.for([
    ['/home/kay/Dropbox/Thesis/Cuba.cablewright', 'Dropbox'],
    ['/home/kay/Dropbox (University)/Cuba.cablewright', 'Dropbox'],
    ['C:\\Users\\Kay\\OneDrive\\Cuba.cablewright', 'OneDrive'],
    ['C:\\Users\\Kay\\OneDrive - University of X\\Cuba.cablewright', 'OneDrive'],
    ['/Users/kay/Library/Mobile Documents/com~apple~CloudDocs/Cuba.cablewright', 'iCloud'],
    [
      '/Users/kay/Library/CloudStorage/GoogleDrive-kay@x.org/My Drive/Cuba.cablewright',
      'Google Drive',
    ],
    ['G:\\My Drive\\Cuba.cablewright', 'Google Drive'],
    ['/home/kay/Nextcloud/Cuba.cablewright', 'Nextcloud'],
    ['/home/kay/Sync/Cuba.cablewright', 'Syncthing'],
    ['/home/kay/Documents/Cuba.cablewright', null],
    ['/home/kay/Documents/Dropbox.cablewright', null],
    ['/home/kay/Boxes/Dropboxes/Cuba.cablewright', null],
  ] as const)('%s is kept by %s', ([path, name]) => {
    expect(cloudOf(path)).toBe(name);
  });
});

describe('network drives', () => {
  const mounts = mountsIn(
    [
      '/dev/sda1 / ext4 rw 0 0',
      'server:/home /home nfs4 rw 0 0',
      '/dev/sdb1 /home/kay/local xfs rw 0 0',
      '//server/share /mnt/our\\040share cifs rw 0 0',
      'kay@server: /home/kay/remote fuse.sshfs rw 0 0',
    ].join('\n'),
  );
  test.for([
    ['/srv/Cuba.cablewright', false],
    ['/home/kay/Cuba.cablewright', true],
    ['/home/kay/local/Cuba.cablewright', false],
    ['/home/kay/locality/Cuba.cablewright', true],
    ['/home/kay/remote/Cuba.cablewright', true],
    ['/mnt/our share/Cuba.cablewright', true],
    ['\\\\server\\share\\Cuba.cablewright', true],
    ['//server/share/Cuba.cablewright', true],
    ['\\\\?\\C:\\Users\\Kay\\Cuba.cablewright', false],
    ['C:\\Users\\Kay\\Cuba.cablewright', false],
  ] as const)('%s: %s', ([path, isRemote]) => {
    expect(isOnNetwork(path, mounts)).toBe(isRemote);
  });
});
