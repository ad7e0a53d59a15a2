namespace CSharpChef.Converge;

/// <summary>The written parts of a program, <c>shell/*.sh</c>, each with the parts it calls.</summary>
internal sealed class ShellParts
{
    /// <summary>In the order they stand in a program; a part needs those it names.</summary>
    private static readonly (string Name, string[] Needs)[] Known =
    [
        ("state", []),
        ("start", ["state", "journal"]),
        ("journal", []),
        ("probe", []),
        ("command", []),
        ("guard", ["command"]),
        ("execute", ["command"]),
        ("path", []),
        ("file", ["path"]),
        ("directory", ["path"]),
        ("link", ["path"]),
        ("absent", []),
        ("line", ["file"]),
        ("packages", ["command"]),
        ("apt", ["packages"]),
        ("apk", ["packages"]),
        ("dnf", ["packages"]),
        ("systemd", ["command"]),
        ("openrc", ["command"]),
        ("account", ["path"]),
        ("group", ["account"]),
        ("user", ["account", "group"]),
    ];

    private readonly HashSet<string> used = [];

    public void Use(string name)
    {
        if (used.Add(name))
        {
            Array.ForEach(Array.Find(Known, part => part.Name == name).Needs, Use);
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
}
