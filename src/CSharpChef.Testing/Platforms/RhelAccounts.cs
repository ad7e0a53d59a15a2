namespace CSharpChef.Testing;

/// <summary>The accounts that Red Hat Enterprise Linux 9 and its relatives begin with.</summary>
internal static class RhelAccounts
{
    public static string[] Users { get; } =
    [
        "root:0:0:/root:/bin/bash:root", "bin:1:1:/bin:/sbin/nologin:bin", "daemon:2:2:/sbin:/sbin/nologin:daemon", "adm:3:4:/var/adm:/sbin/nologin:adm",
        "lp:4:7:/var/spool/lpd:/sbin/nologin:lp", "sync:5:0:/sbin:/bin/sync:sync", "shutdown:6:0:/sbin:/sbin/shutdown:shutdown",
        "halt:7:0:/sbin:/sbin/halt:halt", "mail:8:12:/var/spool/mail:/sbin/nologin:mail", "operator:11:0:/root:/sbin/nologin:operator",
        "games:12:100:/usr/games:/sbin/nologin:games", "ftp:14:50:/var/ftp:/sbin/nologin:FTP User", "tss:59:59:/:/usr/sbin/nologin:Account used for TPM access",
        "sshd:74:74:/usr/share/empty.sshd:/usr/sbin/nologin:Privilege-separated SSH", "dbus:81:81:/:/sbin/nologin:System message bus", "nobody:65534:65534:/:/sbin/nologin:Kernel Overflow User",
        "systemd-coredump:999:997:/:/sbin/nologin:systemd Core Dumper",
    ];

    public static string[] Groups { get; } =
    [
        "root:0", "bin:1", "daemon:2", "sys:3", "adm:4", "tty:5", "disk:6", "lp:7", "mem:8", "kmem:9", "wheel:10", "cdrom:11",
        "mail:12", "man:15", "dialout:18", "floppy:19", "games:20", "utmp:22", "tape:33", "utempter:35", "kvm:36", "video:39",
        "ftp:50", "lock:54", "tss:59", "audio:63", "sshd:74", "dbus:81", "users:100", "ssh_keys:101", "systemd-journal:190",
        "input:999", "render:998", "systemd-coredump:997", "nobody:65534",
    ];
}
