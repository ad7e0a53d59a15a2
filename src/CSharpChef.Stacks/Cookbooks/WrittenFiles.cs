namespace CSharpChef.Stacks.Cookbooks;

/// <summary>The files of a source that were written to a folder.</summary>
internal sealed record WrittenFiles
{
    /// <summary>The name of a cookbook at the root that does not name itself; null when none can be guessed.</summary>
    public string? Name { get; init; }

    /// <summary>The paths that are not files of a cookbook, such as submodules, each with the reason.</summary>
    public IReadOnlyDictionary<string, string> LeftOut { get; init; } = new Dictionary<string, string>();
}
