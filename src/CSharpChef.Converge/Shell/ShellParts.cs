namespace CSharpChef.Converge.Shell;

/// <summary>The written parts of a program, <c>shell/*.sh</c>, each with the parts it calls.</summary>
internal sealed class ShellParts
{
    /// <summary>In the order they stand in a program; a part needs those it names.</summary>
    private static readonly Part[] Known =
    [
        new("state", []),
        new("start", ["state", "journal"]),
        new("journal", []),
        new("probe", []),
        new("command", []),
        new("guard", ["command"]),
        new("execute", ["command"]),
        new("path", []),
        new("file", ["path"]),
        new("directory", ["path"]),
        new("link", ["path"]),
        new("absent", []),
        new("line", ["file"]),
        new("packages", ["command"]),
        new("apt", ["packages"]),
        new("apk", ["packages"]),
        new("dnf", ["packages"]),
        new("systemd", ["command"]),
        new("openrc", ["command"]),
        new("account", ["path"]),
        new("group", ["account"]),
        new("user", ["account", "group"]),
    ];

    private readonly HashSet<string> used = [];

    public void Use(string name)
    {
        if (used.Add(name))
        {
            Array.ForEach(Array.Find(Known, part => part.Name == name)!.Needs, Use);
        }
    }

    public IEnumerable<string> Texts => Known.Where(part => used.Contains(part.Name)).Select(part => Read(part.Name));

    public static string Read(string name)
    {
        using var stream = typeof(ShellParts).Assembly.GetManifestResourceStream($"{name}.sh")
            ?? throw new InvalidOperationException($"there is no shell part {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Part(string Name, string[] Needs);
}
