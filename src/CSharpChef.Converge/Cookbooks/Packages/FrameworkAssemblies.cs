namespace CSharpChef.Converge.Cookbooks.Packages;

/// <summary>
/// The assemblies that recipes get from the running program, whatever packages bring: those of the framework, and the
/// recipe language.
/// </summary>
internal static class FrameworkAssemblies
{
    public static string Folder { get; } = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    private static readonly string RecipeLanguage = typeof(RecipeContext).Assembly.GetName().Name!;

    /// <param name="name">The name of an assembly, without its ending.</param>
    public static bool Has(string name) =>
        name == RecipeLanguage || File.Exists(Path.Combine(Folder, $"{name}.dll"));
}
