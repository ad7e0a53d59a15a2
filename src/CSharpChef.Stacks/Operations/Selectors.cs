namespace CSharpChef.Stacks.Operations;

/// <summary>Describe calls take one of several members that say what to list. An empty list is not given.</summary>
internal static class Selectors
{
    public static string Only(params ReadOnlySpan<(string Name, object? Value)> selectors)
    {
        string? only = null;
        foreach (var (name, value) in selectors)
        {
            if (value is null or "" or IReadOnlyList<string> { Count: 0 })
            {
                continue;
            }

            only = only is null ? name : throw ApiError.Invalid($"Please provide only one of {Names(selectors)}.");
        }

        return only ?? throw ApiError.Invalid($"Please provide one of {Names(selectors)}.");
    }

    private static string Names(ReadOnlySpan<(string Name, object? Value)> selectors)
    {
        var names = new List<string>();
        foreach (var (name, _) in selectors)
        {
            names.Add(name);
        }

        return string.Join(", ", names);
    }
}
