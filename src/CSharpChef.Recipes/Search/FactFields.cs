namespace CSharpChef.Recipes;

/// <summary>The facts that a query can name: by our names, and by those that Chef has for them.</summary>
internal static class FactFields
{
    /// <summary>All facts and their sections. What is below the last two differs from machine to machine.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "hostname", "fqdn", "platform.name", "platform.version", "platform.family", "platform.codename", "kernel",
        "kernel.name", "kernel.release", "architecture", "cpu", "cpu.count", "cpu.model", "memory", "memory.total",
        "memory.swap", "init_system", "package_manager", "users", "virtualization", "time_zone", "boot_time", "network",
        "network.ip", "network.ip6", "login", "login.user", "login.root", "login.sudo", "login.path", "login.shell",
        "network.interfaces", "mounts",
    ];

    private static readonly Dictionary<string, string> ChefNames = new()
    {
        ["platform"] = "platform.name",
        ["ipaddress"] = "network.ip",
        ["ip6address"] = "network.ip6",
        ["machinename"] = "hostname",
        ["machine"] = "architecture",
        ["kernel_machine"] = "architecture",
        ["kernel.machine"] = "architecture",
        ["os_version"] = "kernel.release",
        ["cpu_total"] = "cpu.count",
        ["cpu.total"] = "cpu.count",
        ["virtualization_system"] = "virtualization",
        ["virtualization.system"] = "virtualization",
        ["init_package"] = "init_system",
    };

    /// <summary>The key of the fact that a field names; null when the field can only be an attribute.</summary>
    public static string? KeyOf(string field) => ChefNames.TryGetValue(field, out var key)
        ? key
        : Names.FirstOrDefault(name => Joined(name) == Joined(field)) ?? KeyBelow(field);

    /// <summary>A path as Chef joins it: with underscores.</summary>
    public static string Joined(string path) => path.Replace('.', '_');

    private static string? KeyBelow(string field) => Names.TakeLast(2)
        .Where(name => Joined(field).StartsWith($"{Joined(name)}_", StringComparison.Ordinal))
        .Select(name => $"{name}.{field[(name.Length + 1)..]}")
        .FirstOrDefault();
}
