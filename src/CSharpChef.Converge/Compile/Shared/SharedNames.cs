namespace CSharpChef.Converge.Compile.Shared;

/// <summary>The names of the shared code of a cookbook: its assembly and its namespaces.</summary>
internal static class SharedNames
{
    /// <summary>Replaces the name of a recipe in names of assemblies. A recipe cannot have this name.</summary>
    public const string Part = "$shared";

    /// <summary>Begins the path of a file of another cookbook, such as <c>cookbook:web/lib/options.csx</c>.</summary>
    public const string Prefix = "cookbook:";

    public static string AssemblyOf(string cookbook) => $"{cookbook}.{Part}";

    /// <summary>The cookbook whose shared code an assembly is; null for other assemblies.</summary>
    public static string? CookbookOf(string? assembly) =>
        assembly?.EndsWith($".{Part}", StringComparison.Ordinal) == true ? assembly[..^(Part.Length + 1)] : null;

    /// <summary>The namespace of the types of a file that names none itself.</summary>
    /// <param name="path">The logical path, such as <c>web/lib/options.csx</c>.</param>
    public static string NamespaceOf(string path)
    {
        var parts = path.Split('/');
        return parts[1] == "lib" ? OfLibrary(parts[0]) : OfResources(parts[0]);
    }

    /// <summary>Whether a file is in the folder <c>resources</c> of a cookbook.</summary>
    public static bool IsOfResources(string path) => path.Split('/') is [_, "resources", ..];

    public static string OfResources(string cookbook) =>
        $"Cookbooks.{(char.IsAsciiDigit(cookbook[0]) ? "_" : "")}{cookbook.Replace('-', '_')}";

    public static string OfLibrary(string cookbook) => $"{OfResources(cookbook)}.lib";

    /// <summary>A namespace as source code, in which a part may be a keyword.</summary>
    public static string InSource(string name) => string.Join(".", name.Split('.').Select(part => $"@{part}"));

    /// <summary>The logical path that a path with or without <see cref="Prefix"/> names.</summary>
    public static string WithoutPrefix(string path) =>
        path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : path;
}
