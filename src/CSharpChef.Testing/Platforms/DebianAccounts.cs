namespace CSharpChef.Testing;

/// <summary>The accounts that Debian and Ubuntu begin with.</summary>
internal static class DebianAccounts
{
    private static readonly string[] BaseUsers =
    [
        "root:0:0:/root:/bin/bash", "daemon:1:1:/usr/sbin:/usr/sbin/nologin", "bin:2:2:/bin:/usr/sbin/nologin",
        "sys:3:3:/dev:/usr/sbin/nologin", "sync:4:65534:/bin:/bin/sync", "games:5:60:/usr/games:/usr/sbin/nologin",
        "man:6:12:/var/cache/man:/usr/sbin/nologin", "lp:7:7:/var/spool/lpd:/usr/sbin/nologin", "mail:8:8:/var/mail:/usr/sbin/nologin",
        "news:9:9:/var/spool/news:/usr/sbin/nologin", "uucp:10:10:/var/spool/uucp:/usr/sbin/nologin", "proxy:13:13:/bin:/usr/sbin/nologin",
        "www-data:33:33:/var/www:/usr/sbin/nologin", "backup:34:34:/var/backups:/usr/sbin/nologin", "list:38:38:/var/list:/usr/sbin/nologin",
        "irc:39:39:/run/ircd:/usr/sbin/nologin", "nobody:65534:65534:/nonexistent:/usr/sbin/nologin",
    ];

    private static readonly string[] BaseGroups =
    [
        "root:0", "daemon:1", "bin:2", "sys:3", "adm:4", "tty:5", "disk:6", "lp:7", "mail:8", "news:9", "uucp:10", "man:12", "proxy:13",
        "kmem:15", "dialout:20", "fax:21", "voice:22", "cdrom:24", "floppy:25", "tape:26", "sudo:27", "audio:29", "dip:30",
        "www-data:33", "backup:34", "operator:37", "list:38", "irc:39", "src:40", "shadow:42", "utmp:43", "video:44", "sasl:45",
        "plugdev:46", "staff:50", "games:60", "users:100", "nogroup:65534", "systemd-journal:999",
    ];

    /// <summary>The users since Debian 12 and Ubuntu 24.04.</summary>
    public static string[] Users { get; } =
        [.. BaseUsers, "_apt:42:65534:/nonexistent:/usr/sbin/nologin", .. Services("102", "998")];

    /// <summary>The groups since Debian 12 and Ubuntu 24.04.</summary>
    public static string[] Groups { get; } = [.. BaseGroups, "_ssh:101", "messagebus:102", "systemd-network:998"];

    /// <summary>The users up to Debian 11 and Ubuntu 22.04.</summary>
    public static string[] OldUsers { get; } =
    [
        .. BaseUsers, "gnats:41:41:/var/lib/gnats:/usr/sbin/nologin", "_apt:100:65534:/nonexistent:/usr/sbin/nologin",
        .. Services("103", "101"),
    ];

    /// <summary>The groups up to Debian 11 and Ubuntu 22.04.</summary>
    public static string[] OldGroups { get; } = [.. BaseGroups, "gnats:41", "systemd-network:101", "messagebus:103", "_ssh:104"];

    private static string[] Services(string bus, string network) =>
    [
        $"systemd-network:{network}:{network}:/run/systemd:/usr/sbin/nologin", $"messagebus:{bus}:{bus}:/nonexistent:/usr/sbin/nologin",
        "sshd:110:65534:/run/sshd:/usr/sbin/nologin",
    ];
}
