namespace CSharpChef.Cli.Output;

/// <summary>Counts with their noun: <c>1 recipe</c>, <c>2 recipes</c>.</summary>
internal static class Plural
{
    public static string Of(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
