namespace CSharpChef.Converge.Cookbooks;

/// <summary>The commands about lock files, as messages name them.</summary>
internal static class LockCommand
{
    /// <param name="folder">The folder of the cookbook, in which its lock file stands.</param>
    public static string Install(string folder) => $"csharpchef cookbook install --path {ShownPath.Of(folder)}";

    /// <param name="name">The locked cookbook.</param>
    /// <param name="folder">The folder of the cookbook whose lock file pins it.</param>
    public static string Update(string name, string folder) =>
        $"csharpchef cookbook update {name} --path {ShownPath.Of(folder)}";
}
