namespace CSharpChef.Converge.Shell;

/// <summary>The parts that one program uses, with the parts that they need.</summary>
internal sealed class ShellParts
{
    private readonly HashSet<string> names = [];
    private readonly List<ShellPart> parts = [];

    /// <summary>
    /// The parts in the order in which they are in a program: those that a part needs come before it.
    /// </summary>
    public IReadOnlyList<ShellPart> All => parts;

    /// <summary>The code of some parts and of those that they need.</summary>
    public static string CodeOf(params IEnumerable<string> names)
    {
        var parts = new ShellParts();
        foreach (var name in names)
        {
            parts.Use(name);
        }

        return string.Concat(parts.All.Select(part => part.Code));
    }

    public void Use(string name)
    {
        if (!names.Add(name))
        {
            return;
        }

        var part = ShellPart.Named(name);
        foreach (var needed in part.Needs)
        {
            Use(needed);
        }

        parts.Add(part);
    }
}
