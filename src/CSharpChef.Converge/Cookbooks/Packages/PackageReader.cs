using System.Text.Json;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Cookbooks.Versions;

namespace CSharpChef.Converge.Cookbooks.Packages;

/// <summary>Reads the packages of a lock file.</summary>
/// <param name="source">The lock file.</param>
/// <param name="renew">What to do when it was edited.</param>
internal sealed class PackageReader(JsonSource source, string renew)
{
    /// <summary>The member of the lock file with the packages.</summary>
    public const string Root = "packages";

    /// <exception cref="RecipeException">The file was edited.</exception>
    public IReadOnlyDictionary<string, LockedPackage> Read(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw source.ErrorAt(Root, $"the packages are not an object: {renew}");
        }

        var packages = new Dictionary<string, LockedPackage>(StringComparer.OrdinalIgnoreCase);
        foreach (var property in value.EnumerateObject())
        {
            packages[property.Name] = Read(property.Name, property.Value)
                ?? throw source.ErrorAt($"{Root}.{property.Name}", $"this does not pin the package {property.Name}: {renew}");
        }

        return packages;
    }

    private static LockedPackage? Read(string id, JsonElement value)
    {
        if (!NuGetSource.IsId(id)
            || Text(value, "version") is not { } version
            || SemanticVersion.Parse(version) is null
            || Text(value, "hash") is not { Length: > 0 } hash)
        {
            return null;
        }

        var package = new LockedPackage(id, version, hash)
        {
            Requested = Texts(value, "requested"),
            Dependencies = List(value, "dependencies") ?? [],
            Assemblies = List(value, "assemblies") ?? [],
            References = List(value, "references"),
            RuntimeAssemblies = Lists(value, "runtimes"),
            NativeRuntimes = List(value, "native") ?? [],
        };
        return Files(package).All(IsBelow) ? package : null;
    }

    private static IEnumerable<string> Files(LockedPackage package) =>
        package.Assemblies
            .Concat(package.References ?? [])
            .Concat(package.RuntimeAssemblies.Values.SelectMany(each => each));

    // A lock file comes with a repository: it must not make a run load what lies elsewhere on this machine.
    private static bool IsBelow(string path) =>
        !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal) && !path.Split('/').Contains("..");

    private static string? Text(JsonElement value, string key) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty(key, out var text) ? TextOf(text) : null;

    private static string? TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string>? List(JsonElement value, string key) =>
        value.TryGetProperty(key, out var list) ? ListOf(list) : null;

    private static List<string> ListOf(JsonElement list)
    {
        var texts = new List<string>();
        if (list.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in list.EnumerateArray())
            {
                texts.Add(TextOf(item) ?? "");
            }
        }

        return texts;
    }

    private static Dictionary<string, string> Texts(JsonElement value, string key)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (value.TryGetProperty(key, out var members) && members.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in members.EnumerateObject())
            {
                texts[member.Name] = TextOf(member.Value) ?? "";
            }
        }

        return texts;
    }

    private static Dictionary<string, IReadOnlyList<string>> Lists(JsonElement value, string key)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (value.TryGetProperty(key, out var members) && members.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in members.EnumerateObject())
            {
                lists[member.Name] = ListOf(member.Value);
            }
        }

        return lists;
    }
}
