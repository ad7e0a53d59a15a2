namespace CSharpChef.Recipes;

/// <summary>
/// What is wrong with the attribute at a path, such as <c>must be a whole number, and is "eighty"</c>.
/// </summary>
internal sealed record AttributeError(string Path, string Problem)
{
    /// <summary>
    /// The error with the place that set the value, or with what is around one that is not set.
    /// </summary>
    public string Explain(ValueOrigin origin) => origin.WrittenPath(Path) is { } written
        ? $"{origin.Name(written)} {Problem}{origin.Place(written)}"
        : $"{origin.Name(Path)} {Problem} ({origin.Unset}{Around(origin)})";

    private string Around(ValueOrigin origin)
    {
        for (var end = LastEnd(Path.Length); end > 0; end = LastEnd(end))
        {
            if (origin.WrittenPath(Path[..end]) is { } around)
            {
                return $"; \"{around}\" is set by {origin.OriginOf(around)}";
            }
        }

        return "";
    }

    private int LastEnd(int before) => Path.LastIndexOfAny(['.', '['], before - 1);
}
