using CSharpChef.Recipes.Steps;

namespace CSharpChef.Testing;

/// <summary>The state that steps read and change.</summary>
internal sealed class FakeMachine
{
    public FakeMachine(IReadOnlyDictionary<string, string> facts)
    {
        Facts = new Dictionary<string, string>(facts, StringComparer.Ordinal);
        Accounts = new Accounts(busybox: Facts["package_manager"] == "apk");
        Services = new Services(Files, Facts["init_system"] == "systemd");
        Packages = new InstalledPackages(Facts);
        Commands = new Commands(Files);
    }

    public Dictionary<string, string> Facts { get; }

    public FileSystem Files { get; } = new();

    public Accounts Accounts { get; }

    public Services Services { get; }

    public InstalledPackages Packages { get; }

    public Commands Commands { get; }

    public StubbedSecrets Secrets { get; } = new();

    public StubbedDataBags DataBags { get; } = new();

    public PendingNotifications Pending { get; } = new();

    /// <summary>The failure of the last run, as assertions append it; null when it succeeded.</summary>
    public string? RunFailure { get; set; }

    /// <summary>The shell of a new account when its step sets none.</summary>
    public string DefaultShell => Facts["platform.family"] == "rhel" ? "/bin/bash" : "/bin/sh";

    /// <summary>The permissions of a new home directory.</summary>
    public Permissions HomeMode => Permissions.Parse(Facts["platform.name"] switch
    {
        "ubuntu" => "0750",
        "alpine" => "2755",
        _ => Facts["platform.family"] == "rhel" ? "0700" : "0755",
    });
}
