namespace CSharpChef.Testing;

/// <summary>The accounts that Debian and Ubuntu begin with.</summary>
internal static class DebianAccounts
{
    private static readonly string[] BaseUsers =
    [
        "root:0:0:/root:/bin/bash:root", "daemon:1:1:/usr/sbin:/usr/sbin/nologin:daemon", "bin:2:2:/bin:/usr/sbin/nologin:bin",
        "sys:3:3:/dev:/usr/sbin/nologin:sys", "sync:4:65534:/bin:/bin/sync:sync", "games:5:60:/usr/games:/usr/sbin/nologin:games",
        "man:6:12:/var/cache/man:/usr/sbin/nologin:man", "lp:7:7:/var/spool/lpd:/usr/sbin/nologin:lp", "mail:8:8:/var/mail:/usr/sbin/nologin:mail",
        "news:9:9:/var/spool/news:/usr/sbin/nologin:news", "uucp:10:10:/var/spool/uucp:/usr/sbin/nologin:uucp", "proxy:13:13:/bin:/usr/sbin/nologin:proxy",
        "www-data:33:33:/var/www:/usr/sbin/nologin:www-data", "backup:34:34:/var/backups:/usr/sbin/nologin:backup", "list:38:38:/var/list:/usr/sbin/nologin:Mailing List Manager",
        "irc:39:39:/run/ircd:/usr/sbin/nologin:ircd", "nobody:65534:65534:/nonexistent:/usr/sbin/nologin:nobody",
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
        [.. BaseUsers, "_apt:42:65534:/nonexistent:/usr/sbin/nologin", .. Services(network: "998:998", bus: "100:102")];

    /// <summary>The groups since Debian 12 and Ubuntu 24.04.</summary>
    public static string[] Groups { get; } = [.. BaseGroups, "crontab:101", "messagebus:102", "_ssh:103", "systemd-network:998"];

    /// <summary>The users up to Debian 11 and Ubuntu 22.04.</summary>
    public static string[] OldUsers { get; } =
    [
        .. BaseUsers, "gnats:41:41:/var/lib/gnats:/usr/sbin/nologin:Gnats Bug-Reporting System (admin)", "_apt:100:65534:/nonexistent:/usr/sbin/nologin",
        .. Services(network: "102:103", bus: "104:110"),
    ];

    /// <summary>The groups up to Debian 11 and Ubuntu 22.04.</summary>
    public static string[] OldGroups { get; } = [.. BaseGroups, "gnats:41", "crontab:105", "systemd-network:103", "messagebus:110", "_ssh:111"];

    private static string[] Services(string network, string bus) =>
    [
        $"systemd-network:{network}:/:/usr/sbin/nologin:systemd Network Management", $"messagebus:{bus}:/nonexistent:/usr/sbin/nologin",
        "sshd:101:65534:/run/sshd:/usr/sbin/nologin",
    ];
}
