namespace CSharpChef.Testing;

/// <summary>The services that Debian and Ubuntu begin with.</summary>
internal static class DebianServices
{
    public static string[] Common { get; } =
        ["cron:cron", "dbus:dbus", "ssh:openssh-server", "systemd-timesyncd:systemd-timesyncd"];

    /// <summary>Since Ubuntu 22.10 the socket is enabled, which starts the service at the first connection.</summary>
    public static string[] BySocket { get; } =
    [
        "cron:cron", "dbus:dbus", "ssh:openssh-server:disabled", "ssh.socket:openssh-server",
        "systemd-timesyncd:systemd-timesyncd",
    ];
}
