namespace CSharpChef.Stacks.Users;

/// <summary>
/// Names of accounts that Debian (package base-passwd and common services) and Red Hat Enterprise Linux (file uidgid)
/// give to the system, and the account with which this server logs in.
/// </summary>
internal static class SystemAccounts
{
    private static readonly HashSet<string> Names =
    [
        "csharpchef",
        "daemon", "bin", "sys", "sync", "games", "man", "lp", "mail", "news", "uucp", "proxy", "www-data", "backup", "list", "irc", "gnats", "nobody",
        "_apt", "messagebus", "sshd", "systemd-coredump", "systemd-network", "systemd-resolve", "systemd-timesync", "systemd-oom", "syslog", "tss", "uuidd",
        "adm", "shutdown", "halt", "operator", "ftp", "gopher", "apache", "avahi", "avahi-autoipd", "chrony", "cockpit-ws", "dbus", "dhcpd", "dovecot",
        "dovenull", "haldaemon", "haproxy", "ident", "ldap", "libstoragemgmt", "mailman", "mailnull", "memcached", "mysql", "named", "nfsnobody", "nginx",
        "nscd", "nslcd", "ntp", "oprofile", "pcap", "polkitd", "postfix", "postgres", "pulse", "qemu", "radiusd", "redis", "rpc", "rpcuser", "rpm", "rtkit",
        "saslauth", "smmsp", "squid", "sssd", "tcpdump", "tomcat", "usbmuxd", "vcsa", "webalizer", "xfs",
    ];

    public static bool Contains(string name) => Names.Contains(name);
}
