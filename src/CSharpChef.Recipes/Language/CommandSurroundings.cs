namespace CSharpChef.Recipes;

/// <summary>The folder, the umask and the environment in which a command and its guards run.</summary>
internal sealed record CommandSurroundings(
    string Cwd, string? Umask, IReadOnlyDictionary<string, string> Environment);
